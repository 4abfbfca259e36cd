using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>Distances from the largest of some numbers.</summary>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>x − largest, and 0 where both are ∞: what is finite beside it is infinitely far below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes DistanceFrom(TLanes largest, TLanes x) =>
        TLanes.Select(TLanes.Equal(x, Infinity()), TLanes.Zero, x - largest);

    /// <summary>Whether a lane is ∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsInfinityAny(TLanes x) => TLanes.Any(TLanes.Equal(x, Infinity()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Infinity() => TLanes.Fill(float.PositiveInfinity, double.PositiveInfinity);
}
