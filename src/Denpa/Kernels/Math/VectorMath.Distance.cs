using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>Distances from the largest of some numbers.</summary>
internal static partial class VectorMath
{
    /// <summary>x − largest, and 0 where both are ∞: what is finite beside it is infinitely far below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> DistanceFrom<T>(Vector512<T> largest, Vector512<T> x) where T : unmanaged =>
        Vector512.ConditionalSelect(Vector512.Equals(x, Infinity<T>()), Vector512<T>.Zero, x - largest);

    /// <summary>Whether a lane is ∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsInfinityAny<T>(Vector512<T> x) where T : unmanaged => Vector512.EqualsAny(x, Infinity<T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Infinity<T>() where T : unmanaged => Constant<T>(float.PositiveInfinity, double.PositiveInfinity);
}
