using System.Runtime.CompilerServices;

namespace Denpa;

/// <summary>A run of elements that tensors look at. Its version counts the times that its elements were overwritten.</summary>
internal abstract class Storage
{
    private protected Storage(DType dtype, int length) => (DType, Length) = (dtype, length);

    public DType DType { get; }

    public int Length { get; }

    public long Version { get; private set; }

    /// <summary>Says that elements were overwritten, so that a derivative which needs the old ones can refuse.</summary>
    public void MarkChanged() => Version++;

    public static Storage Allocate(DType dtype, int length) => dtype switch
    {
        DType.Float32 => Storage<float>.Allocate(length),
        DType.Float64 => Storage<double>.Allocate(length),
        DType.Int64 => Storage<long>.Allocate(length),
        DType.Bool => Storage<bool>.Allocate(length),
        _ => Storage<byte>.Allocate(length),
    };
}

/// <summary>A run of elements in a managed array; large ones are pinned and begin at a cache line.</summary>
internal sealed class Storage<T> : Storage
    where T : unmanaged
{
    private const int CacheLine = 64;

    // Below this the pinned heap costs more than alignment gains.
    private const int PinnedFromBytes = 1024 * 1024;

    private readonly T[] array;
    private readonly int start;

    private Storage(T[] array, int start, int length)
        : base(DTypes.Of<T>(), length) => (this.array, this.start) = (array, start);

    public Memory<T> Memory => array.AsMemory(start, Length);

    public Span<T> Span => array.AsSpan(start, Length);

    /// <summary>Room for this many elements, not set to anything.</summary>
    public static Storage<T> Allocate(int length)
    {
        long bytes = (long)length * Unsafe.SizeOf<T>();
        if (bytes < PinnedFromBytes) return new Storage<T>(GC.AllocateUninitializedArray<T>(length), 0, length);
        int slack = CacheLine / Unsafe.SizeOf<T>();
        if (length > Array.MaxLength - slack) return new Storage<T>(GC.AllocateUninitializedArray<T>(length, pinned: true), 0, length);
        T[] array = GC.AllocateUninitializedArray<T>(length + slack, pinned: true);
        return new Storage<T>(array, ElementsToCacheLine(array), length);
    }

    /// <summary>The elements of an array, shared with whoever holds it.</summary>
    public static Storage<T> Wrap(T[] array) => new(array, 0, array.Length);

    private static unsafe int ElementsToCacheLine(T[] pinned)
    {
        fixed (T* first = pinned)
        {
            nuint past = (nuint)first % CacheLine;
            return past == 0 ? 0 : (int)(CacheLine - past) / Unsafe.SizeOf<T>();
        }
    }
}
