using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The exponential function.</summary>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>eˣ in each lane. Error below 0.9 ulp; overflows to ∞ and underflows by way of the subnormal numbers.</summary>
    /// <remarks>
    /// Cody–Waite reduction: x = n·ln 2 + r with |r| ≤ ln 2 / 2, eˣ = 2ⁿ·eʳ, and eʳ = 1 + r + r²·P(r) with P minimax,
    /// where what 1 + r loses in rounding is added back.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Exp(TLanes x)
    {
        // Beyond these limits the result is 0 or ∞ all the same.
        x = AtMost(AtLeast(x, -104, -746), 89, 710);
        TLanes r = ReduceByLogOfTwo(x, out TLanes anchored);
        return ScaleByPowerOfTwo(ExpOfReduced(r), anchored);
    }

    /// <summary>eˣ where it is known to be a normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes NormalExp(TLanes x)
    {
        TLanes r = ReduceByLogOfTwo(x, out TLanes anchored);
        return ExpOfReduced(r) * PowerOfTwo(anchored);
    }

    /// <summary>r = x − n·ln 2 for the whole number n nearest to x / ln 2, which is handed back anchored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ReduceByLogOfTwo(TLanes x, out TLanes anchored)
    {
        RequireFloatingPoint();
        anchored = TLanes.FusedMultiplyAdd(x, TLanes.Fill(1.442695f, 1.4426950408889634), Anchor());
        TLanes n = anchored - Anchor();
        TLanes high = TLanes.FusedMultiplyAdd(n, -LogOfTwoHigh(), x);
        return TLanes.FusedMultiplyAdd(n, -LogOfTwoLow(), high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ExpOfReduced(TLanes r)
    {
        TLanes one = TLanes.Fill(1, 1);
        TLanes sum = one + r;
        TLanes lost = r - (sum - one);
        return sum + TLanes.FusedMultiplyAdd(r * r, ExpTail(r), lost);
    }

    /// <summary>P(r) = (eʳ − 1 − r) / r² for |r| ≤ ln 2 / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ExpTail(TLanes r) => Polynomial(r, ExpTailSingle, ExpTailDouble);

    /// <summary>ln 2 to so few bits that its products with any exponent are exact; <see cref="LogOfTwoLow"/> is the rest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes LogOfTwoHigh() => TLanes.Fill(0.69314575f, 0.6931471805601177);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes LogOfTwoLow() => TLanes.Fill(1.4286068e-06f, -1.7239444525614835e-13);

    private static ReadOnlySpan<float> ExpTailSingle => [4.9999997e-01f, 1.666654e-01f, 4.166721e-02f, 8.3668465e-03f, 1.3882457e-03f];

    private static ReadOnlySpan<double> ExpTailDouble =>
    [
        0.5,
        0.16666666666666677,
        0.04166666666666651,
        0.008333333333321691,
        0.0013888888888962377,
        0.00019841269885966013,
        2.4801587172528127e-05,
        2.755724437407993e-06,
        2.755740265147841e-07,
        2.5108978927563082e-08,
        2.0875327355270712e-09,
    ];
}
