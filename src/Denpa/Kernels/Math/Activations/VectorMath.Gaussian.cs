using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The bell curve, and what lies beyond a place on it.</summary>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>
    /// factor · e^(−rate · x²) for a rate of ½ or 1, rounded once where it is no normal number; for exponents down to −150 (float) and
    /// −1 000 (double).
    /// </summary>
    // What the square loses in rounding goes into the exponent too: a large one would multiply that error.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes TimesBell(TLanes factor, TLanes x, TLanes rate)
    {
        TLanes square = x * x;
        TLanes lost = TLanes.FusedMultiplyAdd(x, x, -square);
        TLanes r = TLanes.FusedMultiplyAdd(lost, -rate, ReduceByLogOfTwo(square * -rate, out TLanes anchored));
        return ScaleByPowerOfTwo(factor * ExpOfReduced(r), anchored);
    }

    /// <summary>(1 − Φ(z)) · e^(z²/2) for z from 0 to 15 (float) and to 40 (double), Φ being the normal distribution function.</summary>
    /// <remarks>It falls from ½ as 1 / (√2π z) does: w·P(1 − 2k·w) with w = 1 / (z + k), and P minimax in the relative error, its even and
    /// its odd powers apart, as one long chain of steps takes longer.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes NormalTailRatio(TLanes z)
    {
        TLanes w = TLanes.Fill(1, 1) / (z + TLanes.Fill(2, 3.5));
        TLanes place = TLanes.FusedMultiplyAdd(w, TLanes.Fill(-4, -7), TLanes.Fill(1, 1));
        TLanes square = place * place;
        TLanes odd = place * Polynomial(square, NormalTailOddSingle, NormalTailOddDouble);
        return w * (Polynomial(square, NormalTailEvenSingle, NormalTailEvenDouble) + odd);
    }

    private static ReadOnlySpan<float> NormalTailEvenSingle =>
    [
        6.72408e-01f,
        2.8797364e-02f,
        -4.6965736e-04f,
        -1.9519834e-03f,
        8.373462e-04f,
        -1.4971428e-04f,
    ];

    private static ReadOnlySpan<float> NormalTailOddSingle =>
    [
        -3.3140448e-01f,
        3.67193e-02f,
        -6.7338957e-03f,
        8.219656e-04f,
        1.3497482e-04f,
        -6.651557e-05f,
    ];

    private static ReadOnlySpan<double> NormalTailEvenDouble =>
    [
        0.7444160754359381,
        0.31542496988795193,
        0.017407832602077237,
        -0.003189101048881261,
        0.0004766571070575801,
        -7.558468539065665e-05,
        1.1506707498064872e-05,
        -1.1651703658171611e-06,
        -1.4303191132892198e-07,
        1.2378085716321854e-07,
        -3.628305429321854e-08,
        4.900252340242504e-09,
    ];

    private static ReadOnlySpan<double> NormalTailOddDouble =>
    [
        -0.565561816053779,
        -0.11605092871407852,
        0.006476218919874517,
        -0.0004450129500441125,
        6.70332314527881e-05,
        -1.8788895639800254e-05,
        5.651912786589624e-06,
        -1.4791853946081465e-06,
        2.9446666180051985e-07,
        -3.019886922164795e-08,
        -3.808196644639032e-09,
        1.47725526958501e-09,
    ];
}
