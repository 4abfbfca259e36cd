namespace Denpa;

/// <summary>A value with a probability, else 0, drawn anew at each run: the mask of dropout. It has no inputs.</summary>
internal sealed class BernoulliMaskOp(Generator generator, double probability, double value, TensorSpec spec) : FloatingOp
{
    public override string Name => "bernoulli mask";

    public override string Formula => FormattableString.Invariant($"y = {value} with probability {probability}, else 0");

    public override string DerivativeFormula => "none";

    public override Generator Draws => generator;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        RequireFloating(spec.DType);
        return spec;
    }

    protected override void Forward<T>(in Operands operands) =>
        generator.FillBernoulli(operands.Write<T>(), probability, T.CreateTruncating(value));
}
