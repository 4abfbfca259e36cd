namespace Denpa;

/// <summary>When a schedule moves on.</summary>
public enum ScheduleUnit
{
    /// <summary>With every update: the schedule's step is the number of updates before.</summary>
    Step,

    /// <summary>With every epoch: the schedule's step is the number of epochs before.</summary>
    Epoch,
}

/// <summary>How a <see cref="Trainer"/> trains.</summary>
public sealed record TrainingOptions
{
    /// <summary>What <see cref="Watch"/> calls the loss on the validation data.</summary>
    public const string ValidationLoss = "validation loss";

    /// <summary>What <see cref="Watch"/> calls the loss on the training data, as it was met during the epoch.</summary>
    public const string TrainingLoss = "training loss";

    /// <summary>The most epochs, from 1 up.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>Samples to a batch: 1 is online learning, <see cref="DataLoader.FullBatch"/> batch learning.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>How an epoch goes through the samples.</summary>
    public BatchSampling Sampling { get; init; } = BatchSampling.Shuffled;

    /// <summary>Whether the last batch of an epoch is left out when it is smaller than the others.</summary>
    public bool DropLast { get; init; }

    /// <summary>
    /// After how many epochs in a row without improvement training stops; 0 never stops early. Above 0, the model ends with the
    /// weights of its best epoch, whatever ended the training; with 0 it ends with the last ones.
    /// </summary>
    public int Patience { get; init; }

    /// <summary>
    /// Whether the weights of the best epoch are kept without patience too: a training that is cancelled then ends with them, any
    /// other end leaves the last ones.
    /// </summary>
    public bool KeepBest { get; init; }

    /// <summary>By how much the watched number must better the best to be an improvement, from 0 up.</summary>
    public double MinimumImprovement { get; init; }

    /// <summary>
    /// The number by which epochs are compared and of which a schedule hears: <see cref="ValidationLoss"/>,
    /// <see cref="TrainingLoss"/> or a metric's name. When null, the validation loss, or the training loss without validation data.
    /// </summary>
    public string? Watch { get; init; }

    /// <summary>The largest norm that all gradients together may have; larger ones are scaled down. Null for any.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>The largest absolute value that an element of a gradient may have; others are cut. Null for any.</summary>
    public double? ClipValue { get; init; }

    /// <summary>The most time that one call may take; null for any. Where it ends is looked at before each step.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The seed of the order of the samples.</summary>
    public ulong Seed { get; init; }

    /// <summary>When the schedule moves on.</summary>
    public ScheduleUnit ScheduleUnit { get; init; } = ScheduleUnit.Step;

    /// <summary>Whether a step is recorded and replayed, to the same bits, where the model allows it.</summary>
    public bool Plan { get; init; } = true;

    /// <summary>The rewrites of the recorded step.</summary>
    internal IReadOnlyList<Rewrite> Rewrites { get; init; } = Rewrite.All;

    /// <summary>The longest time between two checkpoints; one is written at every epoch's end besides.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Further settings that a resumed run must have as the checkpoint's had them, by name: what the trainer cannot see itself,
    /// such as an optimizer's β or how the data was prepared.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Epochs, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(BatchSize);
        ArgumentOutOfRangeException.ThrowIfNegative(Patience);
        NumberRange.RequireNotNegative(MinimumImprovement, nameof(MinimumImprovement));
        NumberRange.RequirePositive(ClipNorm ?? 1, nameof(ClipNorm));
        NumberRange.RequirePositive(ClipValue ?? 1, nameof(ClipValue));
        ArgumentOutOfRangeException.ThrowIfLessThan(TimeLimit ?? TimeSpan.Zero, TimeSpan.Zero, nameof(TimeLimit));
        ArgumentOutOfRangeException.ThrowIfLessThan(CheckpointInterval, TimeSpan.Zero);
    }
}
