using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The error function.</summary>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>erf x = 2/√π · ∫₀ˣ e^(−t²) dt in each lane. Error below 1.3 ulp; the sign of zero is kept.</summary>
    /// <remarks>
    /// Below 1 in magnitude x + x·P(x²); above it 1 − e^(−a − a·Q(a)) with a = |x| and the sign of x, where a + a·Q(a) is
    /// −ln(erfc a), which is smooth up to where the result is 1. P and Q are minimax in the error of the result.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Erf(TLanes x)
    {
        TLanes magnitude = TLanes.Abs(x);
        TLanes small = TLanes.FusedMultiplyAdd(magnitude, Polynomial(x * x, ErfTailSingle, ErfTailDouble), magnitude);

        // Beyond this limit the result is 1 all the same.
        TLanes limited = AtMost(magnitude, 3.95f, 5.95);
        TLanes exponent = TLanes.FusedMultiplyAdd(limited, Polynomial(limited, ErfcExponentSingle, ErfcExponentDouble), limited);
        TLanes one = TLanes.Fill(1, 1);
        TLanes large = one - NormalExp(-exponent);

        return TLanes.Select(magnitude < one, small, large) | SignBit(x);
    }

    /// <summary>2/√π · e^(−x²) in each lane. Error below 2.1 ulp; underflows by way of the subnormal numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes ErfDerivative(TLanes x)
    {
        // Beyond this limit the result is 0 all the same.
        TLanes limited = AtMost(TLanes.Abs(x), 11, 28);
        return TimesBell(TLanes.Fill(1.1283792f, 1.1283791670955126), limited, TLanes.Fill(1, 1));
    }

    /// <summary>erf x / x − 1 in powers of x².</summary>
    private static ReadOnlySpan<float> ErfTailSingle =>
    [
        1.2837917e-01f,
        -3.7612626e-01f,
        1.12836e-01f,
        -2.6854444e-02f,
        5.1895357e-03f,
        -8.020843e-04f,
        7.889125e-05f,
    ];

    private static ReadOnlySpan<double> ErfTailDouble =>
    [
        0.1283791670955126,
        -0.3761263890318375,
        0.11283791670954885,
        -0.02686617064507787,
        0.0052239776248284,
        -0.0008548326981424238,
        0.00012055331132921918,
        -1.4925595771650769e-05,
        1.646100847328003e-06,
        -1.635039621192063e-07,
        1.4660328868168726e-08,
        -1.1374957045593483e-09,
        5.960688672480371e-11,
    ];

    /// <summary>−ln(erfc a) / a − 1 in powers of a.</summary>
    private static ReadOnlySpan<float> ErfcExponentSingle =>
    [
        1.2869155e-01f,
        6.3497996e-01f,
        1.06514916e-01f,
        -2.3997342e-02f,
        3.7518858e-03f,
        -3.4931026e-04f,
        1.3842654e-05f,
    ];

    private static ReadOnlySpan<double> ErfcExponentDouble =>
    [
        0.12837911565019175,
        0.636620209204035,
        0.10277101017775071,
        -0.01912544003055676,
        -0.00021118454432068545,
        0.0016914897209480704,
        -0.0005735455622427741,
        -1.8331783054516024e-06,
        9.60055644808934e-05,
        -5.628602200345324e-05,
        2.044443003377795e-05,
        -5.4126811359803175e-06,
        1.0843920356703465e-06,
        -1.641078414182925e-07,
        1.826803895135787e-08,
        -1.4144183093185445e-09,
        6.809324047918528e-11,
        -1.5349681045635342e-12,
    ];
}
