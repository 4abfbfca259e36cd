using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>Polynomials by Horner's rule.</summary>
internal static partial class VectorMath
{
    /// <summary>c[0] + c[1]·x + c[2]·x² + …, with the coefficients of the element type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Polynomial<T>(Vector512<T> x, ReadOnlySpan<float> single, ReadOnlySpan<double> wide) where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Polynomial(x.AsSingle(), single).As<float, T>()
            : Polynomial(x.AsDouble(), wide).As<double, T>();

    /// <remarks>
    /// Written out, since the compiler unrolls no such loop: with the table's length and values known, only the steps that exist are
    /// left, with their coefficients as constants.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Polynomial<T>(Vector512<T> x, ReadOnlySpan<T> c) where T : unmanaged
    {
        var sum = Vector512.Create(c[^1]);
        if (c.Length > 17) sum = FusedMultiplyAdd(sum, x, Vector512.Create(c[16]));
        if (c.Length > 16) sum = FusedMultiplyAdd(sum, x, Vector512.Create(c[15]));
        if (c.Length > 15) sum = FusedMultiplyAdd(sum, x, Vector512.Create(c[14]));
        if (c.Length > 14) sum = FusedMultiplyAdd(sum, x, Vector512.Create(c[13]));
        if (c.Length > 13) sum = FusedMultiplyAdd(sum, x, Vector512.Create(c[12]));
        if (c.Length > 12) sum = FusedMultiplyAdd(sum, x, Vector512.Create(c[11]));
        if (c.Length > 11) sum = FusedMultiplyAdd(sum, x, Vector512.Create(c[10]));
        if (c.Length > 10) sum = FusedMultiplyAdd(sum, x, Vector512.Create(c[9]));
        if (c.Length > 9) sum = FusedMultiplyAdd(sum, x, Vector512.Create(c[8]));
        if (c.Length > 8) sum = FusedMultiplyAdd(sum, x, Vector512.Create(c[7]));
        if (c.Length > 7) sum = FusedMultiplyAdd(sum, x, Vector512.Create(c[6]));
        if (c.Length > 6) sum = FusedMultiplyAdd(sum, x, Vector512.Create(c[5]));
        if (c.Length > 5) sum = FusedMultiplyAdd(sum, x, Vector512.Create(c[4]));
        if (c.Length > 4) sum = FusedMultiplyAdd(sum, x, Vector512.Create(c[3]));
        if (c.Length > 3) sum = FusedMultiplyAdd(sum, x, Vector512.Create(c[2]));
        if (c.Length > 2) sum = FusedMultiplyAdd(sum, x, Vector512.Create(c[1]));
        return FusedMultiplyAdd(sum, x, Vector512.Create(c[0]));
    }
}
