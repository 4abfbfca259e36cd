using static System.FormattableString;

namespace Denpa;

/// <summary>Numbers drawn from a normal distribution.</summary>
/// <param name="Generator">What it draws from.</param>
/// <param name="Mean">μ.</param>
/// <param name="StandardDeviation">σ.</param>
/// <param name="Spec">The output's element type and shape.</param>
internal sealed record NormalOp(Generator Generator, double Mean, double StandardDeviation, TensorSpec Spec) : RandomOp(Generator, Spec)
{
    public override string Name => "normal";

    public override string Formula => Invariant($"y drawn from N({Mean}, {StandardDeviation}²)");

    protected override void Forward<T>(in Operands operands) => Generator.FillNormal(operands.Write<T>(), Mean, StandardDeviation);
}

public sealed partial class Tensor
{
    /// <summary>Numbers drawn from a normal distribution; float32 or float64.</summary>
    /// <exception cref="ArgumentException">
    /// The mean is not finite, the standard deviation is negative or not finite, or a number could leave the range of the element type.
    /// </exception>
    /// <exception cref="DTypeException">The element type is not floating-point.</exception>
    public static Tensor Normal(
        Shape shape, Generator generator, double mean = 0, double standardDeviation = 1, DType dtype = DType.Float32) =>
        new NormalOp(generator, mean, standardDeviation, new TensorSpec(dtype, shape)).Apply();
}
