using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// An op that compares two operands of one element type, broadcast to one shape, element by element. Truth values compare as 0 and 1.
/// </summary>
internal abstract record ComparisonOp<TKernel> : NumericOp
    where TKernel : struct, IComparisonKernel
{
    public override string DerivativeFormula => "none: a truth value does not vary";

    protected internal sealed override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        if (inputs[0].DType != inputs[1].DType) DTypeException.ThrowMixed(Name, inputs[0].DType, inputs[1].DType);
        return new TensorSpec(DType.Bool, Shape.Broadcast(inputs[0].Shape, inputs[1].Shape, Name));
    }

    private protected sealed override DType ComputesIn(in Operands operands) => operands[0].DType;

    protected sealed override void Forward<T>(in Operands operands) => Elementwise.Compare(
        operands.Read<T>(0),
        operands[0].Shape.Sizes,
        operands.Read<T>(1),
        operands[1].Shape.Sizes,
        operands.Write<bool>(),
        operands.Output.Shape.Sizes,
        default(TKernel));
}
