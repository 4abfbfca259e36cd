using System.Numerics;
using System.Runtime.Intrinsics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The hyperbolic tangent, which takes any number into (−1, 1).</summary>
internal sealed class TanhOp : UnaryOp<TanhOp.TanhKernel>
{
    public static readonly TanhOp Instance = new();

    public override string Name => "tanh";

    public override string Formula => "y = tanh x";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · (1 − y²)";

    protected internal override Needs DerivativeNeeds(int input) => Needs.Output;

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        TanhGradientOp.Instance.Apply(link.Upstream, link.Output);

    internal readonly struct TanhKernel : IUnaryKernel
    {
        public Vector512<T> Invoke<T>(Vector512<T> x)
            where T : unmanaged, INumber<T> => VectorMath.Tanh(x);
    }
}

/// <summary>The derivative of the hyperbolic tangent as an op: a is the gradient that comes in, b the tangent itself.</summary>
internal sealed class TanhGradientOp : BinaryOp<TanhGradientOp.GradientKernel>
{
    public static readonly TanhGradientOp Instance = new();

    public override string Name => "tanh gradient";

    public override string Formula => "y = a · (1 − b²)";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y · (1 − b²), ∂L/∂b = ∂L/∂y · −2ab";

    protected internal override Needs DerivativeNeeds(int input) => input == 0 ? Needs.Input1 : Needs.Input0 | Needs.Input1;

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input == 0
        ? Instance.Apply(link.Upstream, link.Input(1))
        : link.Upstream * (link.Input(0) * (-2 * link.Input(1)));

    internal readonly struct GradientKernel : IBinaryKernel
    {
        public Vector512<T> Invoke<T>(Vector512<T> a, Vector512<T> b)
            where T : unmanaged, INumber<T> => a * (Vector512<T>.One - (b * b));
    }
}

/// <summary>The hyperbolic tangent.</summary>
public static class TanhExtensions
{
    extension(Tensor x)
    {
        /// <summary>tanh x for every element; float32 or float64.</summary>
        /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
        public Tensor Tanh() => TanhOp.Instance.Apply(x);
    }
}
