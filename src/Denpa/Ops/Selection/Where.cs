using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>One of two tensors' elements, as a condition of the same shape says. The derivative goes to the one that was taken.</summary>
internal sealed record WhereOp : MovementOp
{
    public static readonly WhereOp Instance = new();

    public override string Name => "where";

    public override string Formula => "y = a where c, else b";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y where c, else 0; ∂L/∂b = 0 where c, else ∂L/∂y";

    public override OperandSet MayOverwrite => [1, 2];

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0);

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        (TensorSpec condition, TensorSpec a, TensorSpec b) = (inputs[0], inputs[1], inputs[2]);
        if (condition.DType != DType.Bool) ThrowNoCondition(condition.DType);
        if (a.DType != b.DType) DTypeException.ThrowMixed(Name, a.DType, b.DType);
        if (condition.Shape != a.Shape || a.Shape != b.Shape) ThrowShapes(condition.Shape, a.Shape, b.Shape);
        return a;
    }

    // By bits instead of by a branch, which conditions in no order would make the processor mispredict.
    protected override void Forward<T>(in Operands operands)
    {
        ReadOnlySpan<byte> condition = operands.Read<byte>(0);
        ReadOnlySpan<T> a = operands.Read<T>(1);
        ReadOnlySpan<T> b = operands.Read<T>(2);
        Span<T> destination = operands.Write<T>();
        for (int i = 0; i < destination.Length; i++)
        {
            T all = T.Zero - T.CreateTruncating(condition[i]);
            destination[i] = (a[i] & all) | (b[i] & ~all);
        }
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input == 1
        ? Tensor.Where(link.Input(0), link.Upstream, 0)
        : Tensor.Where(link.Input(0), 0, link.Upstream);

    [DoesNotReturn]
    private static void ThrowNoCondition(DType dtype) =>
        throw new DTypeException($"where: the condition must be bool, got {dtype.Name}; compare first, as in Tensor.Where(x > 0, a, b)");

    [DoesNotReturn]
    private static void ThrowShapes(Shape condition, Shape a, Shape b) =>
        throw new ShapeException($"where: the condition {condition} and the operands {a} and {b} must have one shape");
}

public sealed partial class Tensor
{
    /// <summary>a where the condition is true, else b, element by element; the three shapes broadcast. Element types are any.</summary>
    /// <param name="condition">The condition; bool.</param>
    /// <param name="a">What is taken where it holds.</param>
    /// <param name="b">What is taken elsewhere, of a's element type.</param>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    /// <exception cref="DTypeException">The condition is not bool, or the element types of a and b differ.</exception>
    public static Tensor Where(Tensor condition, Tensor a, Tensor b)
    {
        string name = WhereOp.Instance.Name;
        Shape shape = Shape.Broadcast(condition.Shape, Shape.Broadcast(a.Shape, b.Shape, name), name);
        return WhereOp.Instance.Apply(condition.BroadcastTo(shape), a.BroadcastTo(shape), b.BroadcastTo(shape));
    }

    /// <summary>a where the condition is true, else the number b, which takes a's element type.</summary>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    /// <exception cref="DTypeException">The condition is not bool, or a's element type does not hold b.</exception>
    public static Tensor Where(Tensor condition, Tensor a, double b) =>
        Where(condition, a, ScalarOperand.Of(b, a.DType, WhereOp.Instance.Name));

    /// <summary>The number a where the condition is true, else b, whose element type it takes.</summary>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    /// <exception cref="DTypeException">The condition is not bool, or b's element type does not hold a.</exception>
    public static Tensor Where(Tensor condition, double a, Tensor b) =>
        Where(condition, ScalarOperand.Of(a, b.DType, WhereOp.Instance.Name), b);
}
