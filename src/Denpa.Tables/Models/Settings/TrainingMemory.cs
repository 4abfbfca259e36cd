using System.Globalization;

namespace Denpa.Tables;

/// <summary>How much memory a training takes beyond its table: an estimate of all that it holds at once.</summary>
internal sealed record TrainingMemory
{
    // Of each unit of a hidden layer a recorded step holds, for each row of its batch: the product, its sum with the bias, the
    // activation, and the gradients of these; with dropout a mask, what it leaves, and a gradient.
    private const int StepsOfUnit = 6;
    private const int StepsOfDropout = 3;

    // What the measuring of validation rows holds of a unit: the same without gradients.
    private const int MeasuredOfUnit = 3;

    // The outputs of all validation rows, and those of the epoch before, which are collected late.
    private const int OutputsAtOnce = 2;

    // Copies of weights that come and go.
    private const double Overhead = 1.25;

    /// <summary>Weights, their gradients, what the optimizer remembers, and the best weights so far, in bytes.</summary>
    public required double Weights { get; init; }

    /// <summary>The rows as inputs, and what a batch of them becomes on its way through the network, in bytes.</summary>
    public required double Rows { get; init; }

    /// <summary>All of it, in bytes.</summary>
    public double All => (Overhead * Weights) + Rows;

    /// <param name="schema">The network's inputs and outputs.</param>
    /// <param name="settings">The layers, the optimizer, the batches.</param>
    /// <param name="trainingRows">The number of rows to learn from.</param>
    /// <param name="validationRows">The number of rows measured after each epoch.</param>
    /// <exception cref="ArgumentException">There is no optimizer as the settings have it.</exception>
    public static TrainingMemory Of(TableSchema schema, TrainingSettings settings, int trainingRows, int validationRows)
    {
        (int inputs, int outputs) = (schema.InputCount, schema.OutputCount);
        int members = settings.Members ?? 1;
        double weights = TableNetwork.Sizes(schema, settings).Sum(size => (double)size);
        double hidden = members * (settings.Hidden.Sum(units => (double)units) + TableNetwork.EmbeddedWidth(schema, settings));
        double batch = settings.BatchSize == DataLoader.FullBatch ? trainingRows : Math.Min(settings.BatchSize, trainingRows);
        double measured = Math.Min(validationRows, Predictor.DefaultBatchSize);
        int steps = StepsOfUnit + (settings.Dropout > 0 ? StepsOfDropout : 0);
        double rows = ((double)trainingRows + validationRows) * inputs
            + batch * (inputs + (steps * hidden) + (StepsOfUnit * outputs))
            + measured * (inputs + (MeasuredOfUnit * (hidden + outputs)))
            + (double)OutputsAtOnce * validationRows * outputs;
        int size = settings.DType.SizeInBytes;
        const int weightsGradientsAndBest = 3;
        return new TrainingMemory
        {
            Weights = (weightsGradientsAndBest + OptimizerChoice.Of(settings).NumbersPerWeight(settings)) * weights * size,
            Rows = rows * size,
        };
    }

    /// <summary>Refuses a training for which there is no room, before anything is made.</summary>
    /// <exception cref="ArgumentException">There is no room for it.</exception>
    public void RequireRoom()
    {
        double taken = GC.GetTotalMemory(forceFullCollection: false);
        RequireRoom(Math.Max(0, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes - taken));
    }

    /// <summary>Refuses a training that takes more than so many bytes.</summary>
    /// <exception cref="ArgumentException">There is no room for it.</exception>
    internal void RequireRoom(double room)
    {
        if (All <= room) return;
        string cure = Weights > Rows ? "use smaller hidden layers" : "use smaller batches, smaller hidden layers or fewer rows";
        throw new ArgumentException($"training needs about {Text(All)} of memory, and {Text(room)} are free: {cure}");
    }

    /// <summary>A size in the unit that fits.</summary>
    private static string Text(double bytes)
    {
        const double megabyte = 1e6;
        const double gigabyte = 1e9;
        return bytes switch
        {
            >= 10 * gigabyte => (bytes / gigabyte).ToString("F0", CultureInfo.InvariantCulture) + " GB",
            >= gigabyte => (bytes / gigabyte).ToString("F1", CultureInfo.InvariantCulture) + " GB",
            _ => Math.Ceiling(bytes / megabyte).ToString("F0", CultureInfo.InvariantCulture) + " MB",
        };
    }
}
