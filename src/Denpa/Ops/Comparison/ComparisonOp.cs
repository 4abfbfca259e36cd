using System.Numerics;
using System.Runtime.InteropServices;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// An op that compares two operands of one element type, broadcast to one shape, element by element. Truth values compare as 0 and 1.
/// </summary>
internal abstract record ComparisonOp<TKernel> : Op
    where TKernel : struct, IComparisonKernel
{
    public override string DerivativeFormula => "none: a truth value does not vary";

    protected internal sealed override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        if (inputs[0].DType != inputs[1].DType) DTypeException.ThrowMixed(Name, inputs[0].DType, inputs[1].DType);
        return new TensorSpec(DType.Bool, Shape.Broadcast(inputs[0].Shape, inputs[1].Shape, Name));
    }

    protected internal sealed override void Forward(in Operands operands)
    {
        switch (operands[0].DType)
        {
            case DType.Float32: Compare(operands.Read<float>(0), operands.Read<float>(1), operands); break;
            case DType.Float64: Compare(operands.Read<double>(0), operands.Read<double>(1), operands); break;
            case DType.Int64: Compare(operands.Read<long>(0), operands.Read<long>(1), operands); break;
            case DType.Bool: Compare(Bytes(operands, 0), Bytes(operands, 1), operands); break;
            default: Compare(operands.Read<byte>(0), operands.Read<byte>(1), operands); break;
        }
    }

    private static ReadOnlySpan<byte> Bytes(in Operands operands, int input) => MemoryMarshal.AsBytes(operands.Read<bool>(input));

    private static void Compare<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, in Operands operands)
        where T : unmanaged, INumber<T> => Elementwise.Compare(
            a,
            operands[0].Shape.Sizes,
            b,
            operands[1].Shape.Sizes,
            operands.Write<bool>(),
            operands.Output.Shape.Sizes,
            default(TKernel));
}
