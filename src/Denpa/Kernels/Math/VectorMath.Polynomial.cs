using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>Polynomials by Horner's rule.</summary>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>c[0] + c[1]·x + c[2]·x² + …, with the coefficients of the element type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Polynomial(TLanes x, ReadOnlySpan<float> single, ReadOnlySpan<double> wide) =>
        typeof(T) == typeof(float) ? Horner(x, single) : Horner(x, wide);

    /// <remarks>
    /// Written out, since the compiler unrolls no such loop: with the table's length and values known, only the steps that exist are
    /// left, with their coefficients as constants.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Horner<TCoefficient>(TLanes x, ReadOnlySpan<TCoefficient> c)
        where TCoefficient : unmanaged
    {
        TLanes sum = Fill(c[^1]);
        if (c.Length > 17) sum = TLanes.FusedMultiplyAdd(sum, x, Fill(c[16]));
        if (c.Length > 16) sum = TLanes.FusedMultiplyAdd(sum, x, Fill(c[15]));
        if (c.Length > 15) sum = TLanes.FusedMultiplyAdd(sum, x, Fill(c[14]));
        if (c.Length > 14) sum = TLanes.FusedMultiplyAdd(sum, x, Fill(c[13]));
        if (c.Length > 13) sum = TLanes.FusedMultiplyAdd(sum, x, Fill(c[12]));
        if (c.Length > 12) sum = TLanes.FusedMultiplyAdd(sum, x, Fill(c[11]));
        if (c.Length > 11) sum = TLanes.FusedMultiplyAdd(sum, x, Fill(c[10]));
        if (c.Length > 10) sum = TLanes.FusedMultiplyAdd(sum, x, Fill(c[9]));
        if (c.Length > 9) sum = TLanes.FusedMultiplyAdd(sum, x, Fill(c[8]));
        if (c.Length > 8) sum = TLanes.FusedMultiplyAdd(sum, x, Fill(c[7]));
        if (c.Length > 7) sum = TLanes.FusedMultiplyAdd(sum, x, Fill(c[6]));
        if (c.Length > 6) sum = TLanes.FusedMultiplyAdd(sum, x, Fill(c[5]));
        if (c.Length > 5) sum = TLanes.FusedMultiplyAdd(sum, x, Fill(c[4]));
        if (c.Length > 4) sum = TLanes.FusedMultiplyAdd(sum, x, Fill(c[3]));
        if (c.Length > 3) sum = TLanes.FusedMultiplyAdd(sum, x, Fill(c[2]));
        if (c.Length > 2) sum = TLanes.FusedMultiplyAdd(sum, x, Fill(c[1]));
        return TLanes.FusedMultiplyAdd(sum, x, Fill(c[0]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Fill<TCoefficient>(TCoefficient coefficient)
        where TCoefficient : unmanaged => TLanes.Fill(Unsafe.BitCast<TCoefficient, T>(coefficient));
}
