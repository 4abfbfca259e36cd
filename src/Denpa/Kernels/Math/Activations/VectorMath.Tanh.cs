using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The hyperbolic tangent.</summary>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>tanh x in each lane. Error below 1.6 ulp; the sign of zero is kept.</summary>
    /// <remarks>Below 0.55 in magnitude x + x³·P(x²) with P minimax; above it 1 − 2 / (e^(2|x|) + 1) with the sign of x.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Tanh(TLanes x)
    {
        TLanes magnitude = TLanes.Abs(x);
        TLanes square = x * x;
        TLanes small = TLanes.FusedMultiplyAdd(magnitude * square, Polynomial(square, TanhTailSingle, TanhTailDouble), magnitude);

        // Beyond this limit the result is 1 all the same.
        TLanes exponential = NormalExp(AtMost(magnitude + magnitude, 20, 40));
        TLanes one = TLanes.Fill(1, 1);
        TLanes large = one - TLanes.Fill(2, 2) / (exponential + one);

        TLanes isSmall = magnitude < TLanes.Fill(0.55f, 0.55);
        return TLanes.Select(isSmall, small, large) | SignBit(x);
    }

    /// <summary>(tanh x − x) / x³ in powers of x².</summary>
    private static ReadOnlySpan<float> TanhTailSingle => [-3.333332e-01f, 1.3332602e-01f, -5.385386e-02f, 2.107776e-02f, -6.282475e-03f];

    private static ReadOnlySpan<double> TanhTailDouble =>
    [
        -0.333333333333333,
        0.13333333333326833,
        -0.053968253963878665,
        0.02186948838910396,
        -0.008863232652791634,
        0.0035920925325286187,
        -0.001455545983834688,
        0.0005884570476336733,
        -0.00023341272414803088,
        8.336006253021331e-05,
        -1.9521023332173567e-05,
    ];
}
