using System.Numerics;
using Denpa.Kernels;
using static System.FormattableString;

namespace Denpa;

/// <summary>ReLU with a slope below 0, so that no unit dies (Maas et al. 2013). At 0 its derivative is that slope.</summary>
internal sealed record LeakyReluOp(double Slope) : UnaryOp<LeakyReluOp.LeakyReluKernel>
{
    public override string Name => "leaky relu";

    public override string Formula => Invariant($"y = x where x > 0, else {Slope} · x");

    public override string DerivativeFormula => Invariant($"∂L/∂x = ∂L/∂y where y > 0, else {Slope} · ∂L/∂y");

    protected override LeakyReluKernel Kernel => new(Slope);

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Output;

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        new LeakyGateOp(Slope).Apply(link.Upstream, link.Output);

    internal readonly struct LeakyReluKernel(double slope) : IUnaryKernel
    {
        // Without a slope −∞ becomes 0 like any other number below it, which 0 · ∞ would not be.
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> =>
            TLanes.Select(x < TLanes.Zero, slope == 0 ? TLanes.Zero : T.CreateTruncating(slope) * x, x);
    }
}

/// <summary>Lets a value through where another is positive, else a part of it: the derivative of leaky ReLU.</summary>
internal sealed record LeakyGateOp(double Slope) : BinaryOp<LeakyGateOp.LeakyGateKernel>
{
    public override string Name => "leaky gate";

    public override string Formula => Invariant($"y = a where b > 0, else {Slope} · a");

    public override string DerivativeFormula => Invariant($"∂L/∂a = ∂L/∂y where b > 0, else {Slope} · ∂L/∂y, ∂L/∂b = 0");

    protected override LeakyGateKernel Kernel => new(Slope);

    protected internal override KeptOperands Keeps(int input) => input == 0 ? KeptOperands.Input(1) : KeptOperands.Nothing;

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input == 0
        ? Apply(link.Upstream, link.Input(1))
        : Tensor.Zeros(link.InputShape(1), link.InputDType(1));

    internal readonly struct LeakyGateKernel(double slope) : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> =>
            TLanes.Select(b > TLanes.Zero, a, T.CreateTruncating(slope) * a);
    }
}

public sealed partial class Tensor
{
    /// <summary>x for every element above 0, else slope · x; float32 or float64. The derivative at 0 is the slope.</summary>
    /// <param name="slope">The slope below 0: finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The slope is negative or not finite.</exception>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor LeakyRelu(double slope = 0.01)
    {
        if (!double.IsFinite(slope) || slope < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(slope), slope, "leaky relu: the slope must be finite and not negative");
        }

        return new LeakyReluOp(slope).Apply(this);
    }
}
