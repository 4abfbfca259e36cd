using System.Numerics;
using System.Runtime.InteropServices;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Where a truth value does not hold.</summary>
internal sealed record NotOp : SingleOutputOp
{
    public static readonly NotOp Instance = new();

    public override string Name => "not";

    public override string Formula => "y = ¬x";

    public override string DerivativeFormula => "none: a truth value does not vary";

    public override OperandSet MayOverwrite => OperandSet.All;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        Logic.RequireBool(Name, inputs[0].DType);
        return inputs[0];
    }

    protected internal override void Forward(in Operands operands) => Elementwise.Map(
        MemoryMarshal.AsBytes(operands.Read<bool>(0)), MemoryMarshal.AsBytes(operands.Write<bool>()), default(NotKernel));

    private readonly struct NotKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => TLanes.One ^ x;
    }
}

public sealed partial class Tensor
{
    /// <summary>The negation ¬x of a bool tensor, element by element.</summary>
    /// <exception cref="DTypeException">The operand is not bool.</exception>
    public static Tensor operator !(Tensor x) => NotOp.Instance.Apply(x);
}
