using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The Gaussian error linear unit, with Φ for the normal distribution function and φ for its density.</summary>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>x · Φ(x) in each lane. Error below 4.2 ulp; underflows by way of the subnormal numbers; 0 at −∞.</summary>
    /// <remarks>max(x, 0) − z · (1 − Φ(z)) with z = |x|: below zero nothing cancels.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Gelu(TLanes x)
    {
        TLanes magnitude = WithinBell(x);
        return AtLeast(x, 0, 0) - TimesBell(magnitude * NormalTailRatio(magnitude), magnitude, TLanes.Fill(0.5f, 0.5));
    }

    /// <summary>Φ(x) + x · φ(x) in each lane: 0 at −∞ and 1 at ∞.</summary>
    /// <remarks>With z = |x| it is 1 − Φ(z) − z · φ(z) below zero, and one less that above.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes GeluDerivative(TLanes x)
    {
        TLanes magnitude = WithinBell(x);
        TLanes ratio = TLanes.FusedMultiplyAdd(magnitude, TLanes.Fill(-0.3989423f, -0.3989422804014327), NormalTailRatio(magnitude));
        TLanes below = TimesBell(ratio, magnitude, TLanes.Fill(0.5f, 0.5));
        return TLanes.Select(x < TLanes.Zero, below, TLanes.Fill(1, 1) - below);
    }

    /// <summary>|x|, but no more than where every product with the bell curve is 0 all the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes WithinBell(TLanes x) => AtMost(TLanes.Abs(x), 15, 40);
}
