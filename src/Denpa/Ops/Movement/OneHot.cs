using Denpa.Kernels;

namespace Denpa;

/// <summary>Class indices as rows with a one in the place of the class and zeros elsewhere. Indices have no derivative.</summary>
/// <param name="Classes">The number of classes.</param>
/// <param name="DType">The element type of the rows.</param>
/// <param name="Caller">What asks for it, for messages.</param>
internal sealed record OneHotOp(int Classes, DType DType, string Caller = "one hot") : NumericOp
{
    public override string Name => "one hot";

    public override string Formula => "yᵢⱼ = 1 where j = indexᵢ, else 0";

    public override string DerivativeFormula => "none";

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        RequireNumbers(inputs[0] with { DType = DType });
        if (inputs[0].DType != DType.Int64) DTypeException.ThrowNotIndices(Caller, inputs[0].DType);
        return new TensorSpec(DType, inputs[0].Shape.Insert(inputs[0].Shape.Rank, Classes));
    }

    protected override void Forward<T>(in Operands operands)
    {
        ReadOnlySpan<long> indices = operands.Read<long>(0);
        Span<T> rows = operands.Write<T>();
        RowIndices.Require(Caller, indices, Classes);
        rows.Clear();
        for (int row = 0; row < indices.Length; row++) rows[(row * Classes) + (int)indices[row]] = T.One;
    }
}

public sealed partial class Tensor
{
    /// <summary>Class indices, int64 of any shape, as rows of a one among zeros, along a new last axis: [n] gives [n, c].</summary>
    /// <param name="classes">The number of classes.</param>
    /// <param name="dtype">The element type of the result.</param>
    /// <exception cref="ShapeException">The number of classes is negative.</exception>
    /// <exception cref="DTypeException">The indices are not int64.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is not a class.</exception>
    public Tensor OneHot(int classes, DType dtype = DType.Float32) => classes < 0
        ? throw new ShapeException($"one hot: there cannot be {classes} classes")
        : new OneHotOp(classes, dtype).Apply(this);
}
