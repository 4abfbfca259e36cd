using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// A matrix product with the elementwise steps that follow it. Its inputs are the product's two and then the steps' other operands,
/// in the order in which the steps count them.
/// </summary>
/// <param name="Product">The product.</param>
/// <param name="Sizes">Its sizes.</param>
/// <param name="Followers">The ops that it has taken in.</param>
/// <param name="Steps">What each of them does to a tile.</param>
internal sealed record FusedProductOp<T>(
    MatMulOp Product, MatMulOp.Sizes Sizes, ValueList<Op> Followers, ValueList<FusedStep<T>> Steps) : SingleOutputOp
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int FirstOther = 2;

    /// <summary>Such as <c>matmul + add + relu</c>.</summary>
    public override string Name => string.Join(" + ", Followers.Prepend(Product).Select(op => op.Name));

    public override string Formula => $"{Product.Formula}, then {string.Join(", ", Followers.Select(op => op.Name))}";

    public override string DerivativeFormula => "none: it stands in plans alone, after the derivatives were taken";

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => Product.Infer(inputs[..FirstOther]);

    protected internal override unsafe void Forward(in Operands operands)
    {
        ReadOnlySpan<T> left = operands.Read<T>(0);
        ReadOnlySpan<T> right = operands.Read<T>(1);
        Span<T> output = operands.Write<T>();
        if (Steps.Length == 0)
        {
            Product.Multiply(left, right, output, Sizes, default(NoEpilogue<T>));
            return;
        }

        fixed (T* other0 = Other(operands, 0), other1 = Other(operands, 1), other2 = Other(operands, 2))
        {
            Product.Multiply(left, right, output, Sizes, new TileChain<T>(Steps, Sizes.Columns, other0, other1, other2));
        }

        foreach (ref readonly FusedStep<T> fused in Steps.Items) fused.Step.Finish();
    }

    private static ReadOnlySpan<T> Other(in Operands operands, int index) =>
        operands.Count > FirstOther + index ? operands.Read<T>(FirstOther + index) : [];
}
