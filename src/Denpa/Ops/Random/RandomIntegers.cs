namespace Denpa;

/// <summary>Whole numbers drawn evenly from an interval.</summary>
/// <param name="Generator">What it draws from.</param>
/// <param name="Low">The least number.</param>
/// <param name="High">What all numbers are below.</param>
/// <param name="Shape">The output's shape.</param>
internal sealed record RandomIntegersOp(Generator Generator, long Low, long High, Shape Shape) : SingleOutputOp
{
    public override string Name => "random integers";

    public override string Formula => $"y drawn evenly from {Low}, …, {High - 1}";

    public override string DerivativeFormula => "none";

    public override Generator Draws => Generator;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => new(DType.Int64, Shape);

    protected internal override void Forward(in Operands operands) => Generator.FillIntegers(operands.Write<long>(), Low, High);
}

public sealed partial class Tensor
{
    /// <summary>Whole numbers drawn evenly from <paramref name="low"/> up to but without <paramref name="high"/>, as int64.</summary>
    /// <exception cref="ArgumentException">The interval is empty.</exception>
    public static Tensor RandomIntegers(Shape shape, Generator generator, long low, long high) =>
        new RandomIntegersOp(generator, low, high, shape).Apply();
}
