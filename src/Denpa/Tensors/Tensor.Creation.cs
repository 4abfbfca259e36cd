using System.Diagnostics.CodeAnalysis;
using System.Numerics.Tensors;

namespace Denpa;

public sealed partial class Tensor
{
    /// <summary>A tensor of zeros.</summary>
    public static Tensor Zeros(Shape shape, DType dtype = DType.Float32) => Full(shape, 0, dtype);

    /// <summary>A tensor of ones.</summary>
    public static Tensor Ones(Shape shape, DType dtype = DType.Float32) => Full(shape, 1, dtype);

    /// <summary>A tensor with every element the same value, rounded to the element type; for bool, whether it is not zero.</summary>
    public static Tensor Full(Shape shape, double value, DType dtype = DType.Float32)
    {
        Tensor tensor = Allocate(new TensorSpec(dtype, shape));
        switch (dtype)
        {
            case DType.Float32: tensor.Elements<float>().Fill((float)value); break;
            case DType.Float64: tensor.Elements<double>().Fill(value); break;
            case DType.Int64: tensor.Elements<long>().Fill(long.CreateChecked(value)); break;
            case DType.Bool: tensor.Elements<bool>().Fill(value != 0); break;
            default: tensor.Elements<byte>().Fill(byte.CreateChecked(value)); break;
        }

        return tensor;
    }

    /// <summary>A scalar: one element, no axes.</summary>
    public static Tensor Scalar(double value, DType dtype = DType.Float64) => Full([], value, dtype);

    /// <summary>The numbers 0, 1, … up to but without <paramref name="stop"/>, as int64.</summary>
    public static Tensor Arange(long stop) => Arange(0, stop, 1, DType.Int64);

    /// <summary>The numbers from <paramref name="start"/> in steps up to but without <paramref name="stop"/>: ⌈(stop − start)/step⌉ of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is zero or not finite.</exception>
    public static Tensor Arange(double start, double stop, double step = 1, DType dtype = DType.Float32)
    {
        if (step == 0 || !double.IsFinite(step)) throw new ArgumentOutOfRangeException(nameof(step), step, "arange: the step must be finite and not 0");
        double count = Math.Max(0, Math.Ceiling((stop - start) / step));
        if (!(count <= Array.MaxLength))
            throw new ShapeException($"arange: from {start} to {stop} in steps of {step} is {count} elements, more than a tensor holds");
        Tensor tensor = Allocate(new TensorSpec(dtype, [(int)count]));
        for (int i = 0; i < tensor.Length; i++) tensor.SetElement(i, start + (i * step));
        return tensor;
    }

    /// <summary>A tensor with a copy of these elements, in row-major order.</summary>
    /// <exception cref="ShapeException">The shape does not have as many elements.</exception>
    public static Tensor From<T>(ReadOnlySpan<T> elements, Shape shape)
        where T : unmanaged
    {
        if (elements.Length != shape.ElementCount) ThrowElementCount(elements.Length, shape);
        Tensor tensor = Allocate(new TensorSpec(DTypes.Of<T>(), shape));
        elements.CopyTo(tensor.Elements<T>());
        return tensor;
    }

    /// <summary>A tensor with one axis and a copy of these elements.</summary>
    public static Tensor From<T>(params ReadOnlySpan<T> elements)
        where T : unmanaged => From(elements, [elements.Length]);

    /// <summary>A tensor with a copy of these elements, in row-major order.</summary>
    /// <exception cref="ShapeException">The shape does not have as many elements.</exception>
    public static Tensor From<T>(T[] elements, Shape shape)
        where T : unmanaged => From((ReadOnlySpan<T>)elements, shape);

    /// <summary>A matrix with a copy of these elements.</summary>
    public static Tensor From<T>(T[,] elements)
        where T : unmanaged
    {
        Tensor tensor = Allocate(new TensorSpec(DTypes.Of<T>(), [elements.GetLength(0), elements.GetLength(1)]));
        int columns = elements.GetLength(1);
        Span<T> destination = tensor.Elements<T>();
        for (int i = 0; i < destination.Length; i++) destination[i] = elements[i / columns, i % columns];
        return tensor;
    }

    /// <summary>A tensor with a copy of a System.Numerics.Tensors tensor's elements and its shape.</summary>
    /// <exception cref="ShapeException">It has more elements than one tensor holds.</exception>
    public static Tensor From<T>(ReadOnlyTensorSpan<T> elements)
        where T : unmanaged
    {
        int[] sizes = new int[elements.Rank];
        for (int axis = 0; axis < sizes.Length; axis++) sizes[axis] = (int)Math.Min(elements.Lengths[axis], int.MaxValue);
        Tensor tensor = Allocate(new TensorSpec(DTypes.Of<T>(), sizes));
        elements.FlattenTo(tensor.Elements<T>());
        return tensor;
    }

    /// <summary>
    /// A tensor that shares this array's elements instead of copying them: whoever changes the array afterwards changes the
    /// tensor, and derivatives through it will be wrong.
    /// </summary>
    /// <exception cref="ShapeException">The shape does not have as many elements.</exception>
    public static Tensor Wrap<T>(T[] elements, Shape shape)
        where T : unmanaged
    {
        if (elements.Length != shape.ElementCount) ThrowElementCount(elements.Length, shape);
        return new Tensor(Storage<T>.Wrap(elements), 0, shape);
    }

    /// <summary>A tensor whose elements are not set to anything yet.</summary>
    internal static Tensor Allocate(TensorSpec spec, bool isLasting = false) =>
        new(Storage.Allocate(spec.DType, spec.Shape.ElementCount, isLasting), 0, spec.Shape);

    private void SetElement(int position, double value)
    {
        switch (DType)
        {
            case DType.Float32: Elements<float>()[position] = (float)value; break;
            case DType.Float64: Elements<double>()[position] = value; break;
            case DType.Int64: Elements<long>()[position] = long.CreateChecked(value); break;
            case DType.Bool: Elements<bool>()[position] = value != 0; break;
            default: Elements<byte>()[position] = byte.CreateChecked(value); break;
        }
    }

    [DoesNotReturn]
    private static void ThrowElementCount(int count, Shape shape) =>
        throw new ShapeException($"from: {count} elements were given, but {shape} has {shape.ElementCount}");
}
