using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>What a derivative is handed: the gradients that come in, and what forward kept for it.</summary>
public readonly ref struct DerivativeLink
{
    private readonly OpNode node;
    private readonly ReadOnlySpan<Tensor?> upstream;

    internal DerivativeLink(OpNode node, ReadOnlySpan<Tensor?> upstream)
    {
        this.node = node;
        this.upstream = upstream;
    }

    /// <summary>∂L/∂y, the gradient with respect to the op's only output, or to its first, in its shape.</summary>
    /// <exception cref="GraphException">The op has several outputs, and the loss does not depend on the first.</exception>
    public Tensor Upstream => upstream[0] ?? ThrowNoUpstream();

    /// <summary>The op's only output, or its first; it must be declared in <see cref="Op.Keeps"/>.</summary>
    /// <exception cref="GraphException">It is not declared, or has changed since.</exception>
    public Tensor Output => node.Output(0);

    /// <summary>The gradient with respect to an output, in its shape; null where the loss does not depend on it.</summary>
    public Tensor? UpstreamOf(int output) => upstream[output];

    /// <summary>An output; it must be declared in <see cref="Op.Keeps"/>.</summary>
    /// <exception cref="GraphException">It is not declared, or has changed since.</exception>
    public Tensor OutputAt(int output) => node.Output(output);

    /// <summary>An input; it must be declared in <see cref="Op.Keeps"/>.</summary>
    /// <exception cref="GraphException">It is not declared, or has changed since.</exception>
    public Tensor Input(int input) => node.Input(input);

    /// <summary>An input's shape, which is always known.</summary>
    public Shape InputShape(int input) => node.InputSpec(input).Shape;

    /// <summary>An input's element type, which is always known.</summary>
    public DType InputDType(int input) => node.InputSpec(input).DType;

    [DoesNotReturn]
    private Tensor ThrowNoUpstream() => throw new GraphException(
        $"{node.Op.Name}: its derivative reads the gradient of its first output, on which the loss does not depend; " +
        $"ask {nameof(UpstreamOf)}(0), which may be null");
}
