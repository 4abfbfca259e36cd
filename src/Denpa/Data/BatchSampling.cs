namespace Denpa;

/// <summary>How an epoch goes through a dataset.</summary>
public enum BatchSampling
{
    /// <summary>Every sample once, in an order drawn anew for each epoch.</summary>
    Shuffled,

    /// <summary>Every sample once, in the dataset's order.</summary>
    InOrder,

    /// <summary>As many draws as there are samples, each from all of them: some come twice, some not at all.</summary>
    WithReplacement,
}
