using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>The smooth rectifier.</summary>
internal static partial class VectorMath
{
    /// <summary>ln(1 + eˣ) in each lane. Error below 1.9 ulp; underflows by way of the subnormal numbers.</summary>
    /// <remarks>max(x, 0) + ln(1 + e) with e = e^−|x| in [0, 1], which cannot overflow.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Softplus<T>(Vector512<T> x) where T : unmanaged
    {
        var exponential = ExpInsideFunction(-Vector512.Abs(x));

        // 1 + e is 2·(1 + f) from √2 on, and 1 + f below.
        var isUpper = Vector512.GreaterThan(exponential, Constant<T>(0.41421357f, 0.41421356237309505));
        var half = Constant<T>(0.5f, 0.5);
        var f = Vector512.ConditionalSelect(isUpper, FusedMultiplyAdd(exponential, half, -half), exponential);
        var k = isUpper & Constant<T>(1, 1);
        return AtLeast(x, 0, 0) + LogOfScaled(f, k);
    }
}
