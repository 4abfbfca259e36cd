using Denpa.Tables;

namespace Denpa.Cli.Files;

/// <summary>The losses and metrics of each epoch, as CSV.</summary>
internal static class HistoryFile
{
    public static void Write(Stream stream, TrainingResult result)
    {
        using TableWriter writer = new(stream);
        string[] metrics = [.. result.History.SelectMany(epoch => epoch.Metrics.Keys).Distinct()];
        writer.WriteHeader(["epoch", "training loss", "validation loss", .. metrics, "learning rate", "seconds"]);
        foreach (EpochRecord epoch in result.History)
        {
            writer.WriteNumber(epoch.Epoch);
            writer.WriteNumber(epoch.TrainingLoss);
            WriteIfKnown(epoch.ValidationLoss);
            foreach (string metric in metrics) WriteIfKnown(epoch[metric]);
            writer.WriteNumber(epoch.LearningRate);
            writer.WriteNumber(epoch.Seconds);
            writer.EndRow();
        }

        writer.Flush();

        void WriteIfKnown(double? number)
        {
            if (number is { } known) writer.WriteNumber(known);
            else writer.WriteText("");
        }
    }
}
