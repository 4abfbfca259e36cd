using static System.FormattableString;

namespace Denpa;

/// <summary>
/// Inverted dropout: in training each element is 0 with a probability p and multiplied by 1 / (1 − p) otherwise, so that its mean
/// stays; in use nothing changes (Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", JMLR
/// 2014).
/// </summary>
public sealed class Dropout : Layer
{
    private readonly double probability;
    private readonly Generator generator;

    /// <summary>A layer that drops elements.</summary>
    /// <param name="probability">p, from 0 up to but without 1.</param>
    /// <param name="generator">Where the masks are drawn from: one mask for each run.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is out of its range.</exception>
    public Dropout(double probability, Generator generator)
    {
        NumberRange.RequireFraction(probability, nameof(probability));
        this.probability = probability;
        this.generator = Register("generator", generator);
    }

    /// <summary>The probability. Where the masks are drawn from is not stored.</summary>
    public override IReadOnlyDictionary<string, double> Attributes => new Dictionary<string, double> { ["probability"] = probability };

    /// <summary>Such as <c>Dropout(0.5)</c>.</summary>
    public override string ToString() => Invariant($"Dropout({probability})");

    internal override Shape? OutputShape(Shape? input) => input;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        if (!input.DType.IsFloatingPoint) DTypeException.ThrowNotFloating("dropout", input.DType);
        if (!IsTraining || probability == 0) return input;
        double kept = 1 - probability;
        return input * Tensor.Bernoulli(input.Shape, generator, kept, 1 / kept, input.DType);
    }
}
