namespace Denpa;

/// <summary>What became of one epoch.</summary>
/// <param name="Epoch">The epoch's number, from 1.</param>
/// <param name="TrainingLoss">The loss over the epoch's batches, each before its update.</param>
/// <param name="ValidationLoss">The loss on the validation data after the epoch; null without such data.</param>
/// <param name="Metrics">The metrics on the validation data by name; empty without such data.</param>
/// <param name="LearningRate">The learning rate of the epoch's last step, of the first parameter group.</param>
public sealed record EpochRecord(
    int Epoch, double TrainingLoss, double? ValidationLoss, IReadOnlyDictionary<string, double> Metrics, double LearningRate)
{
    /// <summary>How long the epoch took: the one number here that differs from run to run.</summary>
    public double Seconds { get; init; }

    /// <summary>
    /// The number of a name, a loss as <see cref="TrainingOptions.Watch"/> calls it or a metric; null when there is none.
    /// </summary>
    public double? this[string name] => name switch
    {
        TrainingOptions.TrainingLoss => TrainingLoss,
        TrainingOptions.ValidationLoss => ValidationLoss,
        _ => Metrics.TryGetValue(name, out double value) ? value : null,
    };
}
