using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>The natural logarithm of one more.</summary>
internal static partial class VectorMath
{
    /// <summary>
    /// ln(1 + x) in each lane, without the cancellation near 0. Error below 1.5 ulp; the sign of zero is kept; −∞ at −1, NaN below.
    /// </summary>
    /// <remarks>
    /// The exponent k comes from 1 + x rounded, but f = 2⁻ᵏ·x + (2⁻ᵏ − 1) is rounded once from the exact x; then as the logarithm.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Log1p<T>(Vector512<T> x) where T : unmanaged
    {
        var one = Constant<T>(1, 1);
        var significand = SplitOffExponent(x + one, out var k);
        var inversePower = PowerOfTwo(Anchor<T>() - k);
        var f = FusedMultiplyAdd(inversePower, x, inversePower - one);

        // Up here the 1 no longer counts, and 2⁻ᵏ soon is no normal number.
        var isLarge = Vector512.GreaterThan(x, Constant<T>(1 << 26, 1L << 55));
        f = Vector512.ConditionalSelect(isLarge, significand - one, f);

        // ln(1 + x) has the sign of x, which a zero loses on the way.
        var logarithm = LogOfScaled(f, k) | SignBit(x);
        return WithEdgesOfLog(x, -one, logarithm);
    }
}
