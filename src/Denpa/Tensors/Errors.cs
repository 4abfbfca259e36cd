using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>Shapes, axes or sizes that do not fit the operation.</summary>
public sealed class ShapeException : DenpaException
{
    /// <summary>An error with this message.</summary>
    public ShapeException(string message)
        : base(message)
    {
    }
}

/// <summary>An element type that the operation does not take. Element types never convert silently.</summary>
public sealed class DTypeException : DenpaException
{
    /// <summary>An error with this message.</summary>
    public DTypeException(string message)
        : base(message)
    {
    }

    [DoesNotReturn]
    internal static void ThrowNotFloating(string operation, DType dtype) =>
        throw new DTypeException($"{operation}: needs float32 or float64, got {dtype.Name}; convert with .To(DType.Float32)");

    [DoesNotReturn]
    internal static void ThrowNotNumeric(string operation, DType dtype) =>
        throw new DTypeException($"{operation}: needs numbers, got {dtype.Name}; convert with .To(DType.Float32)");

    [DoesNotReturn]
    internal static void ThrowNotIndices(string operation, DType dtype) =>
        throw new DTypeException($"{operation}: indices are int64, got {dtype.Name}; convert with .To(DType.Int64)");

    [DoesNotReturn]
    internal static void ThrowNotHeld(string operation, DType dtype, double value) =>
        throw new DTypeException($"{operation}: {dtype.Name} does not hold {value}; give DType.Float32 or another value");

    [DoesNotReturn]
    internal static void ThrowMixed(string operation, DType left, DType right) =>
        throw new DTypeException(
            $"{operation}: element types differ: left is {left.Name}, right is {right.Name}; convert one with .To(DType.…)");
}

/// <summary>A use of the computational graph that has no meaning, such as a gradient through a parameter that has since changed.</summary>
public sealed class GraphException : DenpaException
{
    /// <summary>An error with this message.</summary>
    public GraphException(string message)
        : base(message)
    {
    }
}

/// <summary>A number that is not finite where nothing can go on from it; the message says whose it is.</summary>
public sealed class NonFiniteException : DenpaException
{
    /// <summary>An error with this message.</summary>
    public NonFiniteException(string message)
        : base(message)
    {
    }
}
