using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Denpa.Kernels;

/// <summary>
/// The fused multiply-add of float32 on hardware that has none, by way of float64, where a product of two float32 is exact.
/// </summary>
/// <remarks>
/// The sum is rounded to float64 and then to float32, and two roundings are not one: a sum that float64 rounds onto the middle between two
/// numbers of float32 would lose the side on which it lay. So the first one rounds to odd: where it is not exact, to that of the two
/// neighbours whose last bit is set, which is never such a middle (Boldo and Melquiond, "Emulation of FMA and correctly rounded sums:
/// proved algorithms using rounding to odd", 2008).
/// </remarks>
internal static class FusedMultiplyAddInDouble
{
    // 1 − 2⁻⁵³: any normal number times it, rounded, is its neighbour nearer to zero.
    private const double OneLessAnUlp = 0.99999999999999989;

    // The number whose bits are 1.
    private const double LastBit = double.Epsilon;

    // Half of the last bit of float32, for numbers from 1 to 2: 2⁻²⁴.
    private const double BitOfMiddle = 1.0 / (1 << 24);

    // The least normal number of float32.
    private const double LeastNormal = 1.17549435082228751e-38;

    /// <summary>left · right + addend, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Of(Vector128<float> left, Vector128<float> right, Vector128<float> addend) => Vector128.Narrow(
        SumRoundedToOdd(Vector128.WidenLower(left) * Vector128.WidenLower(right), Vector128.WidenLower(addend)),
        SumRoundedToOdd(Vector128.WidenUpper(left) * Vector128.WidenUpper(right), Vector128.WidenUpper(addend)));

    /// <summary>left · right + addend, rounded once, on AVX.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector256<float> Of(Vector256<float> left, Vector256<float> right, Vector256<float> addend)
    {
        Vector256<double> lowerProduct = Avx.Multiply(
            Avx.ConvertToVector256Double(left.GetLower()), Avx.ConvertToVector256Double(right.GetLower()));
        Vector256<double> upperProduct = Avx.Multiply(
            Avx.ConvertToVector256Double(left.GetUpper()), Avx.ConvertToVector256Double(right.GetUpper()));
        Vector256<double> lowerAddend = Avx.ConvertToVector256Double(addend.GetLower());
        Vector256<double> upperAddend = Avx.ConvertToVector256Double(addend.GetUpper());
        Vector256<double> lower = Avx.Add(lowerProduct, lowerAddend);
        Vector256<double> upper = Avx.Add(upperProduct, upperAddend);
        // Rare, and so the way around is foreseen: no result waits for the test.
        if (Avx.MoveMask(Avx.Or(MayBeMiddle(lower), MayBeMiddle(upper))) != 0)
        {
            lower = SumRoundedToOdd(lowerProduct, lowerAddend);
            upper = SumRoundedToOdd(upperProduct, upperAddend);
        }

        return Vector256.Create(Avx.ConvertToVector128Single(lower), Avx.ConvertToVector128Single(upper));
    }

    // Only a sum in the middle between two numbers of float32 has lost its side: one that ends in a bit and zeros where a normal number of
    // float32 ends, and of the subnormal ones, which end elsewhere, any.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> MayBeMiddle(Vector256<double> sum)
    {
        Vector256<double> one = Vector256.Create(1.0);
        Vector256<double> beyondSingle = Vector256.Create(0x1FFFFFFFL).AsDouble();
        Vector256<double> middle = Vector256.Create(1 + BitOfMiddle);
        Vector256<double> endsInMiddle = Avx.CompareEqual(Avx.Or(Avx.And(sum, beyondSingle), one), middle);
        Vector256<double> isSubnormal = Avx.CompareLessThan(Avx.AndNot(Vector256.Create(-0.0), sum), Vector256.Create(LeastNormal));
        return Avx.Or(endsInMiddle, Avx.And(isSubnormal, Avx.CompareNotEqual(sum, Vector256<double>.Zero)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> SumRoundedToOdd(Vector128<double> a, Vector128<double> b)
    {
        // Knuth's sum and what it lost, which is NaN where the sum is infinite or NaN, and then counts as nothing.
        Vector128<double> sum = a + b;
        Vector128<double> shareOfB = sum - a;
        Vector128<double> lost = (a - (sum - shareOfB)) + (b - shareOfB);

        // The exact sum lies below in magnitude where the loss has the other sign: there the neighbour below takes the sum's place. Of
        // two neighbours, the odd one is that with the last bit set.
        Vector128<double> agreement = lost * sum;
        Vector128<double> isBelow = Vector128.LessThan(agreement, Vector128<double>.Zero);
        Vector128<double> isInexact = isBelow | Vector128.GreaterThan(agreement, Vector128<double>.Zero);
        Vector128<double> truncated = Vector128.ConditionalSelect(isBelow, sum * Vector128.Create(OneLessAnUlp), sum);
        return truncated | (isInexact & Vector128.Create(LastBit));
    }

    // The same, whose operations the platform's own names would take by halves where AVX2 is missing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SumRoundedToOdd(Vector256<double> a, Vector256<double> b)
    {
        Vector256<double> sum = Avx.Add(a, b);
        Vector256<double> shareOfB = Avx.Subtract(sum, a);
        Vector256<double> lost = Avx.Add(Avx.Subtract(a, Avx.Subtract(sum, shareOfB)), Avx.Subtract(b, shareOfB));
        Vector256<double> agreement = Avx.Multiply(lost, sum);
        Vector256<double> isBelow = Avx.CompareLessThan(agreement, Vector256<double>.Zero);
        Vector256<double> isInexact = Avx.Or(isBelow, Avx.CompareGreaterThan(agreement, Vector256<double>.Zero));
        Vector256<double> truncated = Avx.BlendVariable(sum, Avx.Multiply(sum, Vector256.Create(OneLessAnUlp)), isBelow);
        return Avx.Or(truncated, Avx.And(isInexact, Vector256.Create(LastBit)));
    }
}
