using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// 64 bytes of elements, dealt out over one or several vectors: the unit that sums along a line are defined by, so that they have the
/// same bits at any width of vectors. A narrower vector takes its place of each group in turn.
/// </summary>
internal static unsafe class LaneGroup<T, TLanes>
    where T : unmanaged
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    // The vectors of AVX-512, the widest, settle the order for all.
    private const int Bytes = 64;

    /// <summary>The elements of a group.</summary>
    public static int Length
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Bytes / sizeof(T);
    }

    /// <summary>The vectors of a group.</summary>
    public static int Vectors
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Bytes / sizeof(T) / TLanes.Count;
    }

    /// <summary>A group folded to one element: the upper half onto the lower half, until one is left. Overwrites the vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Fold<TFold>(TLanes* vectors)
        where TFold : struct, IFold<T>
    {
        for (int half = Vectors / 2; half > 0; half /= 2)
        {
            for (int vector = 0; vector < half; vector++)
                vectors[vector] = TFold.Combine(vectors[vector], vectors[vector + half]);
        }

        return vectors[0].Fold<TFold>();
    }
}
