namespace Denpa;

/// <summary>An op without inputs that draws its output from a generator, anew at each run: also when a plan replays it.</summary>
/// <param name="Generator">What it draws from.</param>
/// <param name="Spec">The output's element type and shape.</param>
internal abstract record RandomOp(Generator Generator, TensorSpec Spec) : FloatingOp
{
    public sealed override string DerivativeFormula => "none";

    public sealed override Generator Draws => Generator;

    protected internal sealed override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => RequireFloating(Spec);
}
