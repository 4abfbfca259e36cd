using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The natural logarithm of every element.</summary>
internal sealed record LogOp : UnaryOp<LogOp.LogKernel>
{
    public static readonly LogOp Instance = new();

    public override string Name => "log";

    public override string Formula => "y = ln x";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y / x";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0);

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream / link.Input(0);

    internal readonly struct LogKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Log(x);
    }
}

public sealed partial class Tensor
{
    /// <summary>ln x for every element; float32 or float64. −∞ at 0, NaN below it.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Log() => LogOp.Instance.Apply(this);
}
