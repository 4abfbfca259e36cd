using static System.FormattableString;

namespace Denpa;

/// <summary>Numbers drawn evenly from an interval.</summary>
/// <param name="Generator">What it draws from.</param>
/// <param name="Low">The least number.</param>
/// <param name="High">What all numbers are below.</param>
/// <param name="Spec">The output's element type and shape.</param>
internal sealed record UniformOp(Generator Generator, double Low, double High, TensorSpec Spec) : RandomOp(Generator, Spec)
{
    public override string Name => "uniform";

    public override string Formula => Invariant($"y drawn evenly from [{Low}, {High})");

    protected override void Forward<T>(in Operands operands) => Generator.FillUniform(operands.Write<T>(), Low, High);
}

public sealed partial class Tensor
{
    /// <summary>Numbers drawn evenly from <paramref name="low"/> up to but without <paramref name="high"/>; float32 or float64.</summary>
    /// <exception cref="ArgumentException">The interval is empty, or a bound is not finite as the element type.</exception>
    /// <exception cref="DTypeException">The element type is not floating-point.</exception>
    public static Tensor Uniform(Shape shape, Generator generator, double low = 0, double high = 1, DType dtype = DType.Float32) =>
        new UniformOp(generator, low, high, new TensorSpec(dtype, shape)).Apply();
}
