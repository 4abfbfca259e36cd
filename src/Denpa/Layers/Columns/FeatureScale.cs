namespace Denpa;

/// <summary>
/// A factor for each feature, y = s ⊙ x: its parameter <c>weight</c> [features] begins at one, so that at first nothing changes, and a
/// learning rate of its own lets a network find out soon which features count.
/// </summary>
public sealed class FeatureScale : Layer
{
    /// <summary>A layer of factors of one.</summary>
    /// <param name="features">Features per sample: the input's last axis.</param>
    /// <param name="dtype">The factors' element type, float32 or float64, which the inputs must have too.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of features is not positive.</exception>
    /// <exception cref="DTypeException">The element type has no derivatives.</exception>
    public FeatureScale(int features, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(features);
        Weight = Register("weight", Parameter.OfFresh(Tensor.Ones([features], dtype)));
    }

    /// <summary>s, [features].</summary>
    public Parameter Weight { get; }

    /// <summary>Such as <c>FeatureScale(64)</c>.</summary>
    public override string ToString() => $"FeatureScale({Weight.Value.Length})";

    /// <summary>None: the parameter tells all.</summary>
    public override IReadOnlyDictionary<string, double> Attributes => NoAttributes;

    internal override Shape? OutputShape(Shape? input) => input;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        FeatureCheck.Require("feature scale", input, Weight.Value.Length, Weight.Value.DType);
        return input * Weight.Value;
    }
}
