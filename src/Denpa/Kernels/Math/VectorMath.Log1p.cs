using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The natural logarithm of one more.</summary>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>
    /// ln(1 + x) in each lane, without the cancellation near 0. Error below 1.5 ulp; the sign of zero is kept; −∞ at −1, NaN below.
    /// </summary>
    /// <remarks>
    /// The exponent k comes from 1 + x rounded, but f = 2⁻ᵏ·x + (2⁻ᵏ − 1) is rounded once from the exact x; then as the logarithm.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Log1p(TLanes x)
    {
        TLanes one = TLanes.Fill(1, 1);
        TLanes significand = SplitOffExponent(x + one, out TLanes k);
        TLanes inversePower = PowerOfTwo(Anchor() - k);
        TLanes f = TLanes.FusedMultiplyAdd(inversePower, x, inversePower - one);

        // Up here the 1 no longer counts, and 2⁻ᵏ soon is no normal number.
        TLanes isLarge = x > TLanes.Fill(1 << 26, 1L << 55);
        f = TLanes.Select(isLarge, significand - one, f);

        // ln(1 + x) has the sign of x, which a zero loses on the way.
        TLanes logarithm = LogOfScaled(f, k) | SignBit(x);
        return WithEdgesOfLog(x, -one, logarithm);
    }
}
