using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The cosine.</summary>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>
    /// cos x in each lane, x in radians. Error below 1.7 ulp up to 131072 in magnitude, beyond which a lane is left to
    /// <see cref="Math.Cos"/> of the platform; NaN for ±∞.
    /// </summary>
    /// <remarks>cos x = sin(|x| + π/2); see <see cref="SineAfterQuarterTurns"/>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Cos(TLanes x)
    {
        TLanes magnitude = TLanes.Abs(x);
        TLanes cosine = SineAfterQuarterTurns(magnitude, TLanes.Fill(1, 1));
        return TLanes.Any(magnitude > ReductionLimit()) ? CosBeyondReduction(x, cosine) : cosine;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TLanes CosBeyondReduction(TLanes x, TLanes cosine) =>
        BeyondReduction(x, cosine, Math.Cos);
}
