using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>The natural logarithm.</summary>
internal static partial class VectorMath
{
    /// <summary>ln x in each lane. Error below 0.9 ulp, subnormal x included; −∞ for a zero, NaN below zero.</summary>
    /// <remarks>
    /// x = 2ᵏ·(1 + f) with √½ ≤ 1 + f &lt; √2 and ln x = k·ln 2 + ln(1 + f). With s = f / (2 + f), ln(1 + f) = 2·artanh s
    /// = f − (f²/2 − s·(f²/2 + s²·P(s²))), with P minimax.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Log<T>(Vector512<T> x) where T : unmanaged
    {
        var isSubnormal = Vector512.LessThan(x, Constant<T>(1.17549435e-38f, 2.2250738585072014e-308));
        var normal = Vector512.ConditionalSelect(isSubnormal, x * Constant<T>(1 << 24, 1L << 53), x);
        var significand = SplitOffExponent(normal, out var k);
        k -= isSubnormal & Constant<T>(24, 53);
        var logarithm = LogOfScaled(significand - Constant<T>(1, 1), k);
        return WithEdgesOfLog(x, Vector512<T>.Zero, logarithm);
    }

    /// <summary>m and k with x = m·2ᵏ and √½ ≤ m &lt; √2, for x positive, normal and finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> SplitOffExponent<T>(Vector512<T> x, out Vector512<T> k) where T : unmanaged
    {
        // The bits of 1 less those of √½: moves the step between two exponents from the powers of two to √½ times them.
        var moved = AddBits(x, Bits<T>(0x3f800000 - RootHalfSingle, 0x3ff0000000000000 - RootHalfDouble));

        // A whole number below the bits of 2²³ (2⁵²) is that number added to it.
        var biased = ShiftRight(moved, 23, 52) | Constant<T>(1 << 23, 1L << 52);
        k = biased - Constant<T>((1 << 23) + 127, (1L << 52) + 1023);
        return AddBits(moved & Bits<T>(0x007fffff, 0x000fffffffffffff), Bits<T>(RootHalfSingle, RootHalfDouble));
    }

    /// <summary>k·ln 2 + ln(1 + f) for √½ ≤ 1 + f &lt; √2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> LogOfScaled<T>(Vector512<T> f, Vector512<T> k) where T : unmanaged
    {
        var s = f / (f + Constant<T>(2, 2));
        var square = s * s;
        var halfSquare = f * f * Constant<T>(0.5f, 0.5);
        var bracket = FusedMultiplyAdd(square, Polynomial(square, ArtanhTailSingle, ArtanhTailDouble), halfSquare);
        var low = FusedMultiplyAdd(s, bracket, k * LogOfTwoLow<T>());
        return FusedMultiplyAdd(k, LogOfTwoHigh<T>(), f - (halfSquare - low));
    }

    /// <summary>The logarithm inside its domain; −∞ at the pole, NaN below it, ∞ at ∞, NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> WithEdgesOfLog<T>(Vector512<T> x, Vector512<T> pole, Vector512<T> logarithm) where T : unmanaged
    {
        var infinity = Constant<T>(float.PositiveInfinity, double.PositiveInfinity);
        var isAbove = Vector512.GreaterThan(x, pole);
        var isInside = isAbove & Vector512.LessThan(x, infinity);
        var outside = Vector512.ConditionalSelect(isAbove, infinity, Constant<T>(float.NaN, double.NaN));
        var edge = Vector512.ConditionalSelect(Vector512.Equals(x, pole), -infinity, outside);
        return Vector512.ConditionalSelect(isInside, logarithm, edge);
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
