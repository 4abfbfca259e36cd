using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The natural logarithm.</summary>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>ln x in each lane. Error below 0.9 ulp, subnormal x included; −∞ for a zero, NaN below zero.</summary>
    /// <remarks>
    /// x = 2ᵏ·(1 + f) with √½ ≤ 1 + f &lt; √2 and ln x = k·ln 2 + ln(1 + f). With s = f / (2 + f), ln(1 + f) = 2·artanh s
    /// = f − (f²/2 − s·(f²/2 + s²·P(s²))), with P minimax.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Log(TLanes x)
    {
        TLanes isSubnormal = x < TLanes.Fill(1.17549435e-38f, 2.2250738585072014e-308);
        TLanes normal = TLanes.Select(isSubnormal, x * TLanes.Fill(1 << 24, 1L << 53), x);
        TLanes significand = SplitOffExponent(normal, out TLanes k);
        k -= isSubnormal & TLanes.Fill(24, 53);
        TLanes logarithm = LogOfScaled(significand - TLanes.Fill(1, 1), k);
        return WithEdgesOfLog(x, TLanes.Zero, logarithm);
    }

    /// <summary>m and k with x = m·2ᵏ and √½ ≤ m &lt; √2, for x positive, normal and finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes SplitOffExponent(TLanes x, out TLanes k)
    {
        // The bits of 1 less those of √½: moves the step between two exponents from the powers of two to √½ times them.
        TLanes moved = TLanes.AddBits(x, Bits(0x3f800000 - RootHalfSingle, 0x3ff0000000000000 - RootHalfDouble));

        // A whole number below the bits of 2²³ (2⁵²) is that number added to it.
        TLanes biased = ShiftRight(moved, 23, 52) | TLanes.Fill(1 << 23, 1L << 52);
        k = biased - TLanes.Fill((1 << 23) + 127, (1L << 52) + 1023);
        return TLanes.AddBits(moved & Bits(0x007fffff, 0x000fffffffffffff), Bits(RootHalfSingle, RootHalfDouble));
    }

    /// <summary>k·ln 2 + ln(1 + f) for √½ ≤ 1 + f &lt; √2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes LogOfScaled(TLanes f, TLanes k)
    {
        RequireFloatingPoint();
        TLanes s = f / (f + TLanes.Fill(2, 2));
        TLanes square = s * s;
        TLanes halfSquare = f * f * TLanes.Fill(0.5f, 0.5);
        TLanes bracket = TLanes.FusedMultiplyAdd(square, Polynomial(square, ArtanhTailSingle, ArtanhTailDouble), halfSquare);
        TLanes low = TLanes.FusedMultiplyAdd(s, bracket, k * LogOfTwoLow());
        return TLanes.FusedMultiplyAdd(k, LogOfTwoHigh(), f - (halfSquare - low));
    }

    /// <summary>The logarithm inside its domain; −∞ at the pole, NaN below it, ∞ at ∞, NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes WithEdgesOfLog(TLanes x, TLanes pole, TLanes logarithm)
    {
        TLanes infinity = TLanes.Fill(float.PositiveInfinity, double.PositiveInfinity);
        TLanes isAbove = x > pole;
        TLanes isInside = isAbove & (x < infinity);
        TLanes outside = TLanes.Select(isAbove, infinity, TLanes.Fill(float.NaN, double.NaN));
        TLanes edge = TLanes.Select(TLanes.Equal(x, pole), -infinity, outside);
        return TLanes.Select(isInside, logarithm, edge);
    }

    private const uint RootHalfSingle = 0x3f3504f3;
    private const ulong RootHalfDouble = 0x3fe6a09e667f3bcd;

    /// <summary>(2·artanh s − 2s) / s³ in powers of s².</summary>
    private static ReadOnlySpan<float> ArtanhTailSingle => [6.666666e-01f, 4.0000334e-01f, 2.853731e-01f, 2.3582152e-01f];

    private static ReadOnlySpan<double> ArtanhTailDouble =>
    [
        0.6666666666666734,
        0.3999999999941468,
        0.2857142874238657,
        0.2222219857327714,
        0.18183564322059806,
        0.1531405063910325,
        0.1479594897518347,
    ];
}
