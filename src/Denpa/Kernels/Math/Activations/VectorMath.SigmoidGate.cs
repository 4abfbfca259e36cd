using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>Units that let a number through as far as a sigmoid is open: x · σ(v), v being x itself or an odd function of it.</summary>
/// <remarks>
/// max(x, 0) − z · σ(−v) with z = |x| and v taken at z: below zero nothing cancels. Likewise the derivative is σ(−v) · (1 − z · v′ · σ(v))
/// below zero, and one less that above.
/// </remarks>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>x · σ(x) in each lane. Error below 3.9 ulp; underflows by way of the subnormal numbers; 0 at −∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Silu(TLanes x)
    {
        TLanes magnitude = AtMost(TLanes.Abs(x), 120, 760);
        return Gated(x, magnitude, magnitude);
    }

    /// <summary>σ(x) · (1 + x · (1 − σ(x))) in each lane: 0 at −∞ and 1 at ∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes SiluDerivative(TLanes x)
    {
        TLanes magnitude = AtMost(TLanes.Abs(x), 120, 760);
        return GatedDerivative(x, magnitude, magnitude);
    }

    /// <summary>
    /// x · σ(v) in each lane with v = 2 √(2/π) · (x + 0.044715 x³): the Gaussian error linear unit by its approximation with tanh. Below
    /// zero it is as right as v, whose rounding the exponential multiplies by v; 0 at −∞.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes GeluTanh(TLanes x)
    {
        TLanes magnitude = AtMost(TLanes.Abs(x), 12, 24);
        return Gated(x, magnitude, GateOfGeluTanh(magnitude, 0.07135482f, 0.0713548162726002));
    }

    /// <summary>The derivative of the approximation with tanh in each lane: 0 at −∞ and 1 at ∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes GeluTanhDerivative(TLanes x)
    {
        TLanes magnitude = AtMost(TLanes.Abs(x), 12, 24);
        TLanes gate = GateOfGeluTanh(magnitude, 0.07135482f, 0.0713548162726002);
        return GatedDerivative(x, GateOfGeluTanh(magnitude, 0.21406445f, 0.21406444881780075), gate);
    }

    /// <summary>2 √(2/π) · z + cubic · z³.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes GateOfGeluTanh(TLanes z, float single, double wide) =>
        z * TLanes.FusedMultiplyAdd(z * z, TLanes.Fill(single, wide), TLanes.Fill(1.5957692f, 1.5957691216057308));

    // e^−v as a product of two roots, one for each factor, which are normal numbers where it is none: so it is rounded once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Gated(TLanes x, TLanes magnitude, TLanes gate)
    {
        TLanes root = NormalExp(gate * TLanes.Fill(-0.5f, -0.5));
        TLanes closed = root / TLanes.FusedMultiplyAdd(root, root, TLanes.Fill(1, 1));
        return AtLeast(x, 0, 0) - (magnitude * root * closed);
    }

    /// <param name="x">The argument.</param>
    /// <param name="growth">z · v′.</param>
    /// <param name="gate">v at z.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes GatedDerivative(TLanes x, TLanes growth, TLanes gate)
    {
        TLanes one = TLanes.Fill(1, 1);
        TLanes root = NormalExp(gate * TLanes.Fill(-0.5f, -0.5));
        TLanes open = one / TLanes.FusedMultiplyAdd(root, root, one);
        TLanes below = TLanes.FusedMultiplyAdd(-growth, open, one) * root * (root * open);
        return TLanes.Select(x < TLanes.Zero, below, one - below);
    }
}
