using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>What sine and cosine share: reduction by quarter turns, and the two series around zero.</summary>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>sin(x + turns·π/2) for 0 ≤ x ≤ 131072 and a small whole number of quarter turns.</summary>
    /// <remarks>
    /// Cody–Waite reduction with π/2 in three parts: x = n·π/2 + r with |r| ≤ π/4 (and a little). The first step is exact by the fused
    /// multiply-add; the parts together keep r to full relative precision even where x is as close to a multiple of π/2 as
    /// a number can be. Then, by the lowest two bits of n + turns, ±sin r = ±(r + r³·S(r²)) or ±cos r = ±(1 − r²/2 + r⁴·C(r²)),
    /// with S and C minimax.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes SineAfterQuarterTurns(TLanes x, TLanes turns)
    {
        RequireFloatingPoint();
        TLanes anchored = TLanes.FusedMultiplyAdd(x, TLanes.Fill(0.63661975f, 0.6366197723675814), Anchor());
        TLanes n = anchored - Anchor();
        TLanes r = TLanes.FusedMultiplyAdd(n, TLanes.Fill(-1.5707964f, -1.5707963267948966), x);
        r = TLanes.FusedMultiplyAdd(n, TLanes.Fill(4.371139e-08f, -6.123233995736766e-17), r);
        r = TLanes.FusedMultiplyAdd(n, TLanes.Fill(1.7151245e-15f, 1.4973849048591698e-33), r);

        TLanes square = r * r;
        TLanes sine = TLanes.FusedMultiplyAdd(r * square, Polynomial(square, SinTailSingle, SinTailDouble), r);
        TLanes cosine = TLanes.FusedMultiplyAdd(
            square * square,
            Polynomial(square, CosTailSingle, CosTailDouble),
            TLanes.FusedMultiplyAdd(square, TLanes.Fill(-0.5f, -0.5), TLanes.Fill(1, 1)));

        // The lowest bit of the quadrant chooses the series, the second one the sign.
        TLanes quadrant = anchored + turns;
        TLanes isOdd = TLanes.IsNegative(ShiftLeft(quadrant, 31, 63));
        return TLanes.Select(isOdd, cosine, sine) ^ SignBit(ShiftLeft(quadrant, 30, 62));
    }

    /// <summary>The greatest magnitude whose reduction is proven by test.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ReductionLimit() => TLanes.Fill(1 << 17, 1 << 17);

    /// <summary>The results, with each lane beyond the limit of the reduction replaced by the platform's function of it.</summary>
    private static unsafe TLanes BeyondReduction(TLanes x, TLanes results, Func<double, double> function)
    {
        T* arguments = stackalloc T[TLanes.Count];
        T* values = stackalloc T[TLanes.Count];
        x.Store(arguments);
        results.Store(values);
        for (int lane = 0; lane < TLanes.Count; lane++)
        {
            double argument = double.CreateTruncating(arguments[lane]);
            if (Math.Abs(argument) > 1 << 17)
                values[lane] = T.CreateTruncating(function(argument));
        }

        return TLanes.Load(values);
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
