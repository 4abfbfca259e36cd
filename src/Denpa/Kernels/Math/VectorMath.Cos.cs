using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>The cosine.</summary>
internal static partial class VectorMath
{
    /// <summary>
    /// cos x in each lane, x in radians. Error below 1.7 ulp up to 131072 in magnitude, beyond which a lane is left to
    /// <see cref="Math.Cos"/> of the platform; NaN for ±∞.
    /// </summary>
    /// <remarks>cos x = sin(|x| + π/2); see <see cref="SineAfterQuarterTurns"/>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Cos<T>(Vector512<T> x) where T : unmanaged
    {
        var magnitude = Vector512.Abs(x);
        var cosine = SineAfterQuarterTurns(magnitude, Constant<T>(1, 1));
        return Vector512.GreaterThanAny(magnitude, ReductionLimit<T>()) ? CosBeyondReduction(x, cosine) : cosine;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<T> CosBeyondReduction<T>(Vector512<T> x, Vector512<T> cosine) where T : unmanaged =>
        BeyondReduction(x, cosine, Math.Cos);
}
