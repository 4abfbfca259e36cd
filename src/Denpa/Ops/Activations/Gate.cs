using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Lets a value through where another is positive, else gives 0: ReLU's derivative, safe for infinite values.</summary>
internal sealed record GateOp : BinaryOp<GateOp.GateKernel>
{
    public static readonly GateOp Instance = new();

    public override string Name => "gate";

    public override string Formula => "y = a · [b > 0]";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y · [b > 0], ∂L/∂b = 0";

    protected internal override KeptOperands Keeps(int input) => input == 0 ? KeptOperands.Input(1) : KeptOperands.Nothing;

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input == 0
        ? link.Upstream.Gate(link.Input(1)).SumTo(link.InputShape(0))
        : Tensor.Zeros(link.InputShape(1), link.InputDType(1));

    internal readonly struct GateKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> =>
            TLanes.Select(b > TLanes.Zero, a, TLanes.Zero);
    }
}

public sealed partial class Tensor
{
    /// <summary>The value where <paramref name="gate"/> is positive, else 0; shapes broadcast.</summary>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    /// <exception cref="DTypeException">The element types differ.</exception>
    public Tensor Gate(Tensor gate) => GateOp.Instance.Apply(this, gate);
}
