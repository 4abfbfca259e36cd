using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>The exponential function less one.</summary>
internal static partial class VectorMath
{
    /// <summary>eˣ − 1 in each lane, without the cancellation near 0. Error below 1.5 ulp; the sign of zero is kept.</summary>
    /// <remarks>
    /// Reduced as the exponential: eˣ − 1 = 2ⁿ·(r + r²·P(r)) + (2ⁿ − 1), the exact r added before its rounded tail.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Expm1<T>(Vector512<T> x) where T : unmanaged
    {
        // Beyond these limits the result is −1 or ∞ all the same.
        var limited = AtMost(AtLeast(x, -18, -40), 89, 710);
        var r = ReduceByLogOfTwo(limited, out var anchored);

        // Half of everything, since 2ⁿ overflows where eˣ − 1 need not.
        var halfPower = PowerOfTwo(anchored - Constant<T>(1, 1));
        var leading = FusedMultiplyAdd(halfPower, r, halfPower - Constant<T>(0.5f, 0.5));
        var half = FusedMultiplyAdd(halfPower, r * r * ExpTail(r), leading);

        // Where the next term of the series is lost in rounding, x itself is right, and keeps its sign and its last bit.
        var isTiny = Vector512.LessThan(Vector512.Abs(x), Constant<T>(1e-8f, 1e-16));
        return Vector512.ConditionalSelect(isTiny, x, half + half);
    }
}
