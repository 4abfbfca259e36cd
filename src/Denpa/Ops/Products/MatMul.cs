using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// The matrix product of the last two axes, either operand transposed on request, with leading axes broadcast. The
/// derivatives are matrix products of the gradient with the other operand.
/// </summary>
internal sealed record MatMulOp(bool TransposeLeft, bool TransposeRight) : NumericOp
{
    public override string Name => "matmul";

    public override string Formula => (TransposeLeft, TransposeRight) switch
    {
        (false, false) => "y = a b",
        (true, false) => "y = aᵀ b",
        (false, true) => "y = a bᵀ",
        _ => "y = aᵀ bᵀ",
    };

    public override string DerivativeFormula => (TransposeLeft, TransposeRight) switch
    {
        (false, false) => "∂L/∂a = ∂L/∂y bᵀ, ∂L/∂b = aᵀ ∂L/∂y",
        (true, false) => "∂L/∂a = b ∂L/∂yᵀ, ∂L/∂b = a ∂L/∂y",
        (false, true) => "∂L/∂a = ∂L/∂y b, ∂L/∂b = ∂L/∂yᵀ a",
        _ => "∂L/∂a = bᵀ ∂L/∂yᵀ, ∂L/∂b = ∂L/∂yᵀ aᵀ",
    };

    /// <summary>Throws unless the axes that are summed over have one size. A vector has only one axis, transposed or not.</summary>
    public static void RequireInner(Shape left, Shape right, bool transposeLeft, bool transposeRight)
    {
        if (left.Rank == 0 || right.Rank == 0) ThrowScalar(left, right);
        int ofLeft = left.Rank == 1 ? 0 : left.Rank - (transposeLeft ? 2 : 1);
        int ofRight = right.Rank == 1 ? 0 : right.Rank - (transposeRight ? 1 : 2);
        if (left[ofLeft] != right[ofRight]) ThrowInner(left, ofLeft, right, ofRight, transposeLeft, transposeRight);
    }

