using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>
/// The fully connected layer, y = x Wᵀ + b. Its parameters are <c>weight</c> [out, in] and <c>bias</c> [out], named and laid
/// out as PyTorch's.
/// </summary>
public sealed class Linear : Layer
{
    /// <summary>A layer with fresh parameters, the weight drawn first.</summary>
    /// <param name="inputs">Features per sample that go in: the input's last axis.</param>
    /// <param name="outputs">Features per sample that come out.</param>
    /// <param name="generator">Where the initializers draw from.</param>
    /// <param name="bias">Whether b is there.</param>
    /// <param name="dtype">The parameters' element type, float32 or float64, which the inputs must have too.</param>
    /// <param name="weightInitializer">How the weight begins; left out, by Glorot and Bengio's uniform distribution.</param>
    /// <param name="biasInitializer">How the bias begins; left out, at zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of features is not positive.</exception>
    /// <exception cref="DTypeException">The element type has no derivatives.</exception>
    public Linear(
        int inputs,
        int outputs,
        Generator generator,
        bool bias = true,
        DType dtype = DType.Float32,
        Initializer? weightInitializer = null,
        Initializer? biasInitializer = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        weightInitializer ??= new XavierUniform();
        Tensor weight = weightInitializer.Create([outputs, inputs], generator, dtype);
        Weight = Register("weight", weightInitializer.MakesFreshTensors ? Parameter.OfFresh(weight) : new Parameter(weight));
        if (!bias) return;
        Bias = Register("bias", new Parameter((biasInitializer ?? ConstantInitializer.Zeros).Create([outputs], generator, dtype)));
    }

    private Linear(Parameter weight, Parameter? bias)
    {
        Weight = Register("weight", weight);
        if (bias is not null) Bias = Register("bias", bias);
    }

    /// <summary>W, [out, in].</summary>
    public Parameter Weight { get; }

    /// <summary>b, [out], or null.</summary>
    public Parameter? Bias { get; }

    /// <summary>A layer of these values: W, [out, in], and b, [out], or none.</summary>
    internal static Linear Of(Tensor weight, Tensor? bias) => new(new Parameter(weight), bias is null ? null : new Parameter(bias));

    /// <summary>Such as <c>Linear(64 → 32)</c>.</summary>
    public override string ToString()
    {
        Shape weight = Weight.Value.Shape;
        return $"Linear({weight[1]} → {weight[0]}{(Bias is null ? ", no bias" : "")})";
    }

    /// <summary>None: the parameters tell all.</summary>
    public override IReadOnlyDictionary<string, double> Attributes => NoAttributes;

    internal override Shape? OutputShape(Shape? input)
    {
        Shape features = input ?? [1, Weight.Value.Shape[1]];
        return features.With(features.Rank - 1, Weight.Value.Shape[0]);
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        Tensor weight = Weight.Value;
        if (input.DType != weight.DType) ThrowType(input.DType, weight.DType);
        if (input.Rank == 0 || input.Shape[-1] != weight.Shape[1]) ThrowFeatures(input.Shape, weight.Shape[1]);
        Tensor product = input.MatMul(weight, transposeRight: true);
        return Bias is null ? product : product + Bias.Value;
    }

    [DoesNotReturn]
    private static void ThrowType(DType input, DType weight) => throw new DTypeException(
        $"linear: element types differ: the input is {input.Name}, the weight is {weight.Name}; " +
        $"convert the input with .To(DType.{weight})");

    [DoesNotReturn]
    private static void ThrowFeatures(Shape input, int features) => throw new ShapeException(input.Rank == 0
        ? $"linear: the input is a scalar, which has no axis for the {features} features that the layer takes"
        : $"linear: the input {input} has {input[-1]} features on its last axis, but the layer takes {features}");
}
