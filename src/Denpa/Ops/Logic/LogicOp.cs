using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Denpa.Kernels;

namespace Denpa;

/// <summary>An op that combines two tensors of truth values, broadcast to one shape, by a kernel on their bytes, 0 or 1.</summary>
internal abstract record LogicOp<TKernel> : SingleOutputOp
    where TKernel : struct, IBinaryKernel
{
    public override string DerivativeFormula => "none: a truth value does not vary";

    public override OperandSet MayOverwrite => OperandSet.All;

    protected internal sealed override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        Logic.RequireBool(Name, inputs[0].DType);
        Logic.RequireBool(Name, inputs[1].DType);
        return new TensorSpec(DType.Bool, Shape.Broadcast(inputs[0].Shape, inputs[1].Shape, Name));
    }

    protected internal sealed override void Forward(in Operands operands) => Elementwise.Zip(
        MemoryMarshal.AsBytes(operands.Read<bool>(0)),
        operands[0].Shape.Sizes,
        MemoryMarshal.AsBytes(operands.Read<bool>(1)),
        operands[1].Shape.Sizes,
        MemoryMarshal.AsBytes(operands.Write<bool>()),
        operands.Output.Shape.Sizes,
        default(TKernel));
}

/// <summary>What logical ops require.</summary>
internal static class Logic
{
    public static void RequireBool(string operation, DType dtype)
    {
        if (dtype != DType.Bool) ThrowNotBool(operation, dtype);
    }

    [DoesNotReturn]
    private static void ThrowNotBool(string operation, DType dtype) =>
        throw new DTypeException($"{operation}: needs bool, got {dtype.Name}; compare first, as in x > 0");
}
