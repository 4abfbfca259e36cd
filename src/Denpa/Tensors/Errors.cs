using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>What Denpa throws when a computation cannot be done as asked; the message names the operation and what to do.</summary>
public abstract class DenpaException : Exception
{
    private string? layer;

    private protected DenpaException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>The path of the layer in which it happened, such as <c>encoder.0</c>; null outside of any layer.</summary>
    public string? Layer => layer;

    /// <inheritdoc/>
    public override string Message => layer is null ? base.Message : $"{base.Message} (layer \"{layer}\")";

    /// <summary>Notes the layer by its path unless an inner layer was noted before; false, so that it serves as an exception filter.</summary>
    internal bool NoteLayer(string path)
    {
        layer ??= path;
        return false;
    }
}

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

/// <summary>An element was looked at while a plan recorded, which could not look again when it is replayed.</summary>
public sealed class HostReadException : DenpaException
{
    /// <summary>An error with this message.</summary>
    public HostReadException(string message)
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
