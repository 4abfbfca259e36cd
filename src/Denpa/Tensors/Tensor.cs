using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Denpa;

/// <summary>
/// An array of numbers with any number of axes, always contiguous and row-major. A tensor is a value: its elements do not
/// change, except those of a <c>Variable</c>. Reshapes and slices of the first axis share storage.
/// </summary>
public sealed partial class Tensor
{
    internal Tensor(Storage storage, int offset, Shape shape, object? origin = null)
    {
        Storage = storage;
        Offset = offset;
        Shape = shape;
        Length = shape.ElementCount;
        Origin = origin;
        if ((uint)offset > (uint)storage.Length || Length > storage.Length - offset) ThrowOutOfStorage();
    }

    /// <summary>The sizes along each axis.</summary>
    public Shape Shape { get; }

    /// <summary>The element type.</summary>
    public DType DType => Storage.DType;

    /// <summary>The number of axes.</summary>
    public int Rank => Shape.Rank;

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>Whether derivatives with respect to this tensor, or through it, can be asked for.</summary>
    public bool IsTracked => Origin is not null;

    internal TensorSpec Spec => new(DType, Shape);

    internal Storage Storage { get; }

    internal int Offset { get; }

    /// <summary>Where the tensor stands in the computational graph: opaque here, read by the graph alone.</summary>
    internal object? Origin { get; }

    /// <summary>The only element, as a double.</summary>
    /// <exception cref="ShapeException">There is not exactly one element.</exception>
    public double Item()
    {
        if (Length != 1) ThrowNotOneElement();
        return ElementAt(0);
    }

    /// <summary>The element at these indices, one for each axis, as a double.</summary>
    /// <exception cref="ShapeException">The number of indices is not the rank, or an index is out of range.</exception>
    [IndexerName("Element")]
    public double this[params ReadOnlySpan<int> indices]
    {
        get
        {
            if (indices.Length != Rank) ThrowIndexCount(indices.Length);
            int position = 0;
            for (int axis = 0; axis < indices.Length; axis++)
            {
                if ((uint)indices[axis] >= (uint)Shape[axis]) ThrowIndex(axis, indices[axis]);
                position = (position * Shape[axis]) + indices[axis];
            }

            return ElementAt(position);
        }
    }

    /// <summary>A tensor of its own with these elements as they are now.</summary>
    internal Tensor Copy(bool isLasting = false)
    {
        Tensor copy = Allocate(Spec, isLasting);
        CopyTo(copy);
        return copy;
    }

    /// <summary>Writes these elements over those of a tensor of the same shape and element type.</summary>
    internal void CopyTo(Tensor destination)
    {
        if (destination.Spec != Spec) throw new ShapeException($"copy: {Spec} does not go over {destination.Spec}");
        Storage.CopyTo(Offset, Length, destination.Storage, destination.Offset);
    }

    /// <summary>Sets every element to zero.</summary>
    internal void Clear() => Storage.Clear(Offset, Length);

    internal Span<T> Elements<T>()
        where T : unmanaged => StorageOf<T>().Slice(Offset, Length);

    /// <summary>The elements as what they are, or as unsigned numbers of their size.</summary>
    /// <exception cref="DTypeException">They are neither.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<T> ElementsAs<T>()
        where T : unmanaged => Storage is Storage<T> typed ? typed.Slice(Offset, Length) : ElementsAsBits<T>();

    // Apart from the usual way, so that that is short enough to be a part of every kernel.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Span<T> ElementsAsBits<T>()
        where T : unmanaged
    {
        if (!AreBits<T>() || Unsafe.SizeOf<T>() != Storage.ElementSize) throw WrongType(typeof(T));
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref Storage.ByteOf(Offset)), Length);
    }

    private static bool AreBits<T>() => typeof(T) == typeof(byte) || typeof(T) == typeof(uint) || typeof(T) == typeof(ulong);

    internal double ElementAt(int position)
    {
        HostReads.Require();
        ReadCase read = new(this, position);
        ElementTypes.OfNumbers(DType, ref read);
        return read.Value;
    }

    /// <summary>Overwrites an element by a number, which the element type holds.</summary>
    internal void SetElementAt(int position, double value)
    {
        WriteCase write = new(this, position, value);
        ElementTypes.OfNumbers(DType, ref write);
    }

    private Storage<T> StorageOf<T>()
        where T : unmanaged
    {
        if (Storage is Storage<T> typed) return typed;
        throw WrongType(typeof(T));
    }

    private DTypeException WrongType(Type asked) =>
        new($"the elements of this tensor {Spec} are not of type {DTypes.KeywordOf(asked)}; convert with .To(DType.…) first");

    private struct ReadCase(Tensor tensor, int position) : INumberCase
    {
        public double Value { get; private set; }

        public void Run<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => Value = double.CreateTruncating(tensor.ElementsAs<T>()[position]);
    }

    private readonly struct WriteCase(Tensor tensor, int position, double value) : INumberCase
    {
        public void Run<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
            tensor.ElementsAs<T>()[position] = tensor.DType == DType.Bool ? (value != 0 ? T.One : T.Zero) : T.CreateTruncating(value);
    }

    [DoesNotReturn]
    private void ThrowOutOfStorage() =>
        throw new ShapeException($"tensor: {Shape} from element {Offset} on is more than the {Storage.Length} elements there are");

    [DoesNotReturn]
    private void ThrowNotOneElement() => throw new ShapeException($"item: the tensor {Spec} has {Length} elements, not one");

    [DoesNotReturn]
    private void ThrowIndexCount(int count) =>
        throw new ShapeException(
            $"index: {Shape} has {Counted.Of(Rank, "axis", "axes")}, but {Counted.Of(count, "index was", "indices were")} given");

    [DoesNotReturn]
    private void ThrowIndex(int axis, int index) =>
        throw new ShapeException($"index: {index} is out of range on axis {axis} of {Shape}, whose indices are 0 to {Shape[axis] - 1}");
}
