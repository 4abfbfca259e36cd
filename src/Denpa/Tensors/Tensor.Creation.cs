using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Denpa;

public sealed partial class Tensor
{
    /// <summary>A tensor of zeros.</summary>
    public static Tensor Zeros(Shape shape, DType dtype = DType.Float32) => Full(shape, 0, dtype);

    /// <summary>A tensor of ones.</summary>
    public static Tensor Ones(Shape shape, DType dtype = DType.Float32) => Full(shape, 1, dtype);

    /// <summary>A tensor with every element the same value, rounded to a floating-point type; for bool, whether it is not zero.</summary>
    /// <exception cref="DTypeException">The element type is an integer's and does not hold the value.</exception>
    public static Tensor Full(Shape shape, double value, DType dtype = DType.Float32) => Filled("full", shape, value, dtype);

    /// <summary>A scalar: one element, no axes.</summary>
    /// <exception cref="DTypeException">The element type is an integer's and does not hold the value.</exception>
    public static Tensor Scalar(double value, DType dtype = DType.Float64) => Filled("scalar", [], value, dtype);

    /// <summary>The numbers 0, 1, … up to but without <paramref name="stop"/>, as int64.</summary>
    /// <exception cref="ShapeException">There are more than a tensor holds.</exception>
    public static Tensor Arange(long stop) => WholeNumbers(0, stop, 1);

    /// <summary>
    /// The numbers from <paramref name="start"/> in steps up to but without <paramref name="stop"/>: ⌈(stop − start)/step⌉ of them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is zero or not finite.</exception>
    /// <exception cref="ShapeException">There are more than a tensor holds.</exception>
    /// <exception cref="DTypeException">The element type does not hold one of the numbers.</exception>
    public static Tensor Arange(double start, double stop, double step = 1, DType dtype = DType.Float32)
    {
        if (step == 0 || !double.IsFinite(step))
            throw new ArgumentOutOfRangeException(nameof(step), step, "arange: the step must be finite and not 0");
        double count = Math.Max(0, Math.Ceiling((stop - start) / step));
        if (!(count <= Array.MaxLength))
            throw new ShapeException($"arange: from {start} to {stop} in steps of {step} is {count} elements, more than a tensor holds");
        if (dtype == DType.Int64 && dtype.Holds(start) && dtype.Holds(step))
            return WholeNumbers((Int128)start, (Int128)(step > 0 ? Math.Ceiling(stop) : Math.Floor(stop)), (Int128)step);
        Tensor tensor = Allocate(new TensorSpec(dtype, [(int)count]));
        for (int i = 0; i < tensor.Length; i++)
        {
            double value = start + (i * step);
            RequireHeld("arange", value, dtype);
            tensor.SetElementAt(i, value);
        }

        return tensor;
    }

    /// <summary>
    /// A tensor with a copy of these elements, in row-major order. Whole numbers of a type that no tensor holds, such as labels of int,
    /// become int64.
    /// </summary>
    /// <exception cref="ShapeException">The shape does not have as many elements.</exception>
    public static Tensor From<T>(ReadOnlySpan<T> elements, Shape shape)
        where T : unmanaged
    {
        if (elements.Length != shape.ElementCount) ThrowElementCount(elements.Length, shape);
        if (DTypes.IsWidened<T>()) return Widened(elements, shape);
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
        where T : unmanaged =>
        From(MemoryMarshal.CreateReadOnlySpan(
            ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference((Array)elements)), elements.Length),
            [elements.GetLength(0), elements.GetLength(1)]);

