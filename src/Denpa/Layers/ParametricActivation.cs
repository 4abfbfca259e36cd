namespace Denpa;

/// <summary>
/// An activation that each feature takes as much of as it learns to, y = (1 − α) ⊙ x + α ⊙ σ(x). Its parameter <c>alpha</c>
/// [features] begins at one, the activation itself; at zero the feature is linear (Holzmüller, Grinsztajn and Steinwart, "Better by
/// default", NeurIPS 2024).
/// </summary>
public sealed class ParametricActivation : Layer
{
    private readonly Activation activation;

    /// <summary>A layer around an activation, with α = 1.</summary>
    /// <param name="activation">σ.</param>
    /// <param name="features">Features per sample: the input's last axis.</param>
    /// <param name="dtype">The element type of α, float32 or float64, which the inputs must have too.</param>
    /// <exception cref="ArgumentException">The activation is part of another module already.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of features is not positive.</exception>
    /// <exception cref="DTypeException">The element type has no derivatives.</exception>
    public ParametricActivation(Activation activation, int features, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(features);
        this.activation = Register("activation", activation);
        Alpha = Register("alpha", Parameter.OfFresh(Tensor.Ones([features], dtype)));
    }

    /// <summary>α, [features].</summary>
    public Parameter Alpha { get; }

    /// <summary>Such as <c>ParametricActivation(Selu)</c>.</summary>
    public override string ToString() => $"ParametricActivation({activation})";

    /// <summary>None: the parameter and the activation tell all.</summary>
    public override IReadOnlyDictionary<string, double> Attributes => NoAttributes;

    internal override IReadOnlyList<Layer> InnerLayers => [activation];

    internal override Shape? OutputShape(Shape? input) => input;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        FeatureCheck.Require("parametric activation", input, Alpha.Value.Length, Alpha.Value.DType);
        return input + (Alpha.Value * (activation.Forward(input) - input));
    }
}
