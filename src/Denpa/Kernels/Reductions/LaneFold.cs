using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>Folds the lanes of one vector to one element: the upper half onto the lower half, until one lane is left.</summary>
internal static class LaneFold
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Fold<T, TFold>(Vector512<T> vector)
        where T : unmanaged
        where TFold : struct, IFold<T>
    {
        // Only the lower lanes of each step count; what stands in the others is folded along unread.
        vector = TFold.Combine(vector, vector.GetUpper().ToVector512Unsafe());
        vector = TFold.Combine(vector, vector.GetLower().GetUpper().ToVector256Unsafe().ToVector512Unsafe());
        return FoldQuarter<T, TFold>(vector.GetLower().GetLower());
    }

    private static T FoldQuarter<T, TFold>(Vector128<T> vector)
        where T : unmanaged
        where TFold : struct, IFold<T>
    {
        Span<T> lanes = stackalloc T[Vector128<T>.Count];
        vector.CopyTo(lanes);
        for (var half = lanes.Length / 2; half > 0; half /= 2)
        {
            for (var lane = 0; lane < half; lane++)
                lanes[lane] = TFold.Combine(lanes[lane], lanes[lane + half]);
        }
        return lanes[0];
    }
}
