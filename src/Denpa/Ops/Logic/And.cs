using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Where both of two truth values hold.</summary>
internal sealed record AndOp : LogicOp<AndOp.AndKernel>
{
    public static readonly AndOp Instance = new();

    public override string Name => "and";

    public override string Formula => "y = a ∧ b";

    internal readonly struct AndKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a & b;
    }
}

public sealed partial class Tensor
{
    /// <summary>The conjunction a ∧ b of bool tensors, element by element, with NumPy's broadcasting.</summary>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    /// <exception cref="DTypeException">An operand is not bool.</exception>
    public static Tensor operator &(Tensor a, Tensor b) => AndOp.Instance.Apply(a, b);
}
