using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The sine.</summary>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>
    /// sin x in each lane, x in radians. Error below 1.7 ulp up to 131072 in magnitude, beyond which a lane is left to
    /// <see cref="Math.Sin"/> of the platform; NaN for ±∞. The sign of zero is kept.
    /// </summary>
    /// <remarks>See <see cref="SineAfterQuarterTurns"/>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Sin(TLanes x)
    {
        TLanes magnitude = TLanes.Abs(x);
        TLanes sine = SineAfterQuarterTurns(magnitude, TLanes.Zero) ^ SignBit(x);
        return TLanes.Any(magnitude > ReductionLimit()) ? SinBeyondReduction(x, sine) : sine;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TLanes SinBeyondReduction(TLanes x, TLanes sine) =>
        BeyondReduction(x, sine, Math.Sin);
}
