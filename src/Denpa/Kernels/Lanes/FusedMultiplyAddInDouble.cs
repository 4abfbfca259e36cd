using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
    /// <summary>left · right + addend, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Of(Vector128<float> left, Vector128<float> right, Vector128<float> addend) => Vector128.Narrow(
        SumRoundedToOdd(Vector128.WidenLower(left) * Vector128.WidenLower(right), Vector128.WidenLower(addend)),
        SumRoundedToOdd(Vector128.WidenUpper(left) * Vector128.WidenUpper(right), Vector128.WidenUpper(addend)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> SumRoundedToOdd(Vector128<double> a, Vector128<double> b)
    {
        // Knuth's sum and what it lost, which is NaN where the sum is infinite or NaN, and then counts as nothing.
        var sum = a + b;
        var shareOfB = sum - a;
        var lost = (a - (sum - shareOfB)) + (b - shareOfB);
        var isTooSmall = Vector128.GreaterThan(lost, Vector128<double>.Zero);
        var isInexact = (isTooSmall | Vector128.LessThan(lost, Vector128<double>.Zero)).AsInt64();

        // The exact sum lies above in magnitude where the loss has the sum's sign: then the odd neighbour of an even sum is the next one,
        // else the one before.
        var isNegative = Vector128.LessThan(sum, Vector128<double>.Zero);
        var step = (isTooSmall ^ isNegative).AsInt64() & Vector128.Create(2L);
        var bits = sum.AsInt64();
        var isEven = (bits & Vector128<long>.One) - Vector128<long>.One;
        return (bits + ((step - Vector128<long>.One) & isEven & isInexact)).AsDouble();
    }
}
