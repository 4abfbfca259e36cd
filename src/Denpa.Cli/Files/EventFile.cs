using System.Text.Json;
using Denpa.Cli.Ends;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.Files;

/// <summary>
/// What happens during training, as a file of JSON lines that another program can follow. When it cannot be written any more, as on
/// a full disk, that is said once, and training goes on.
/// </summary>
internal sealed class EventFile : IProgress<TrainingProgress>, IDisposable
{
    private readonly string path;
    private readonly Stream stream;
    private bool isBroken;

    /// <exception cref="CommandException">The file cannot be written.</exception>
    public EventFile(string path, bool force, Interruption interruption) =>
        (this.path, stream) = (path, OutputFile.OpenToGrow(path, force, interruption));

    public void Started(PreparedTraining prepared) => Write("started", json =>
    {
        json.WriteNumber("trainingRows", prepared.TrainingRows);
        json.WriteNumber("validationRows", prepared.ValidationRows);
        json.WriteNumber("testRows", prepared.TestRows);
    });

    /// <summary>Writes an epoch that has ended; steps are not told.</summary>
    public void Report(TrainingProgress value)
    {
        if (value.Finished is { } epoch) Write(epoch);
    }

    public void Finished(TrainingResult result) => Write("finished", json =>
    {
        json.WriteString("reason", JsonOutput.NameOf(result.StopReason));
        json.WriteNumber("bestEpoch", result.BestEpoch);
    });

    public void Dispose() => stream.Dispose();

    private void Write(EpochRecord epoch) => Write("epoch", json =>
    {
        json.WriteNumber("epoch", epoch.Epoch);
        json.Number("trainingLoss", epoch.TrainingLoss);
        if (epoch.ValidationLoss is { } loss) json.Number("validationLoss", loss);
        foreach ((string name, double value) in epoch.Metrics) json.Number(name, value);
        json.Number("learningRate", epoch.LearningRate);
        json.Number("seconds", epoch.Seconds);
    });

    private void Write(string kind, Action<Utf8JsonWriter> members)
    {
        if (isBroken) return;
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line))
        {
            json.WriteStartObject();
            json.WriteString("event", kind);
            members(json);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        try
        {
            stream.Write(line.GetBuffer(), 0, (int)line.Length);
        }
        catch (IOException problem)
        {
            isBroken = true;
            Log.Note(
                $"--events: {path} cannot be written any more: {problem.Message.ReplaceLineEndings(" ")}; training goes on without it");
        }
    }
}
