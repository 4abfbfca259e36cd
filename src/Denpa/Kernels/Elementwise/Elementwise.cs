using System.Numerics;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>
/// The drivers of elementwise kernels. Tails go through the same vector code as everything else, so an element's bits do
/// not depend on its position or on the length of the span. The destination may be exactly an operand's span, not overlap it
/// otherwise.
/// </summary>
internal static class Elementwise
{
    /// <summary>destination[i] = kernel(x[i]).</summary>
    public static void Map<T, TKernel>(ReadOnlySpan<T> x, Span<T> destination, TKernel kernel)
        where T : unmanaged, INumber<T>
        where TKernel : struct, IUnaryKernel
    {
        int i = 0;
        for (; i <= x.Length - Vector512<T>.Count; i += Vector512<T>.Count)
        {
            Lanes.Store(kernel.Invoke(Lanes.Load(x, i)), destination, i);
        }

        if (i < x.Length) Lanes.StoreTail(kernel.Invoke(Lanes.LoadTail(x, i)), destination, i);
    }

    /// <summary>destination = kernel(a, b), with both operands broadcast to the destination's shape.</summary>
    public static void Zip<T, TKernel>(
        ReadOnlySpan<T> a, Shape shapeOfA, ReadOnlySpan<T> b, Shape shapeOfB, Span<T> destination, Shape shape, TKernel kernel)
        where T : unmanaged, INumber<T>
        where TKernel : struct, IBinaryKernel
    {
        BroadcastWalk walk = new(shapeOfA, shapeOfB, shape);
        for (int run = 0; run < walk.RunCount; run++)
        {
            walk.Offsets(run, out int offsetOfA, out int offsetOfB);
            Span<T> target = destination.Slice(run * walk.RunLength, walk.RunLength);
            if (!walk.ARepeats && !walk.BRepeats)
                ZipRun(a.Slice(offsetOfA, walk.RunLength), b.Slice(offsetOfB, walk.RunLength), target, kernel);
            else if (walk.ARepeats)
                ZipRun(a[offsetOfA], b.Slice(offsetOfB, walk.RunLength), target, kernel);
            else
                ZipRun(a.Slice(offsetOfA, walk.RunLength), b[offsetOfB], target, kernel);
        }
    }

    /// <summary>destination = kernel(a, b) as truth values, with both operands broadcast to the destination's shape.</summary>
    public static void Compare<T, TKernel>(
        ReadOnlySpan<T> a, Shape shapeOfA, ReadOnlySpan<T> b, Shape shapeOfB, Span<bool> destination, Shape shape, TKernel kernel)
        where T : unmanaged, INumber<T>
        where TKernel : struct, IComparisonKernel
    {
        BroadcastWalk walk = new(shapeOfA, shapeOfB, shape);
        int stepOfA = walk.ARepeats ? 0 : 1;
        int stepOfB = walk.BRepeats ? 0 : 1;
        for (int run = 0; run < walk.RunCount; run++)
        {
            walk.Offsets(run, out int offsetOfA, out int offsetOfB);
            Span<bool> target = destination.Slice(run * walk.RunLength, walk.RunLength);
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = kernel.Invoke(a[offsetOfA + (i * stepOfA)], b[offsetOfB + (i * stepOfB)]);
            }
        }
    }

    private static void ZipRun<T, TKernel>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> destination, TKernel kernel)
        where T : unmanaged, INumber<T>
        where TKernel : struct, IBinaryKernel
    {
        int i = 0;
        for (; i <= destination.Length - Vector512<T>.Count; i += Vector512<T>.Count)
        {
            Lanes.Store(kernel.Invoke(Lanes.Load(a, i), Lanes.Load(b, i)), destination, i);
        }

        if (i < destination.Length) Lanes.StoreTail(kernel.Invoke(Lanes.LoadTail(a, i), Lanes.LoadTail(b, i)), destination, i);
    }

    private static void ZipRun<T, TKernel>(T a, ReadOnlySpan<T> b, Span<T> destination, TKernel kernel)
        where T : unmanaged, INumber<T>
        where TKernel : struct, IBinaryKernel => Map(b, destination, new WithLeft<T, TKernel>(a, kernel));

    private static void ZipRun<T, TKernel>(ReadOnlySpan<T> a, T b, Span<T> destination, TKernel kernel)
        where T : unmanaged, INumber<T>
        where TKernel : struct, IBinaryKernel => Map(a, destination, new WithRight<T, TKernel>(b, kernel));

    private readonly struct WithLeft<TValue, TKernel>(TValue left, TKernel kernel) : IUnaryKernel
        where TValue : unmanaged
        where TKernel : struct, IBinaryKernel
    {
        public Vector512<T> Invoke<T>(Vector512<T> x)
            where T : unmanaged, INumber<T> => kernel.Invoke(Vector512.Create(left).As<TValue, T>(), x);
    }

    private readonly struct WithRight<TValue, TKernel>(TValue right, TKernel kernel) : IUnaryKernel
        where TValue : unmanaged
        where TKernel : struct, IBinaryKernel
    {
        public Vector512<T> Invoke<T>(Vector512<T> x)
            where T : unmanaged, INumber<T> => kernel.Invoke(x, Vector512.Create(right).As<TValue, T>());
    }
}
