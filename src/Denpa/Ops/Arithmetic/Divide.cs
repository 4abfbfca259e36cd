using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The quotient of two tensors, element by element.</summary>
internal sealed record DivideOp : BinaryNumericOp<DivideOp.DivideKernel>
{
    public static readonly DivideOp Instance = new();

    public override string Name => "divide";

    public override string Formula => "y = a / b";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y / b, ∂L/∂b = −∂L/∂y · (a / b) / b";

    protected internal override KeptOperands Keeps(int input) =>
        input == 0 ? KeptOperands.Input(1) : KeptOperands.Input(0) | KeptOperands.Input(1);

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        if (input == 0) return (link.Upstream / link.Input(1)).SumTo(link.InputShape(0));
        Shape shape = link.Upstream.Shape;
        Tensor gradient = DivisorGradientOp.Instance.Apply(
            link.Upstream, link.Input(0).BroadcastTo(shape), link.Input(1).BroadcastTo(shape));
        return gradient.SumTo(link.InputShape(1));
    }

    protected override void Forward<T>(in Operands operands)
    {
        if ((typeof(T) == typeof(long) || typeof(T) == typeof(byte)) && operands.Output.Shape.ElementCount > 0)
        {
            int zero = operands.Read<T>(1).IndexOf(T.Zero);
            if (zero >= 0) ThrowByZero(operands[1], zero);
        }

        base.Forward<T>(operands);
    }

    [DoesNotReturn]
    private static void ThrowByZero(TensorSpec divisors, int position)
    {
        string place = divisors.Shape.Rank == 0 ? "" : $" at {divisors.Shape.PlaceOf(position)}";
        throw new DivideByZeroException(
            $"divide: the divisor {divisors} is 0{place}, and integers have no infinity; convert both tensors with .To(DType.Float32)");
    }

    internal readonly struct DivideKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            if (typeof(T) != typeof(long)) return a / b;

            // The least number's opposite is itself, as everywhere where integers wrap around; the processor would refuse to divide.
            TLanes isMinusOne = TLanes.Equal(b, -TLanes.One);
            return TLanes.Select(isMinusOne, -a, a / TLanes.Select(isMinusOne, TLanes.One, b));
        }
    }
}

/// <summary>
/// The quotient's derivative by its divisor c, b being the dividend, times a. Its own derivatives are of the same form, so that a
/// dividend of 0 meets no infinity however small the divisor is.
/// </summary>
internal sealed record DivisorGradientOp : FloatingOp
{
    public static readonly DivisorGradientOp Instance = new();

    public override string Name => "divisor gradient";

    public override string Formula => "y = −a · (b / c) / c";

    public override string DerivativeFormula =>
        "∂L/∂a = −∂L/∂y · (b / c) / c, ∂L/∂b = −∂L/∂y · (a / c) / c, ∂L/∂c = −2 ∂L/∂y · y / c";

    public override OperandSet MayOverwrite => OperandSet.All;

    protected internal override KeptOperands Keeps(int input) => input switch
    {
        0 => KeptOperands.Input(1) | KeptOperands.Input(2),
        1 => KeptOperands.Input(0) | KeptOperands.Input(2),
        _ => KeptOperands.Output | KeptOperands.Input(2),
    };

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        RequireFloating(inputs[0], inputs[1]);
        if (inputs[0] == inputs[1] && inputs[1] == inputs[2]) return inputs[0];
        throw new ShapeException($"{Name}: {inputs[0]}, {inputs[1]} and {inputs[2]} differ");
    }

    protected override void Forward<T>(in Operands operands) => Elementwise.Zip(
        operands.Read<T>(0), operands.Read<T>(1), operands.Read<T>(2), operands.Write<T>(), default(DivisorGradientKernel));

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input switch
    {
        0 => Apply(link.Upstream, link.Input(1), link.Input(2)),
        1 => Apply(link.Upstream, link.Input(0), link.Input(2)),
        _ => -2 * (link.Upstream * link.Output / link.Input(2)),
    };

    private readonly struct DivisorGradientKernel : ITernaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b, TLanes c)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => -(a * (b / c) / c);
    }
}

public sealed partial class Tensor
{
    /// <summary>
    /// a / b, element by element, with NumPy's broadcasting. Numbers of one element type. Integers are divided towards zero, as C#
    /// divides them: 7 / 2 is 3. The least int64 by −1 wraps around to itself.
    /// </summary>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    /// <exception cref="DTypeException">The element types differ.</exception>
    /// <exception cref="DivideByZeroException">The elements are integers and a divisor is 0.</exception>
    public static Tensor operator /(Tensor a, Tensor b) => DivideOp.Instance.Apply(a, b);

    /// <summary>a / b for every element of a; b takes a's element type.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    /// <exception cref="DivideByZeroException">The elements are integers and b is 0.</exception>
    public static Tensor operator /(Tensor a, double b) => DivideOp.Instance.Apply(a, b);

    /// <summary>a / b for every element of b; a takes b's element type.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    /// <exception cref="DivideByZeroException">The elements are integers and one of b's is 0.</exception>
    public static Tensor operator /(double a, Tensor b) => DivideOp.Instance.Apply(a, b);
}
