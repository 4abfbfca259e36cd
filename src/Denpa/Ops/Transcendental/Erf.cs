using System.Numerics;
using System.Runtime.Intrinsics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The error function of every element.</summary>
internal sealed class ErfOp : UnaryOp<ErfOp.ErfKernel>
{
    public static readonly ErfOp Instance = new();

    private const double TwoBySqrtPi = 1.12837916709551257390;

    public override string Name => "erf";

    public override string Formula => "y = erf x = 2/√π ∫₀ˣ e^(−t²) dt";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · 2/√π · e^(−x²)";

    protected internal override Needs DerivativeNeeds(int input) => Needs.Input0;

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        link.Upstream * ((-link.Input(0).Square()).Exp() * TwoBySqrtPi);

    internal readonly struct ErfKernel : IUnaryKernel
    {
        public Vector512<T> Invoke<T>(Vector512<T> x)
            where T : unmanaged, INumber<T> => VectorMath.Erf(x);
    }
}

/// <summary>The error function.</summary>
public static class ErfExtensions
{
    extension(Tensor x)
    {
        /// <summary>erf x = 2/√π · ∫₀ˣ e^(−t²) dt for every element; float32 or float64.</summary>
        /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
        public Tensor Erf() => ErfOp.Instance.Apply(x);
    }
}
