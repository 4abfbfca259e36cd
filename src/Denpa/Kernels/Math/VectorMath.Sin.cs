using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>The sine.</summary>
internal static partial class VectorMath
{
    /// <summary>
    /// sin x in each lane, x in radians. Error below 1.7 ulp up to 131072 in magnitude, beyond which a lane is left to
    /// <see cref="Math.Sin"/> of the platform; NaN for ±∞. The sign of zero is kept.
    /// </summary>
    /// <remarks>See <see cref="SineAfterQuarterTurns"/>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Sin<T>(Vector512<T> x) where T : unmanaged
    {
        var magnitude = Vector512.Abs(x);
        var sine = SineAfterQuarterTurns(magnitude, Vector512<T>.Zero) ^ SignBit(x);
        return Vector512.GreaterThanAny(magnitude, ReductionLimit<T>()) ? SinBeyondReduction(x, sine) : sine;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<T> SinBeyondReduction<T>(Vector512<T> x, Vector512<T> sine) where T : unmanaged =>
        BeyondReduction(x, sine, Math.Sin);
}
