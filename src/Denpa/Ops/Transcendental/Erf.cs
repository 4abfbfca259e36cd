using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The error function of every element.</summary>
internal sealed record ErfOp : SlopedOp<ErfOp.ErfKernel, ErfOp.ErfGradientKernel>
{
    public static readonly ErfOp Instance = new();

    // Beyond it e^(−b²) is 0, which an infinity must not meet.
    private const double Edge = 30;

    public override string Name => "erf";

    public override string Formula => "y = erf x = 2/√π ∫₀ˣ e^(−t²) dt";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · 2/√π · e^(−x²)";

    protected internal override SlopeFormulas SlopeFormulas => new("2/√π · e^(−b²)", "(−2b) · 2/√π · e^(−b²)");

    protected internal override Tensor Curvature(Tensor a, Tensor b) => GradientOp.Apply(a, b) * (-2 * b.Clamp(-Edge, Edge));

    internal readonly struct ErfKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Erf(x);
    }

    internal readonly struct ErfGradientKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a * VectorMath<T, TLanes>.ErfDerivative(b);
    }
}

public sealed partial class Tensor
{
    /// <summary>erf x = 2/√π · ∫₀ˣ e^(−t²) dt for every element; float32 or float64.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Erf() => ErfOp.Instance.Apply(this);
}
