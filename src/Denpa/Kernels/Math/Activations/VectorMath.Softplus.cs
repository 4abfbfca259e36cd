using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The smooth rectifier.</summary>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>ln(1 + eˣ) in each lane. Error below 1.9 ulp; underflows by way of the subnormal numbers.</summary>
    /// <remarks>max(x, 0) + ln(1 + e) with e = e^−|x| in [0, 1], which cannot overflow.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Softplus(TLanes x)
    {
        TLanes exponential = Exp(-TLanes.Abs(x));

        // 1 + e is 2·(1 + f) from √2 on, and 1 + f below.
        TLanes isUpper = exponential > TLanes.Fill(0.41421357f, 0.41421356237309505);
        TLanes half = TLanes.Fill(0.5f, 0.5);
        TLanes f = TLanes.Select(isUpper, TLanes.FusedMultiplyAdd(exponential, half, -half), exponential);
        TLanes k = isUpper & TLanes.Fill(1, 1);
        return AtLeast(x, 0, 0) + LogOfScaled(f, k);
    }
}
