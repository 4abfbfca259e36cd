using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The logistic function.</summary>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>1 / (1 + e⁻ˣ) in each lane. Error below 1.6 ulp; underflows by way of the subnormal numbers.</summary>
    /// <remarks>With e = e^−|x|, which cannot overflow: 1 / (1 + e) from zero on, e / (1 + e) below it.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Sigmoid(TLanes x)
    {
        TLanes exponential = Exp(-TLanes.Abs(x));
        TLanes one = TLanes.Fill(1, 1);
        TLanes lesser = exponential / (one + exponential);
        TLanes leading = TLanes.Select(x < TLanes.Zero, exponential, one);
        return TLanes.FusedMultiplyAdd(-leading, lesser, leading);
    }
}
