using static System.FormattableString;

namespace Denpa;

/// <summary>A value with a probability, else 0: the mask of dropout.</summary>
/// <param name="Generator">What it draws from.</param>
/// <param name="Probability">The probability of the value.</param>
/// <param name="Value">The value.</param>
/// <param name="Spec">The output's element type and shape.</param>
internal sealed record BernoulliOp(Generator Generator, double Probability, double Value, TensorSpec Spec) : RandomOp(Generator, Spec)
{
    public override string Name => "bernoulli";

    public override string Formula => Invariant($"y = {Value} with probability {Probability}, else 0");

    protected override void Forward<T>(in Operands operands) =>
        Generator.FillBernoulli(operands.Write<T>(), Probability, T.CreateTruncating(Value));
}

public sealed partial class Tensor
{
    /// <summary>
    /// A value with a probability, which is rounded to a multiple of 2⁻³², else 0; float32 or float64. A mask of dropout has the value
    /// 1 / probability.
    /// </summary>
    /// <exception cref="ArgumentException">The probability is not in [0, 1].</exception>
    /// <exception cref="DTypeException">The element type is not floating-point.</exception>
    public static Tensor Bernoulli(
        Shape shape, Generator generator, double probability, double value = 1, DType dtype = DType.Float32) =>
        new BernoulliOp(generator, probability, value, new TensorSpec(dtype, shape)).Apply();
}
