using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// An op y = f(x) that maps each element by a kernel, and whose gradient maps it by another: that of one op for all such functions,
/// <see cref="SlopeOp{TKernel, TSlopeKernel}"/>.
/// </summary>
internal abstract record SlopedOp<TKernel, TSlopeKernel> : UnaryOp<TKernel>
    where TKernel : struct, IUnaryKernel
    where TSlopeKernel : struct, IBinaryKernel
{
    /// <summary>The kernel of a · f′(b), b being what forward kept.</summary>
    protected internal virtual TSlopeKernel SlopeKernel => default;

    /// <summary>f′ and f″ in writing, of b.</summary>
    protected internal abstract SlopeFormulas SlopeFormulas { get; }

    /// <summary>Whether b is the output y instead of the input x.</summary>
    protected virtual bool SlopeIsOfOutput => false;

    /// <summary>The op that computes a · f′(b).</summary>
    internal SlopeOp<TKernel, TSlopeKernel> GradientOp => new(this);

    /// <summary>a times the derivative of f′(b) by b, written in ops.</summary>
    protected internal abstract Tensor Curvature(Tensor a, Tensor b);

    protected internal sealed override KeptOperands Keeps(int input) => SlopeIsOfOutput ? KeptOperands.Output : KeptOperands.Input(0);

    protected internal sealed override Tensor Derivative(int input, in DerivativeLink link) =>
        GradientOp.Apply(link.Upstream, SlopeIsOfOutput ? link.Output : link.Input(0));
}

/// <summary>A function's derivatives in writing.</summary>
/// <param name="First">f′(b).</param>
/// <param name="Second">The derivative of f′(b) by b.</param>
/// <param name="Terms">What the letters in both stand for.</param>
internal readonly record struct SlopeFormulas(string First, string Second, string Terms = "");

/// <summary>A gradient a times a function's derivative at b: y = a · f′(b).</summary>
/// <param name="Function">f.</param>
internal sealed record SlopeOp<TKernel, TSlopeKernel>(SlopedOp<TKernel, TSlopeKernel> Function) : BinaryOp<TSlopeKernel>
    where TKernel : struct, IUnaryKernel
    where TSlopeKernel : struct, IBinaryKernel
{
    public override string Name => $"{Function.Name} gradient";

    public override string Formula => $"y = a · {Function.SlopeFormulas.First}{Terms}";

    public override string DerivativeFormula =>
        $"∂L/∂a = ∂L/∂y · {Function.SlopeFormulas.First}, ∂L/∂b = ∂L/∂y · a · {Function.SlopeFormulas.Second}{Terms}";

    protected override TSlopeKernel Kernel => Function.SlopeKernel;

    private string Terms => Function.SlopeFormulas.Terms is { Length: > 0 } terms ? $", {terms}" : "";

    protected internal override KeptOperands Keeps(int input) =>
        input == 0 ? KeptOperands.Input(1) : KeptOperands.Input(0) | KeptOperands.Input(1);

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input == 0
        ? Apply(link.Upstream, link.Input(1))
        : Function.Curvature(link.Upstream * link.Input(0), link.Input(1));
}
