using System.Numerics;
using System.Runtime.Intrinsics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The logistic function, which takes any number into (0, 1).</summary>
internal sealed class SigmoidOp : UnaryOp<SigmoidOp.SigmoidKernel>
{
    public static readonly SigmoidOp Instance = new();

    public override string Name => "sigmoid";

    public override string Formula => "y = 1 / (1 + e⁻ˣ)";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · y · (1 − y)";

    protected internal override Needs DerivativeNeeds(int input) => Needs.Output;

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream * (link.Output * (1 - link.Output));

    internal readonly struct SigmoidKernel : IUnaryKernel
    {
        public Vector512<T> Invoke<T>(Vector512<T> x)
            where T : unmanaged, INumber<T> => VectorMath.Sigmoid(x);
    }
}

/// <summary>The logistic function.</summary>
public static class SigmoidExtensions
{
    extension(Tensor x)
    {
        /// <summary>1 / (1 + e⁻ˣ) for every element; float32 or float64.</summary>
        /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
        public Tensor Sigmoid() => SigmoidOp.Instance.Apply(x);
    }
}
