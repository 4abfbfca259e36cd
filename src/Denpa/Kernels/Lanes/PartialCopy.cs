using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// Loads and stores of a vector's first lanes by way of the stack, for elements of a size that the hardware has no masks for.
/// </summary>
internal static unsafe class PartialCopy<T, TLanes>
    where T : unmanaged
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TLanes In(T* source, int count, TLanes vector)
    {
        new ReadOnlySpan<T>(source, Math.Clamp(count, 0, TLanes.Count)).CopyTo(new Span<T>(&vector, TLanes.Count));
        return vector;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Out(TLanes vector, T* destination, int count) =>
        new ReadOnlySpan<T>(&vector, Math.Clamp(count, 0, TLanes.Count)).CopyTo(new Span<T>(destination, TLanes.Count));
}
