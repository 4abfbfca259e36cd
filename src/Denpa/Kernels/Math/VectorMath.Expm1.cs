using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The exponential function less one.</summary>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>eˣ − 1 in each lane, without the cancellation near 0. Error below 1.5 ulp; the sign of zero is kept.</summary>
    /// <remarks>
    /// Reduced as the exponential: eˣ − 1 = 2ⁿ·(r + r²·P(r)) + (2ⁿ − 1), the exact r added before its rounded tail.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Expm1(TLanes x)
    {
        // Beyond these limits the result is −1 or ∞ all the same.
        TLanes limited = AtMost(AtLeast(x, -18, -40), 89, 710);
        TLanes r = ReduceByLogOfTwo(limited, out TLanes anchored);

        // Half of everything, since 2ⁿ overflows where eˣ − 1 need not.
        TLanes halfPower = PowerOfTwo(anchored - TLanes.Fill(1, 1));
        TLanes leading = TLanes.FusedMultiplyAdd(halfPower, r, halfPower - TLanes.Fill(0.5f, 0.5));
        TLanes half = TLanes.FusedMultiplyAdd(halfPower, r * r * ExpTail(r), leading);

        // Where the next term of the series is lost in rounding, x itself is right, and keeps its sign and its last bit.
        TLanes isTiny = TLanes.Abs(x) < TLanes.Fill(1e-8f, 1e-16);
        return TLanes.Select(isTiny, x, half + half);
    }
}
