namespace Denpa;

/// <summary>Why training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs were run.</summary>
    Epochs,

    /// <summary>There was no improvement for as long as patience lasted.</summary>
    Patience,

    /// <summary>The time was up.</summary>
    TimeLimit,

    /// <summary>It was cancelled.</summary>
    Cancelled,
}

/// <summary>What became of a training.</summary>
/// <param name="History">The epochs that were finished, in order, those before a resumed run's beginning included.</param>
/// <param name="BestEpoch">The number of the epoch with the best watched number; 0 when none was finished.</param>
/// <param name="StopReason">Why training ended.</param>
public sealed record TrainingResult(IReadOnlyList<EpochRecord> History, int BestEpoch, StopReason StopReason)
{
    /// <summary>
    /// Why steps were not recorded and replayed but ran op by op, slower and to the same bits: a module or the loss does not say that it
    /// computes from tensors alone, looks at elements, or turned out to be another than was recorded. It says what to do. Null when
    /// nothing stood in the way.
    /// </summary>
    public string? PlanRefusal { get; init; }
}
