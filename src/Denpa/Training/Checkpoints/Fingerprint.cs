using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Denpa;

/// <summary>What a run is of: model, data and options, as texts by name. Runs with the same fingerprint go the same way.</summary>
internal static class Fingerprint
{
    /// <summary>What the most epochs are called.</summary>
    public const string Epochs = "epochs";

    public static Dictionary<string, string> Of(Trainer trainer, Dataset training, Dataset? validation)
    {
        TrainingOptions options = trainer.Options;
        Dictionary<string, string> texts = new()
        {
            ["training data"] = Of(training),
            ["validation data"] = validation is null ? "none" : Of(validation),
            ["parameters"] = string.Join(", ", trainer.Model.Parameters.Select(Of)),
            ["loss"] = $"{trainer.Objective.Name}, {trainer.Objective.Reduction}",
            ["optimizer"] = $"{trainer.Optimizer.GetType().Name}, {string.Join(", ", trainer.Optimizer.Groups.Select(Of))}",
            ["schedule"] = trainer.Schedule is null ? "none" : $"{trainer.Schedule.GetType().Name} by {options.ScheduleUnit}",
            ["metrics"] = string.Join(", ", trainer.Metrics.Select(metric => metric.Name)),
            [Epochs] = Text(options.Epochs),
            ["batch size"] = Text(options.BatchSize),
            ["sampling"] = $"{options.Sampling}{(options.DropLast ? ", without a smaller last batch" : "")}",
            ["patience"] = Text(options.Patience),
            ["minimum improvement"] = Text(options.MinimumImprovement),
            ["watch"] = options.Watch ?? "the loss",
            ["clipping by norm"] = options.ClipNorm is { } norm ? Text(norm) : "none",
            ["clipping by value"] = options.ClipValue is { } value ? Text(value) : "none",
            ["seed"] = Text(options.Seed),
        };
        foreach ((string name, string setting) in options.Settings) texts.Add($"setting {name}", setting);
        return texts;
    }

    /// <summary>What differs; empty when nothing does.</summary>
    public static IReadOnlyList<CheckpointDifference> Differences(Dictionary<string, string> saved, Dictionary<string, string> now) =>
    [
        .. from name in saved.Keys.Union(now.Keys)
           let before = saved.GetValueOrDefault(name, "none")
           let after = now.GetValueOrDefault(name, "none")
           where before != after
           select new CheckpointDifference(name, before, after),
    ];

    private static string Of(Parameter parameter) =>
        $"{parameter.Name} {parameter.Value.Spec}{(parameter.IsFrozen ? " frozen" : "")}";

    private static string Of(ParameterGroup group) =>
        $"{group.Parameters.Count} at {Text(group.InitialLearningRate)}, weight decay {Text(group.WeightDecay)}";

    private static string Of(Dataset data)
    {
        using SHA256 hash = SHA256.Create();
        using CryptoStream stream = new(Stream.Null, hash, CryptoStreamMode.Write);
        // Datasets without weights say so, as one of features and targets alone always did.
        for (int i = 0; i < Math.Max(data.Samples.Count, 3); i++)
        {
            if (i >= data.Samples.Count)
            {
                stream.Write("none"u8);
                continue;
            }

            TensorSpec sample = data.Samples[i];
            stream.Write(Encoding.UTF8.GetBytes($"{sample with { Shape = [data.Count, .. sample.Shape.Sizes] }}"));
            foreach (Tensor part in data.InParts(i)) TensorBytes.Write(stream, part);
        }

        stream.FlushFinalBlock();
        return $"{data.Count} rows with SHA-256 {Convert.ToHexStringLower(hash.Hash!)[..16]}…";
    }

    private static string Text(IFormattable value) => value.ToString(format: null, CultureInfo.InvariantCulture);
}
