using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

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
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>min(x, limit), and NaN where x is NaN.</summary>
    /// <remarks>The native minimum hands back its second operand if either is NaN, or NaN itself.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes AtMost(TLanes x, float single, double wide) =>
        TLanes.MinNative(TLanes.Fill(single, wide), x);

    /// <summary>max(x, limit), and NaN where x is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes AtLeast(TLanes x, float single, double wide) =>
        TLanes.MaxNative(TLanes.Fill(single, wide), x);

    /// <summary>Stands in what all functions have in common.</summary>
    /// <exception cref="NotSupportedException">The elements are neither of float32 nor of float64.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RequireFloatingPoint()
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            ThrowElementType();
    }

    [DoesNotReturn]
    private static void ThrowElementType() =>
        throw new NotSupportedException($"vector math: the element type must be Single or Double, but is {typeof(T).Name}");
}
