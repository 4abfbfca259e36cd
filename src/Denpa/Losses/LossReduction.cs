namespace Denpa;

/// <summary>How a loss makes one number of the losses of elements or rows.</summary>
public enum LossReduction
{
    /// <summary>The mean: over all elements, for classes over rows; with weights Σ w·l / Σ w.</summary>
    Mean,

    /// <summary>The sum.</summary>
    Sum,

    /// <summary>None: every element's or row's loss stays.</summary>
    None,
}
