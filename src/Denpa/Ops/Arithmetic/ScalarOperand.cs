using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>A plain number as an operand beside a tensor: it takes the tensor's element type, which must hold it.</summary>
internal static class ScalarOperand
{
    extension(SingleOutputOp op)
    {
        public Tensor Apply(Tensor a, double b) => op.Apply(a, Of(b, a.DType, op.Name));

        public Tensor Apply(double a, Tensor b) => op.Apply(Of(a, b.DType, op.Name), b);
    }

    /// <summary>The number as a scalar tensor.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    public static Tensor Of(double value, DType dtype, string operation)
    {
        Require(value, dtype, operation);
        return Tensor.Scalar(value, dtype);
    }

    /// <summary>Throws unless the element type holds the number: rounded when it is a floating-point type, else exactly.</summary>
    public static void Require(double value, DType dtype, string operation)
    {
        if (!dtype.Holds(value)) ThrowNotHeld(value, dtype, operation);
    }

    [DoesNotReturn]
    private static void ThrowNotHeld(double value, DType dtype, string operation) => throw new DTypeException(
        $"{operation}: a scalar takes its tensor's element type, and {dtype.Name} does not hold {value}; " +
        "convert the tensor with .To(DType.Float32)");
}
