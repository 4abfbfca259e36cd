namespace Denpa;

/// <summary>What a derivative is handed: the gradient that comes in, and what forward kept for it.</summary>
public readonly struct DerivativeLink
{
    private readonly OpNode node;

    internal DerivativeLink(OpNode node, Tensor upstream)
    {
        this.node = node;
        Upstream = upstream;
    }

    /// <summary>∂L/∂y, the gradient with respect to the op's output, in the output's shape.</summary>
    public Tensor Upstream { get; }

    /// <summary>The op's output; it must be declared in <see cref="Op.DerivativeNeeds"/>.</summary>
    /// <exception cref="GraphException">It is not declared, or has changed since.</exception>
    public Tensor Output => node.Output();

    /// <summary>An input; it must be declared in <see cref="Op.DerivativeNeeds"/>.</summary>
    /// <exception cref="GraphException">It is not declared, or has changed since.</exception>
    public Tensor Input(int input) => node.Input(input);

    /// <summary>An input's shape, which is always known.</summary>
    public Shape InputShape(int input) => node.InputSpec(input).Shape;

    /// <summary>An input's element type, which is always known.</summary>
    public DType InputDType(int input) => node.InputSpec(input).DType;
}
