using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// Loads and stores of vectors through pointers, also where fewer elements than lanes are left: so a ragged tail, the remainder of a loop
/// in vectors, goes through the same
/// vector code as everything before it.
/// </summary>
internal static unsafe class PointerLanes<T, TLanes>
    where T : unmanaged
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>Loads a vector; lanes at or past <paramref name="end"/> are zero and their memory is not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes LoadUpTo(T* source, T* end) => LoadUpTo(source, end, TLanes.Zero);

    /// <summary>
    /// Loads a vector; lanes at or past <paramref name="end"/> are those of <paramref name="past"/> and their memory is not touched.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes LoadUpTo(T* source, T* end, TLanes past) =>
        end - source >= TLanes.Count ? TLanes.Load(source) : TLanes.LoadPart(source, (int)(end - source), past);

    /// <summary>Stores a vector's lanes that lie before <paramref name="end"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUpTo(TLanes vector, T* destination, T* end)
    {
        if (end - destination >= TLanes.Count)
            vector.Store(destination);
        else
            vector.StorePart(destination, (int)(end - destination));
    }
}
