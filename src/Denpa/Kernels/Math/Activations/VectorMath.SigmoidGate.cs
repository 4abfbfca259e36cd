using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>Units that let a number through as far as a sigmoid is open: x · σ(v), v being x itself or an odd function of it.</summary>
/// <remarks>
/// max(x, 0) − z · σ(−v) with z = |x| and v taken at z: below zero nothing cancels. Likewise the derivative is σ(−v) · (1 − z · v′ · σ(v))
/// below zero, and one less that above.
/// </remarks>
internal static partial class VectorMath
{
    /// <summary>x · σ(x) in each lane. Error below 3.9 ulp; underflows by way of the subnormal numbers; 0 at −∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Silu<T>(Vector512<T> x) where T : unmanaged
    {
        var magnitude = AtMost(Vector512.Abs(x), 120, 760);
        return Gated(x, magnitude, magnitude);
    }

    /// <summary>σ(x) · (1 + x · (1 − σ(x))) in each lane: 0 at −∞ and 1 at ∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SiluDerivative<T>(Vector512<T> x) where T : unmanaged
    {
        var magnitude = AtMost(Vector512.Abs(x), 120, 760);
        return GatedDerivative(x, magnitude, magnitude);
    }

    /// <summary>
    /// x · σ(v) in each lane with v = 2 √(2/π) · (x + 0.044715 x³): the Gaussian error linear unit by its approximation with tanh. Below
    /// zero it is as right as v, whose rounding the exponential multiplies by v; 0 at −∞.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> GeluTanh<T>(Vector512<T> x) where T : unmanaged
    {
        var magnitude = AtMost(Vector512.Abs(x), 12, 24);
        return Gated(x, magnitude, GateOfGeluTanh(magnitude, 0.07135482f, 0.0713548162726002));
    }

    /// <summary>The derivative of the approximation with tanh in each lane: 0 at −∞ and 1 at ∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> GeluTanhDerivative<T>(Vector512<T> x) where T : unmanaged
    {
        var magnitude = AtMost(Vector512.Abs(x), 12, 24);
        var gate = GateOfGeluTanh(magnitude, 0.07135482f, 0.0713548162726002);
        return GatedDerivative(x, GateOfGeluTanh(magnitude, 0.21406445f, 0.21406444881780075), gate);
    }

    /// <summary>2 √(2/π) · z + cubic · z³.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> GateOfGeluTanh<T>(Vector512<T> z, float single, double wide) where T : unmanaged =>
        z * FusedMultiplyAdd(z * z, Constant<T>(single, wide), Constant<T>(1.5957692f, 1.5957691216057308));

    // e^−v as a product of two roots, one for each factor, which are normal numbers where it is none: so it is rounded once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Gated<T>(Vector512<T> x, Vector512<T> magnitude, Vector512<T> gate) where T : unmanaged
    {
        var root = NormalExp(gate * Constant<T>(-0.5f, -0.5));
        var closed = root / FusedMultiplyAdd(root, root, Constant<T>(1, 1));
        return AtLeast(x, 0, 0) - (magnitude * root * closed);
    }

    /// <param name="x">The argument.</param>
    /// <param name="growth">z · v′.</param>
    /// <param name="gate">v at z.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> GatedDerivative<T>(Vector512<T> x, Vector512<T> growth, Vector512<T> gate) where T : unmanaged
    {
        var one = Constant<T>(1, 1);
        var root = NormalExp(gate * Constant<T>(-0.5f, -0.5));
        var open = one / FusedMultiplyAdd(root, root, one);
        var below = FusedMultiplyAdd(-growth, open, one) * root * (root * open);
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<T>.Zero), below, one - below);
    }
}
