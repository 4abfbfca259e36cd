using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The unit x · tanh(softplus(x)), with σ for the sigmoid of x and c = 1 − σ for that of −x.</summary>
/// <remarks>
/// tanh(softplus(x)) = σ (1 + c) / (1 + c²), and its derivative is 4 σ c² / (1 + c²)²: nothing cancels, and nothing overflows.
/// </remarks>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>x · tanh(softplus(x)) in each lane. Error below 5 ulp; underflows by way of the subnormal numbers; 0 at −∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Mish(TLanes x)
    {
        TLanes one = TLanes.Fill(1, 1);
        TLanes magnitude = AtMost(TLanes.Abs(x), 120, 760);
        TLanes root = NormalExp(magnitude * TLanes.Fill(-0.5f, -0.5));
        TLanes large = one / TLanes.FusedMultiplyAdd(root, root, one);
        TLanes rootOfSmall = root * large;
        TLanes small = root * rootOfSmall;
        TLanes above = x * (large * (one + small) / TLanes.FusedMultiplyAdd(small, small, one));
        TLanes share = (one + large) / TLanes.FusedMultiplyAdd(large, large, one);
        return TLanes.Select(x < TLanes.Zero, TLanes.Zero - (magnitude * root * (rootOfSmall * share)), above);
    }

    /// <summary>The derivative of x · tanh(softplus(x)) in each lane: 0 at −∞ and 1 at ∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes MishDerivative(TLanes x)
    {
        (TLanes one, TLanes four) = (TLanes.Fill(1, 1), TLanes.Fill(4, 4));
        TLanes magnitude = AtMost(TLanes.Abs(x), 120, 760);
        TLanes root = NormalExp(magnitude * TLanes.Fill(-0.5f, -0.5));
        TLanes large = one / TLanes.FusedMultiplyAdd(root, root, one);
        TLanes rootOfSmall = root * large;
        TLanes small = root * rootOfSmall;
        TLanes aboveShare = one / TLanes.FusedMultiplyAdd(small, small, one);
        TLanes belowShare = one / TLanes.FusedMultiplyAdd(large, large, one);
        TLanes above = large * aboveShare * (one + small + (four * (magnitude * small * small) * aboveShare));
        TLanes below = root * (rootOfSmall * belowShare * (one + large - (four * magnitude * large * large * belowShare)));
        return TLanes.Select(x < TLanes.Zero, below, above);
    }
}
