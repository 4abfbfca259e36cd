using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Denpa.Kernels;

/// <summary>
/// Loads and stores of vectors through pointers, also where fewer elements than lanes are left: so a ragged tail goes through the same
/// vector code as everything before it.
/// </summary>
internal static unsafe class PointerLanes
{
    /// <summary>Loads a vector; lanes at or past <paramref name="end"/> are zero and their memory is not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadUpTo<T>(T* source, T* end)
        where T : unmanaged
        => LoadUpTo(source, end, Vector512<T>.Zero);

    /// <summary>
    /// Loads a vector; lanes at or past <paramref name="end"/> are those of <paramref name="past"/> and their memory is not touched.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadUpTo<T>(T* source, T* end, Vector512<T> past)
        where T : unmanaged
        => end - source >= Vector512<T>.Count ? Vector512.Load(source) : LoadPart(source, (int)(end - source), past);

    /// <summary>Loads the first <paramref name="count"/> lanes of a vector; the others are those of <paramref name="past"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadPart<T>(T* source, int count, Vector512<T> past)
        where T : unmanaged
    {
        if (Avx512F.IsSupported && sizeof(T) == sizeof(int))
            return Avx512F.MaskLoad((int*)source, FirstInts(count), past.AsInt32()).As<int, T>();
        if (Avx512F.IsSupported && sizeof(T) == sizeof(long))
            return Avx512F.MaskLoad((long*)source, FirstLongs(count), past.AsInt64()).As<long, T>();
        return CopyIn(source, count, past);
    }

    /// <summary>Stores a vector's lanes that lie before <paramref name="end"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUpTo<T>(Vector512<T> vector, T* destination, T* end)
        where T : unmanaged
    {
        if (end - destination >= Vector512<T>.Count)
            vector.Store(destination);
        else
            StorePart(vector, destination, (int)(end - destination));
    }

    /// <summary>Stores the first <paramref name="count"/> lanes of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart<T>(Vector512<T> vector, T* destination, int count)
        where T : unmanaged
    {
        if (Avx512F.IsSupported && sizeof(T) == sizeof(int))
            Avx512F.MaskStore((int*)destination, FirstInts(count), vector.AsInt32());
        else if (Avx512F.IsSupported && sizeof(T) == sizeof(long))
            Avx512F.MaskStore((long*)destination, FirstLongs(count), vector.AsInt64());
        else
            CopyOut(vector, destination, count);
    }

    /// <summary>A mask of all bits in the first <paramref name="count"/> lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> FirstLanes<T>(int count)
        where T : unmanaged, INumber<T>
        => Vector512.LessThan(Vector512<T>.Indices, Vector512.Create(T.CreateTruncating(count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> FirstInts(int count) => Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> FirstLongs(int count) => Vector512.LessThan(Vector512<long>.Indices, Vector512.Create((long)count));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<T> CopyIn<T>(T* source, int count, Vector512<T> vector)
        where T : unmanaged
    {
        new ReadOnlySpan<T>(source, count).CopyTo(new Span<T>(&vector, Vector512<T>.Count));
        return vector;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CopyOut<T>(Vector512<T> vector, T* destination, int count)
        where T : unmanaged
        => new ReadOnlySpan<T>(&vector, count).CopyTo(new Span<T>(destination, count));
}
