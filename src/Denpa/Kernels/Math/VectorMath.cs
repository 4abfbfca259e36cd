using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>
/// The transcendental functions of Denpa over vectors of <see cref="float"/> or <see cref="double"/>, one file per function.
/// </summary>
/// <remarks>
/// A lane's result depends on that lane's value alone. Every step is an exactly rounded operation (sum, product, quotient, fused
/// multiply-add) or works on bits, so the results have the same bits on every instruction set. Polynomial coefficients are minimax,
/// found by the Remez exchange at fifty digits and rounded to the element type. A stated error is in units in the last place
/// (ulp), holds for both types, and is the greatest one measured, rounded up, over numbers of every sign and exponent.
/// </remarks>
internal static partial class VectorMath
{
    /// <summary>A vector of one constant, given in both element types.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Constant<T>(float single, double wide) where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return Vector512.Create(single).As<float, T>();
        if (typeof(T) == typeof(double))
            return Vector512.Create(wide).As<double, T>();
        ThrowElementType<T>();
        return default;
    }

    /// <summary>left · right + addend, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> FusedMultiplyAdd<T>(Vector512<T> left, Vector512<T> right, Vector512<T> addend) where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return Vector512.FusedMultiplyAdd(left.AsSingle(), right.AsSingle(), addend.AsSingle()).As<float, T>();
        return Vector512.FusedMultiplyAdd(left.AsDouble(), right.AsDouble(), addend.AsDouble()).As<double, T>();
    }

    /// <summary>min(x, limit), and NaN where x is NaN.</summary>
    /// <remarks>The native minimum hands back its second operand if either is NaN, or NaN itself.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> AtMost<T>(Vector512<T> x, float single, double wide) where T : unmanaged =>
        Vector512.MinNative(Constant<T>(single, wide), x);

    /// <summary>max(x, limit), and NaN where x is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> AtLeast<T>(Vector512<T> x, float single, double wide) where T : unmanaged =>
        Vector512.MaxNative(Constant<T>(single, wide), x);

    [DoesNotReturn]
    private static void ThrowElementType<T>() =>
        throw new NotSupportedException($"vector math: the element type must be Single or Double, but is {typeof(T).Name}");
}
