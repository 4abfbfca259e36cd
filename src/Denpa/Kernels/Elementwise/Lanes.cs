using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>Loading and storing vectors, also where fewer elements than lanes are left.</summary>
internal static class Lanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load<T>(ReadOnlySpan<T> source, int position)
        where T : unmanaged => Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)position);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<T> value, Span<T> destination, int position)
        where T : unmanaged => value.StoreUnsafe(ref MemoryMarshal.GetReference(destination), (nuint)position);

    /// <summary>The last elements from a position on, with ones in the lanes past the end: harmless for division and logarithm.</summary>
    public static Vector512<T> LoadTail<T>(ReadOnlySpan<T> source, int position)
        where T : unmanaged
    {
        Vector512<T> value = Vector512<T>.One;
        source[position..].CopyTo(Elements(ref value));
        return value;
    }

    /// <summary>As many lanes as elements are left from a position on.</summary>
    public static void StoreTail<T>(Vector512<T> value, Span<T> destination, int position)
        where T : unmanaged => Elements(ref value)[..(destination.Length - position)].CopyTo(destination[position..]);

    private static Span<T> Elements<T>(ref Vector512<T> value)
        where T : unmanaged => MemoryMarshal.CreateSpan(ref Unsafe.As<Vector512<T>, T>(ref value), Vector512<T>.Count);
}
