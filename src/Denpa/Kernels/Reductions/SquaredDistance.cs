using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>The sum of squared differences in one pass, with nothing stored in between.</summary>
internal static unsafe class SquaredDistance
{
    // Vectors that are summed in the elements' own type before their sum is added to a float64 one.
    private const int BlockVectors = 32;

    /// <summary>Σ (a[i] − b[i])². The order of the additions depends on the length alone.</summary>
    public static double Sum<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SpanLength.Require("squared distance", nameof(b), b.Length, a.Length);
        fixed (T* left = a, right = b)
            return Sum(left, right, a.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Sum<T>(T* a, T* b, int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var total = 0.0;
        for (var start = 0; start < length;)
        {
            var end = Math.Min(length - start, BlockVectors * Vector512<T>.Count) + start;
            var sum = Vector512<T>.Zero;
            for (; start <= end - Vector512<T>.Count; start += Vector512<T>.Count)
            {
                var difference = Vector512.Load(a + start) - Vector512.Load(b + start);
                sum += difference * difference;
            }
            if (start < end)
            {
                var difference = PointerLanes.LoadUpTo(a + start, a + end) - PointerLanes.LoadUpTo(b + start, b + end);
                sum += difference * difference;
                start = end;
            }
            total += double.CreateTruncating(LaneFold.Fold<T, SumFold<T>>(sum));
        }
        return total;
    }
}