    protected internal override KeptOperands Keeps(int input) => input == 0 ? KeptOperands.Input(1) : KeptOperands.Input(0);

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        (TensorSpec left, TensorSpec right) = (inputs[0], inputs[1]);
        if (left.DType != right.DType) DTypeException.ThrowMixed(Name, left.DType, right.DType);
        if (left.DType == DType.UInt8) DTypeException.ThrowNotNumeric(Name, left.DType);
        RequireNumbers(left);
        Sizes sizes = Measure(left.Shape, right.Shape);
        Shape batch = Shape.Broadcast(Leading(left.Shape), Leading(right.Shape), "matmul, leading axes");
        return left with { Shape = [.. batch, sizes.Rows, sizes.Columns] };
    }

    protected override void Forward<T>(in Operands operands)
    {
        (Shape left, Shape right) = (operands[0].Shape, operands[1].Shape);
        Sizes sizes = Measure(left, right);
        if (IsSingle(left, right)) Multiply(operands.Read<T>(0), operands.Read<T>(1), operands.Write<T>(), sizes, default(NoEpilogue<T>));
        else MultiplyEach<T>(operands, sizes);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Tensor upstream = link.Upstream;
        Tensor other = link.Input(1 - input);
        Tensor gradient = (input, TransposeLeft, TransposeRight) switch
        {
            (0, false, _) => upstream.MatMul(other, transposeRight: !TransposeRight),
            (0, true, _) => other.MatMul(upstream, transposeLeft: TransposeRight, transposeRight: true),
            (_, _, false) => other.MatMul(upstream, transposeLeft: !TransposeLeft),
            (_, _, true) => upstream.MatMul(other, transposeLeft: true, transposeRight: TransposeLeft),
        };
        return gradient.SumTo(link.InputShape(input));
    }

    /// <summary>Whether both operands are one matrix, so that one product is all.</summary>
    internal static bool IsSingle(Shape left, Shape right) => left.Rank == 2 && right.Rank == 2;

    /// <summary>The sizes of each product of the last two axes.</summary>
    /// <exception cref="ShapeException">The inner dimensions differ.</exception>
    internal Sizes Measure(Shape left, Shape right)
    {
        RequireInner(left, right, TransposeLeft, TransposeRight);
        return new Sizes(left[TransposeLeft ? -1 : -2], right[TransposeRight ? -2 : -1], left[TransposeLeft ? -2 : -1]);
    }

    /// <summary>One product, whose tiles are handed to an epilogue as they are done.</summary>
    internal void Multiply<T, TEpilogue>(
        ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> destination, Sizes sizes, in TEpilogue epilogue)
        where T : unmanaged, INumber<T>
        where TEpilogue : struct, ITileEpilogue<T> =>
        MatrixProduct.Multiply(left, right, destination, sizes.Rows, sizes.Columns, sizes.Inner, TransposeLeft, TransposeRight, epilogue);

    private static Shape Leading(Shape shape) => new(shape.Sizes[..^2]);

    /// <summary>A product for each place of the leading axes.</summary>
    private void MultiplyEach<T>(in Operands operands, Sizes sizes)
        where T : unmanaged, INumber<T>
    {
        (int leftLength, int rightLength, int length) = (sizes.Rows * sizes.Inner, sizes.Inner * sizes.Columns, sizes.Rows * sizes.Columns);
        if (length == 0) return;
        Shape batch = Leading(operands.Output.Shape);
        BroadcastWalk walk = new(Leading(operands[0].Shape).Sizes, Leading(operands[1].Shape).Sizes, batch.Sizes);
        for (int run = 0; run < walk.RunCount; run++)
        {
            walk.Offsets(run, out int left, out int right);
            for (int i = 0; i < walk.RunLength; i++)
            {
                Multiply(
                    operands.Read<T>(0).Slice((left + (walk.ARepeats ? 0 : i)) * leftLength, leftLength),
                    operands.Read<T>(1).Slice((right + (walk.BRepeats ? 0 : i)) * rightLength, rightLength),
                    operands.Write<T>().Slice(((run * walk.RunLength) + i) * length, length),
                    sizes,
                    default(NoEpilogue<T>));
            }
        }
    }

    [DoesNotReturn]
    private static void ThrowScalar(Shape left, Shape right) =>
        throw new ShapeException($"matmul: a scalar is no matrix: left is {left}, right is {right}; to scale a tensor, use *");

    [DoesNotReturn]
    private static void ThrowInner(Shape left, int ofLeft, Shape right, int ofRight, bool transposeLeft, bool transposeRight)
    {
        string transposed = (transposeLeft, transposeRight) switch
        {
            (true, true) => " (transposed: both)",
            (true, false) => " (transposed: left)",
            (false, true) => " (transposed: right)",
            _ => "",
        };
        throw new ShapeException(
            $"matmul: inner dimensions differ: left {left} has {left[ofLeft]} on axis {ofLeft}, " +
            $"right {right} has {right[ofRight]} on axis {ofRight}{transposed}");
    }

    /// <summary>The sizes of one product: [rows, inner] by [inner, columns].</summary>
    internal readonly record struct Sizes(int Rows, int Columns, int Inner);
}

public sealed partial class Tensor
{
    /// <summary>
    /// The matrix product: [m, k] by [k, n] gives [m, n]. Leading axes broadcast as batches, a vector on the left is a row and
    /// one on the right a column, whose axis is dropped again.
    /// </summary>
    /// <param name="right">The right operand, of the same element type: float32, float64 or int64.</param>
    /// <param name="transposeLeft">Whether the last two axes of the left operand are swapped first.</param>
    /// <param name="transposeRight">Whether the last two axes of the right operand are swapped first.</param>
    /// <exception cref="ShapeException">The inner dimensions or the leading axes do not fit.</exception>
    /// <exception cref="DTypeException">The element types differ or are no numbers.</exception>
    public Tensor MatMul(Tensor right, bool transposeLeft = false, bool transposeRight = false)
    {
        MatMulOp.RequireInner(Shape, right.Shape, transposeLeft, transposeRight);
        if (Rank == 1) return Reshape(1, Length).MatMul(right, false, transposeRight).Squeeze(right.Rank == 1 ? 0 : -2);
        if (right.Rank == 1) return MatMul(right.Reshape(right.Length, 1), transposeLeft, false).Squeeze(-1);
        bool isOneProduct = Rank > 2 && right.Rank == 2 && !transposeLeft;
        if (!isOneProduct) return new MatMulOp(transposeLeft, transposeRight).Apply(this, right);
        AxisLayout rows = AxisLayout.Of(Shape, Rank - 1);
        Tensor product = Reshape(rows.Outer, rows.Length).MatMul(right, false, transposeRight);
        return product.Reshape([.. Shape.Sizes[..^1], product.Shape[-1]]);
    }
}
