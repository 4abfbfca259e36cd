using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
        => end - source >= Vector512<T>.Count ? Vector512.Load(source) : LoadPart(source, end);

    /// <summary>Stores a vector's lanes that lie before <paramref name="end"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUpTo<T>(Vector512<T> vector, T* destination, T* end)
        where T : unmanaged
    {
        if (end - destination >= Vector512<T>.Count)
            vector.Store(destination);
        else
            StorePart(vector, destination, end);
    }

    /// <summary>A mask of all bits in the first <paramref name="count"/> lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> FirstLanes<T>(int count)
        where T : unmanaged, INumber<T>
        => Vector512.LessThan(Vector512<T>.Indices, Vector512.Create(T.CreateTruncating(count)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<T> LoadPart<T>(T* source, T* end)
        where T : unmanaged
    {
        var vector = Vector512<T>.Zero;
        new ReadOnlySpan<T>(source, (int)(end - source)).CopyTo(new Span<T>(&vector, Vector512<T>.Count));
        return vector;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StorePart<T>(Vector512<T> vector, T* destination, T* end)
        where T : unmanaged
        => new ReadOnlySpan<T>(&vector, (int)(end - destination)).CopyTo(new Span<T>(destination, (int)(end - destination)));
}
