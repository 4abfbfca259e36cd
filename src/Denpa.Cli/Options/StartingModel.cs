using System.CommandLine;
using Denpa.Cli.Ends;
using Denpa.Tables;

namespace Denpa.Cli.Options;

/// <summary>The model of --from: it knows what the columns are and has its layers, so that no word of them is needed again.</summary>
/// <param name="model">The model.</param>
/// <param name="options">The options of train.</param>
/// <param name="parsed">The words.</param>
internal sealed class StartingModel(TableModel model, TrainOptions options, ParseResult parsed)
{
    private static readonly TrainingSettings Plain = new();

    private readonly TableSchema schema = model.Schema;

    /// <summary>
    /// What is not asked for: the network as the model has it, and a training that goes on from its weights in small steps.
    /// </summary>
    public TrainingSettings Preset => model.Settings with
    {
        LayerRates = false,
        Beta2 = null,
        LearningRate = null,
        Optimizer = Plain.Optimizer,
        Schedule = Plain.Schedule,
        WeightDecay = Plain.WeightDecay,
        BatchSize = Plain.BatchSize,
        Epochs = Plain.Epochs,
        Patience = Plain.Patience,
    };

    /// <summary>The settings: what builds the network is the model's where nothing else is asked for.</summary>
    public TrainingSettings Settings(TrainingSettings asked) => asked with
    {
        Loss = parsed.IsGiven(options.Loss) ? asked.Loss : model.Settings.Loss,
        DType = parsed.IsGiven(options.ElementType) ? asked.DType : model.Settings.DType,
    };

    /// <summary>Refuses words that take a column for something else than the model does.</summary>
    /// <exception cref="CommandException">There are such.</exception>
    public void RequireAgreement(UnderstandingOptions asked)
    {
        if (Contradiction(asked) is not { } what) return;
        const string cure = "leave out the option that says otherwise, or train without --from";
        throw new CommandException(ExitCode.Usage, $"--from: {what} — {cure}");
    }

    private string? Contradiction(UnderstandingOptions asked)
    {
        string target = schema.Target.Name;
        string[] features = [.. schema.Features.Select(feature => feature.Name)];
        if (parsed.IsGiven(options.Target) && asked.Target is { } named && named != target)
            return $"the model predicts {Quoted.Text(target)}, not {Quoted.Text(named)}";
        if (asked.Task is { } task && task != schema.Target.Task)
            return task == TableTask.Regression ? "the model tells classes apart" : "the model predicts a number";
        if (asked.Features is { } chosen && !chosen.ToHashSet().SetEquals(features))
            return $"the model learns from {Quoted.List(features, shown: 10)}";
        if (asked.Ignore.FirstOrDefault(features.Append(target).Contains) is { } needed)
            return $"the model needs column {Quoted.Text(needed)}";
        return asked.Kinds.FirstOrDefault(Differs).Key is { } other
            ? $"the model does not take column {Quoted.Text(other)} for that"
            : null;
    }

    private bool Differs(KeyValuePair<string, ColumnRequest> request)
    {
        FeatureSchema? feature = schema.Features.FirstOrDefault(feature => feature.Name == request.Key);
        return feature is null ? request.Key != schema.Target.Name : feature.Kind != request.Value.Kind;
    }
}
