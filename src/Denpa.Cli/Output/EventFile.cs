using System.Text.Json;
using Denpa.Tables;

namespace Denpa.Cli.Output;

/// <summary>What happens during training, as a file of JSON lines that another program can follow.</summary>
internal sealed class EventFile : IDisposable
{
    private readonly FileStream stream;

    /// <exception cref="CommandException">The file cannot be written.</exception>
    public EventFile(string path)
    {
        try
        {
            stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Usage, $"--events: {path} cannot be written: {problem.Message}");
        }
    }

    public void Started(TableTraining training) => Write("started", json =>
    {
        json.WriteNumber("trainingRows", training.TrainingRows);
        json.WriteNumber("validationRows", training.ValidationRows);
        json.WriteNumber("testRows", training.TestRows);
    });

    public void Epoch(EpochRecord epoch) => Write("epoch", json =>
    {
        json.WriteNumber("epoch", epoch.Epoch);
        json.Number("trainingLoss", epoch.TrainingLoss);
        if (epoch.ValidationLoss is { } loss) json.Number("validationLoss", loss);
        foreach ((string name, double value) in epoch.Metrics) json.Number(name, value);
        json.Number("learningRate", epoch.LearningRate);
        json.Number("seconds", epoch.Seconds);
    });

    public void Finished(TrainingResult result) => Write("finished", json =>
    {
        json.WriteString("reason", JsonNamingPolicy.KebabCaseLower.ConvertName(result.StopReason.ToString()));
        json.WriteNumber("bestEpoch", result.BestEpoch);
    });

    public void Dispose() => stream.Dispose();

    private void Write(string kind, Action<Utf8JsonWriter> members)
    {
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            json.WriteString("event", kind);
            members(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        stream.Flush();
    }
}
