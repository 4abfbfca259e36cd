using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>What sine and cosine share: reduction by quarter turns, and the two series around zero.</summary>
internal static partial class VectorMath
{
    /// <summary>sin(x + turns·π/2) for 0 ≤ x ≤ 131072 and a small whole number of quarter turns.</summary>
    /// <remarks>
    /// Cody–Waite reduction with π/2 in three parts: x = n·π/2 + r with |r| ≤ π/4 (and a little). The first step is exact by the fused
    /// multiply-add; the parts together keep r to full relative precision even where x is as close to a multiple of π/2 as
    /// a number can be. Then, by the lowest two bits of n + turns, ±sin r = ±(r + r³·S(r²)) or ±cos r = ±(1 − r²/2 + r⁴·C(r²)),
    /// with S and C minimax.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> SineAfterQuarterTurns<T>(Vector512<T> x, Vector512<T> turns) where T : unmanaged
    {
        var anchored = FusedMultiplyAdd(x, Constant<T>(0.63661975f, 0.6366197723675814), Anchor<T>());
        var n = anchored - Anchor<T>();
        var r = FusedMultiplyAdd(n, Constant<T>(-1.5707964f, -1.5707963267948966), x);
        r = FusedMultiplyAdd(n, Constant<T>(4.371139e-08f, -6.123233995736766e-17), r);
        r = FusedMultiplyAdd(n, Constant<T>(1.7151245e-15f, 1.4973849048591698e-33), r);

        var square = r * r;
        var sine = FusedMultiplyAdd(r * square, Polynomial(square, SinTailSingle, SinTailDouble), r);
        var cosine = FusedMultiplyAdd(
            square * square,
            Polynomial(square, CosTailSingle, CosTailDouble),
            FusedMultiplyAdd(square, Constant<T>(-0.5f, -0.5), Constant<T>(1, 1)));

        // The lowest bit of the quadrant chooses the series, the second one the sign.
        var quadrant = anchored + turns;
        var isOdd = Vector512.IsNegative(ShiftLeft(quadrant, 31, 63));
        return Vector512.ConditionalSelect(isOdd, cosine, sine) ^ SignBit(ShiftLeft(quadrant, 30, 62));
    }

    /// <summary>The greatest magnitude whose reduction is proven by test.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> ReductionLimit<T>() where T : unmanaged => Constant<T>(1 << 17, 1 << 17);

    /// <summary>The results, with each lane beyond the limit of the reduction replaced by the platform's function of it.</summary>
    private static Vector512<T> BeyondReduction<T>(Vector512<T> x, Vector512<T> results, Func<double, double> function) where T : unmanaged
    {
        for (var lane = 0; lane < Vector512<T>.Count; lane++)
        {
            if (typeof(T) == typeof(float) && Math.Abs(x.AsSingle().GetElement(lane)) > 1 << 17)
            {
                var result = (float)function(x.AsSingle().GetElement(lane));
                results = results.AsSingle().WithElement(lane, result).As<float, T>();
            }
            else if (typeof(T) == typeof(double) && Math.Abs(x.AsDouble().GetElement(lane)) > 1 << 17)
            {
                var result = function(x.AsDouble().GetElement(lane));
                results = results.AsDouble().WithElement(lane, result).As<double, T>();
            }
        }
        return results;
    }

    /// <summary>(sin r − r) / r³ in powers of r².</summary>
    private static ReadOnlySpan<float> SinTailSingle => [-1.6666667e-01f, 8.333329e-03f, -1.9839188e-04f, 2.7169167e-06f];

    private static ReadOnlySpan<double> SinTailDouble =>
    [
        -0.16666666666666632,
        0.00833333333332234,
        -0.00019841269829746675,
        2.7557313669815416e-06,
        -2.5050754524147966e-08,
        1.5896580396164948e-10,
    ];

    /// <summary>(cos r − 1 + r²/2) / r⁴ in powers of r².</summary>
    private static ReadOnlySpan<float> CosTailSingle => [4.1666646e-02f, -1.3887251e-03f, 2.4424924e-05f];

    private static ReadOnlySpan<double> CosTailDouble =>
    [
        0.0416666666666666,
        -0.0013888888888874025,
        2.480158728941764e-05,
        -2.755731433287227e-07,
        2.0875720524174803e-09,
        -1.1359500397575297e-11,
    ];
}
