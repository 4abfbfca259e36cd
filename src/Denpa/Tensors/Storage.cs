using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Denpa;

/// <summary>A run of elements that tensors look at. Its version counts the times that its elements were overwritten.</summary>
internal abstract class Storage
{
    private protected Storage(DType dtype, int length, int elementSize) => (DType, Length, ElementSize) = (dtype, length, elementSize);

    public DType DType { get; }

    public int Length { get; }

    /// <summary>Bytes per element.</summary>
    public int ElementSize { get; }

    public long Version { get; private set; }

    /// <summary>Whether elements may be overwritten after a tensor has been made of them: those of a parameter, say.</summary>
    public bool IsVariable { get; private set; }

    /// <summary>Whether training leaves the elements alone: those of a frozen parameter.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>Whether somebody outside holds the elements too and may overwrite them without a word.</summary>
    public bool IsShared { get; private protected init; }

    /// <summary>Whether the elements begin at a cache line, as large and lasting ones do.</summary>
    public bool IsAligned { get; private protected init; }

    /// <summary>Says that elements were overwritten, so that a derivative which needs the old ones can refuse.</summary>
    public void MarkChanged() => Version++;

    /// <summary>Says that elements are going to be overwritten.</summary>
    public void MarkVariable() => IsVariable = true;

    /// <summary>A storage of its own with these elements as they are now.</summary>
    public abstract Storage Copy();

    /// <summary>Overwrites all elements with those of a storage of one element type and length with this one.</summary>
    public abstract void CopyFrom(Storage other);

    /// <summary>Whether another storage has the same element type and the same elements, bit for bit.</summary>
    public abstract bool HasElementsOf(Storage other);

    /// <summary>
    /// Gives each of two storages, of one element type and length and both their owners' alone, the elements of the other.
    /// </summary>
    public abstract void Exchange(Storage other);

    /// <summary>Room for this many elements, not set to anything.</summary>
    /// <param name="dtype">The element type.</param>
    /// <param name="length">The number of elements.</param>
    /// <param name="isLasting">Whether it is kept for long and used often, so that alignment pays at any size.</param>
    public static Storage Allocate(DType dtype, int length, bool isLasting = false)
    {
        Allocation allocation = new(length, isLasting);
        ElementTypes.OfAny(dtype, ref allocation);
        return allocation.Storage!;
    }

    /// <summary>Writes some of these elements over those of a storage of the same element type.</summary>
    public abstract void CopyTo(int start, int length, Storage destination, int destinationStart);

    /// <summary>Sets some of the elements to zero.</summary>
    public abstract void Clear(int start, int length);

    /// <summary>The first byte of an element, for code that knows their number and size.</summary>
    public abstract ref byte ByteOf(int element);

    private struct Allocation(int length, bool isLasting) : IElementCase
    {
        public Storage? Storage { get; private set; }

        public void Run<T>()
            where T : unmanaged => Storage = Storage<T>.Allocate(length, isLasting);
    }
}

/// <summary>A run of elements in a managed array; large and lasting ones are pinned and begin at a cache line.</summary>
internal sealed class Storage<T> : Storage
    where T : unmanaged
{
    private const int CacheLine = 64;

    // Below this the pinned heap costs more than alignment gains a tensor that lives for a moment.
    private const int PinnedFromBytes = 1024 * 1024;

    // A span of more than 2³¹−1 bytes does not exist.
    private const int ElementsAtOnce = 1 << 24;

    private T[] array;
    private int start;

    private Storage(T[] array, int start, int length)
        : base(DTypes.Of<T>(), length, Unsafe.SizeOf<T>()) => (this.array, this.start) = (array, start);

    public Memory<T> Memory => array.AsMemory(start, Length);

    public Span<T> Span => array.AsSpan(start, Length);

    /// <summary>Some of the elements, which the caller knows to be there: a tensor checks once and for all when it is made.</summary>
    public Span<T> Slice(int offset, int length)
    {
        Debug.Assert(offset >= 0 && length >= 0 && length <= Length - offset, "a tensor lies within its storage");
        return MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), start + offset), length);
    }

    public override void Exchange(Storage other)
    {
        Storage<T> partner = (Storage<T>)other;
        Debug.Assert(Length == partner.Length && !IsShared && !partner.IsShared, "storages of one kind, and nobody else's");
        (array, partner.array) = (partner.array, array);
        (start, partner.start) = (partner.start, start);
        MarkChanged();
        partner.MarkChanged();
    }

    public override Storage Copy()
    {
        Storage<T> copy = Allocate(Length);
        Span.CopyTo(copy.Span);
        return copy;
    }

    public override void CopyFrom(Storage other) => ((Storage<T>)other).Span.CopyTo(Span);

    public override bool HasElementsOf(Storage other)
    {
        if (other is not Storage<T> typed || typed.Length != Length) return false;
        for (int start = 0; start < Length; start += ElementsAtOnce)
        {
            int count = Math.Min(ElementsAtOnce, Length - start);
            bool isSame = MemoryMarshal.AsBytes(Slice(start, count)).SequenceEqual(MemoryMarshal.AsBytes(typed.Slice(start, count)));
            if (!isSame) return false;
        }

        return true;
    }

    public override void CopyTo(int start, int length, Storage destination, int destinationStart) =>
        Slice(start, length).CopyTo(((Storage<T>)destination).Slice(destinationStart, length));

    public override void Clear(int start, int length) => Slice(start, length).Clear();

    public override ref byte ByteOf(int element) =>
        ref Unsafe.As<T, byte>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), start + element));

    /// <summary>Room for this many elements, not set to anything.</summary>
    public static Storage<T> Allocate(int length, bool isLasting = false)
    {
        long bytes = (long)length * Unsafe.SizeOf<T>();
        int slack = CacheLine / Unsafe.SizeOf<T>();
        bool isAligned = (bytes >= PinnedFromBytes || isLasting) && length <= Array.MaxLength - slack;
        if (!isAligned) return new Storage<T>(GC.AllocateUninitializedArray<T>(length), 0, length);
        T[] array = GC.AllocateUninitializedArray<T>(length + slack, pinned: true);
        return new Storage<T>(array, ElementsToCacheLine(array), length) { IsAligned = true };
    }

    /// <summary>The elements of an array, shared with whoever holds it.</summary>
    public static Storage<T> Wrap(T[] array) => new(array, 0, array.Length) { IsShared = true };

    /// <summary>The elements of an array that nobody else holds.</summary>
    public static Storage<T> Adopt(T[] array) => new(array, 0, array.Length);

    private static unsafe int ElementsToCacheLine(T[] pinned)
    {
        fixed (T* first = pinned)
        {
            nuint past = (nuint)first % CacheLine;
            return past == 0 ? 0 : (int)(CacheLine - past) / Unsafe.SizeOf<T>();
        }
    }
}
