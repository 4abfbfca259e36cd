using Denpa.Kernels;

namespace Denpa;

/// <summary>One element of each row, picked by index. The derivative puts the gradient there and 0 elsewhere.</summary>
/// <param name="Caller">What asks for it, for messages.</param>
internal sealed record PickOp(string Caller = "pick") : MovementOp
{
    public static readonly PickOp Instance = new();

    public override string Name => "pick";

    public override string Formula => "yᵢ = xᵢ[indexᵢ]";

    public override string DerivativeFormula => "∂L/∂xᵢⱼ = ∂L/∂yᵢ where j = indexᵢ, else 0";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(1);

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        (Shape shape, TensorSpec indices) = (inputs[0].Shape, inputs[1]);
        if (indices.DType != DType.Int64) DTypeException.ThrowNotIndices(Caller, indices.DType);
        if (shape.Rank == 0 || new Shape(shape.Sizes[..^1]) != indices.Shape)
        {
            throw new ShapeException(
                $"{Caller}: one index for each row is needed: {shape} has rows [{string.Join(", ", shape.SkipLast(1))}], " +
                $"the indices are {indices.Shape}");
        }

        return inputs[0] with { Shape = indices.Shape };
    }

    protected override void Forward<T>(in Operands operands)
    {
        int columns = operands[0].Shape[-1];
        ReadOnlySpan<T> rows = operands.Read<T>(0);
        ReadOnlySpan<long> indices = operands.Read<long>(1);
        Span<T> picked = operands.Write<T>();
        RowIndices.Require(Caller, indices, columns);
        for (int row = 0; row < picked.Length; row++) picked[row] = rows[(row * columns) + (int)indices[row]];
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        link.Upstream.Unsqueeze(-1) * link.Input(1).OneHot(link.InputShape(0)[-1], link.InputDType(0));
}

public sealed partial class Tensor
{
    /// <summary>One element of each row along the last axis: from [n, c], indices [n] give [n].</summary>
    /// <param name="indices">The column to take from each row, int64, in this tensor's shape without the last axis.</param>
    /// <exception cref="ShapeException">There is not one index for each row.</exception>
    /// <exception cref="DTypeException">The indices are not int64.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is not a column.</exception>
    public Tensor Pick(Tensor indices) => PickOp.Instance.Apply(this, indices);
}