    /// <summary>A tensor with a copy of a System.Numerics.Tensors tensor's elements and its shape.</summary>
    /// <exception cref="ShapeException">It has more elements than one tensor holds.</exception>
    public static Tensor From<T>(ReadOnlyTensorSpan<T> elements)
        where T : unmanaged
    {
        int[] sizes = new int[elements.Rank];
        for (int axis = 0; axis < sizes.Length; axis++) sizes[axis] = (int)Math.Min(elements.Lengths[axis], int.MaxValue);
        if (DTypes.IsWidened<T>())
        {
            T[] copied = new T[elements.FlattenedLength];
            elements.FlattenTo(copied);
            return Widened<T>(copied, sizes);
        }

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

    /// <summary>A tensor of this array's elements, which whoever made the array leaves to it.</summary>
    /// <exception cref="ShapeException">The shape does not have as many elements.</exception>
    internal static Tensor Adopt<T>(T[] elements, Shape shape)
        where T : unmanaged
    {
        if (elements.Length != shape.ElementCount) ThrowElementCount(elements.Length, shape);
        return new Tensor(Storage<T>.Adopt(elements), 0, shape);
    }

    /// <summary>A tensor whose elements are not set to anything yet.</summary>
    internal static Tensor Allocate(TensorSpec spec, bool isLasting = false) =>
        new(Storage.Allocate(spec.DType, spec.Shape.ElementCount, isLasting), 0, spec.Shape);

    /// <summary>An int64 tensor of whole numbers of another type, all of which int64 holds.</summary>
    private static Tensor Widened<T>(ReadOnlySpan<T> elements, Shape shape)
        where T : unmanaged
    {
        Tensor tensor = Allocate(new TensorSpec(DType.Int64, shape));
        Span<long> destination = tensor.Elements<long>();
        if (typeof(T) == typeof(int)) TensorPrimitives.ConvertChecked(MemoryMarshal.Cast<T, int>(elements), destination);
        else if (typeof(T) == typeof(uint)) TensorPrimitives.ConvertChecked(MemoryMarshal.Cast<T, uint>(elements), destination);
        else if (typeof(T) == typeof(short)) TensorPrimitives.ConvertChecked(MemoryMarshal.Cast<T, short>(elements), destination);
        else if (typeof(T) == typeof(ushort)) TensorPrimitives.ConvertChecked(MemoryMarshal.Cast<T, ushort>(elements), destination);
        else TensorPrimitives.ConvertChecked(MemoryMarshal.Cast<T, sbyte>(elements), destination);
        return tensor;
    }

    private static Tensor Filled(string operation, Shape shape, double value, DType dtype)
    {
        RequireHeld(operation, value, dtype);
        Tensor tensor = Allocate(new TensorSpec(dtype, shape));
        FillCase fill = new(tensor, value);
        ElementTypes.OfNumbers(dtype, ref fill);
        return tensor;
    }

    /// <summary>The numbers of <see cref="Arange(double, double, double, DType)"/> beyond what a double tells apart.</summary>
    private static Tensor WholeNumbers(Int128 start, Int128 stop, Int128 step)
    {
        Int128 distance = step > 0 ? stop - start : start - stop;
        Int128 count = distance <= 0 ? 0 : ((distance - 1) / Int128.Abs(step)) + 1;
        if (count > Array.MaxLength)
            throw new ShapeException($"arange: from {start} to {stop} in steps of {step} is {count} elements, more than a tensor holds");
        Int128 last = start + (Int128.Max(0, count - 1) * step);
        if (last > long.MaxValue || last < long.MinValue) DTypeException.ThrowNotHeld("arange", DType.Int64, (double)last);
        Tensor tensor = Allocate(new TensorSpec(DType.Int64, [(int)count]));
        Span<long> elements = tensor.Elements<long>();
        for (int i = 0; i < elements.Length; i++) elements[i] = (long)(start + (i * step));
        return tensor;
    }

    // As bool, a number is whether it is not zero.
    private static void RequireHeld(string operation, double value, DType dtype)
    {
        if (dtype != DType.Bool && !dtype.Holds(value)) DTypeException.ThrowNotHeld(operation, dtype, value);
    }

    private readonly struct FillCase(Tensor tensor, double value) : INumberCase
    {
        public void Run<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
            tensor.ElementsAs<T>().Fill(tensor.DType == DType.Bool ? (value != 0 ? T.One : T.Zero) : T.CreateTruncating(value));
    }

    [DoesNotReturn]
    private static void ThrowElementCount(int count, Shape shape) =>
        throw new ShapeException($"from: {Counted.Of(count, "element was", "elements were")} given, but {shape} has {shape.ElementCount}");
}
