using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.Intrinsics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The quotient of two tensors, element by element.</summary>
internal sealed class DivideOp : BinaryOp<DivideOp.DivideKernel>
{
    public static readonly DivideOp Instance = new();

    public override string Name => "divide";

    public override string Formula => "y = a / b";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y / b, ∂L/∂b = −∂L/∂y · y / b";

    protected internal override Needs DerivativeNeeds(int input) => input == 0 ? Needs.Input1 : Needs.Output | Needs.Input1;

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Tensor passed = link.Upstream / link.Input(1);
        return input == 0 ? passed.SumTo(link.InputShape(0)) : -(passed * link.Output).SumTo(link.InputShape(1));
    }

    internal readonly struct DivideKernel : IBinaryKernel
    {
        public Vector512<T> Invoke<T>(Vector512<T> a, Vector512<T> b)
            where T : unmanaged, INumber<T>
        {
            bool isInteger = typeof(T) == typeof(long) || typeof(T) == typeof(byte);
            if (isInteger && Vector512.EqualsAny(b, Vector512<T>.Zero)) ThrowIntegerByZero();
            return a / b;
        }

        [DoesNotReturn]
        private static void ThrowIntegerByZero() => throw new DivideByZeroException(
            "divide: an integer divisor is 0, and integers have no infinity; convert both tensors with .To(DType.Float32)");
    }
}

/// <summary>Division.</summary>
public static class DivideExtensions
{
    extension(Tensor)
    {
        /// <summary>
        /// a / b, element by element, with NumPy's broadcasting. Numbers of one element type. Integers are divided towards zero, as C#
        /// divides them: 7 / 2 is 3.
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
}
