using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// A matrix product with the elementwise steps that follow it. Its inputs are the product's two and then the steps' other operands,
/// in the order in which the steps count them.
/// </summary>
internal sealed class FusedProductOp<T>(string name, MatMulOp product, MatMulOp.Sizes sizes, FusedStep<T>[] steps) : Op
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int FirstOther = 2;

    public override string Name => name;

    public override string Formula => $"{product.Formula}, then {name}";

    public override string DerivativeFormula => "none: it stands in plans alone, after the derivatives were taken";

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => product.Infer(inputs[..FirstOther]);

    protected internal override unsafe void Forward(in Operands operands)
    {
        ReadOnlySpan<T> left = operands.Read<T>(0);
        ReadOnlySpan<T> right = operands.Read<T>(1);
        Span<T> output = operands.Write<T>();
        if (steps.Length == 0)
        {
            product.Multiply(left, right, output, sizes, default(NoEpilogue<T>));
            return;
        }

        fixed (T* other0 = Other(operands, 0), other1 = Other(operands, 1), other2 = Other(operands, 2))
        {
            product.Multiply(left, right, output, sizes, new TileChain<T>(steps, sizes.Columns, other0, other1, other2));
        }

        foreach (ref readonly FusedStep<T> fused in steps.AsSpan()) fused.Step.Finish();
    }

    private static ReadOnlySpan<T> Other(in Operands operands, int index) =>
        operands.Count > FirstOther + index ? operands.Read<T>(FirstOther + index) : [];
}
