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

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream * (1 - link.Output.Square());

    internal readonly struct TanhKernel : IUnaryKernel
    {
        public Vector512<T> Invoke<T>(Vector512<T> x)
            where T : unmanaged, INumber<T> => VectorMath.Tanh(x);
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
