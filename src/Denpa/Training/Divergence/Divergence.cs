using static System.FormattableString;

namespace Denpa;

/// <summary>Where the first number that is not finite came from.</summary>
/// <param name="Text">What is wrong.</param>
/// <param name="Op">The op that made it.</param>
/// <param name="Layer">The op's layer.</param>
/// <param name="IsDerivative">Whether the op ran in back propagation.</param>
internal sealed record Origin(string Text, string? Op = null, string? Layer = null, bool IsDerivative = false)
{
    /// <summary>What to do, where the cause is known for certain; null where a learning rate may be too high.</summary>
    public string? Cure { get; init; }

    /// <summary>The largest of the numbers that training began from, where no update has changed any.</summary>
    public string? Largest { get; init; }
}

/// <summary>A step that ran away.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Step">The step in it, from 1.</param>
/// <param name="Loss">The step's loss.</param>
/// <param name="Exploded">Whether a finite loss has grown too much.</param>
/// <param name="LearningRate">The step's learning rate.</param>
/// <param name="IsUntouched">Whether no update was made before, so that no learning rate is to blame.</param>
internal sealed record Divergence(int Epoch, int Step, double Loss, bool Exploded, double LearningRate, bool IsUntouched)
{
    /// <summary>The message: the true cause first.</summary>
    public string Describe(Origin origin)
    {
        string place = $"training diverged in epoch {Epoch}, step {Step}";
        if (origin.Cure is { } cure) return $"{place}: {origin.Text}; {cure}";
        if (!IsUntouched)
        {
            string advice = Invariant($"try a learning rate below {LearningRate:G6}, inputs scaled to about ±1, or clipped gradients");
            return $"{place}: {Symptom}; {advice}; {origin.Text}";
        }

        return $"{place}: {Symptom}; no update was made yet, so it is not the learning rate; " +
            $"the largest number that training began from is {origin.Largest}; " +
            $"begin with smaller weights, or scale features and targets to about ±1; {origin.Text}";
    }

    private string Symptom => (double.IsFinite(Loss), Exploded) switch
    {
        (false, _) => Invariant($"the loss is {Loss}"),
        (true, true) => Invariant($"the loss has grown a million-fold, to {Loss:G6}"),
        _ => Invariant($"a gradient is not finite, though the loss is {Loss:G6}"),
    };
}
