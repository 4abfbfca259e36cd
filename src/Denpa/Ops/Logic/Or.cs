using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Where at least one of two truth values holds.</summary>
internal sealed record OrOp : LogicOp<OrOp.OrKernel>
{
    public static readonly OrOp Instance = new();

    public override string Name => "or";

    public override string Formula => "y = a ∨ b";

    internal readonly struct OrKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a | b;
    }
}

public sealed partial class Tensor
{
    /// <summary>The disjunction a ∨ b of bool tensors, element by element, with NumPy's broadcasting.</summary>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    /// <exception cref="DTypeException">An operand is not bool.</exception>
    public static Tensor operator |(Tensor a, Tensor b) => OrOp.Instance.Apply(a, b);
}
