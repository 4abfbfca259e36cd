using System.Numerics;

namespace Denpa.Kernels;

/// <summary>
/// The drivers of elementwise kernels. Tails go through the same vector code as everything else, so an element's bits do
/// not depend on its position, on the length of the span or on how workers share it. The destination may be exactly an operand's
/// span, not overlap it otherwise.
/// </summary>
internal static unsafe class Elementwise
{
    /// <summary>The elements that a worker takes at a time: as many as leave room for three operands in a core's own cache.</summary>
    public const int ChunkLength = 16 * 1024;

    // What an element costs on one core, reading and writing included: a low estimate, so that only work worth sharing is shared.
    private const double NanosecondsPerElement = 0.25;

    /// <summary>destination[i] = kernel(x[i]).</summary>
    public static void Map<T, TKernel>(ReadOnlySpan<T> x, Span<T> destination, TKernel kernel, VectorWidth? width = null)
        where T : unmanaged, INumber<T>
        where TKernel : struct, IUnaryKernel
    {
        fixed (T* from = x, to = destination)
        {
            Map(from, to, x.Length, kernel, width);
        }
    }

    /// <summary>destination[i] = kernel(x[i]) for i below <paramref name="length"/>.</summary>
    public static void Map<T, TKernel>(T* x, T* destination, int length, TKernel kernel, VectorWidth? width = null)
        where T : unmanaged, INumber<T>
        where TKernel : struct, IUnaryKernel
    {
        MapLoop<T, TKernel> loop = new(x, destination, kernel);
        LaneLoop.For<T, MapLoop<T, TKernel>>(length, ChunkLength, loop, Cost(length), width);
    }

    /// <summary>destination[i] = kernel(a[i], b[i]).</summary>
    public static void Zip<T, TKernel>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> destination, TKernel kernel, VectorWidth? width = null)
        where T : unmanaged, INumber<T>
        where TKernel : struct, IBinaryKernel
    {
        fixed (T* left = a, right = b, to = destination)
        {
            Zip(left, right, to, destination.Length, kernel, width);
        }
    }

    /// <summary>destination[i] = kernel(a[i], b[i]) for i below <paramref name="length"/>.</summary>
    public static void Zip<T, TKernel>(T* a, T* b, T* destination, int length, TKernel kernel, VectorWidth? width = null)
        where T : unmanaged, INumber<T>
        where TKernel : struct, IBinaryKernel
    {
        ZipLoop<T, TKernel> loop = new(a, b, destination, kernel);
        LaneLoop.For<T, ZipLoop<T, TKernel>>(length, ChunkLength, loop, Cost(length), width);
    }

    /// <summary>destination[i] = kernel(a[i], b[i], c[i]).</summary>
    public static void Zip<T, TKernel>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c, Span<T> destination, TKernel kernel, VectorWidth? width = null)
        where T : unmanaged, INumber<T>
        where TKernel : struct, ITernaryKernel
    {
        fixed (T* first = a, second = b, third = c, to = destination)
        {
            ZipThreeLoop<T, TKernel> loop = new(first, second, third, to, kernel);
            LaneLoop.For<T, ZipThreeLoop<T, TKernel>>(destination.Length, ChunkLength, loop, Cost(destination.Length), width);
        }
    }

    /// <summary>destination = kernel(a, b), with both operands broadcast to the destination's sizes.</summary>
    public static void Zip<T, TKernel>(
        ReadOnlySpan<T> a,
        ReadOnlySpan<int> sizesOfA,
        ReadOnlySpan<T> b,
        ReadOnlySpan<int> sizesOfB,
        Span<T> destination,
        ReadOnlySpan<int> sizes,
        TKernel kernel,
        VectorWidth? width = null)
        where T : unmanaged, INumber<T>
        where TKernel : struct, IBinaryKernel
    {
        if (sizesOfA.SequenceEqual(sizesOfB))
        {
            Zip(a, b, destination, kernel, width);
            return;
        }

        BroadcastWalk walk = new(sizesOfA, sizesOfB, sizes);
        fixed (T* left = a, right = b, to = destination)
        {
            int runsPerChunk = Math.Max(1, ChunkLength / Math.Max(1, walk.RunLength));
            BroadcastLoop<T, TKernel> loop = new(left, right, to, walk, kernel);
            LaneLoop.For<T, BroadcastLoop<T, TKernel>>(walk.RunCount, runsPerChunk, loop, Cost(destination.Length), width);
        }
    }

    /// <summary>destination = kernel(a, b) as truth values, with both operands broadcast to the destination's sizes.</summary>
    public static void Compare<T, TKernel>(
        ReadOnlySpan<T> a,
        ReadOnlySpan<int> sizesOfA,
        ReadOnlySpan<T> b,
        ReadOnlySpan<int> sizesOfB,
        Span<bool> destination,
        ReadOnlySpan<int> sizes,
        TKernel kernel)
        where T : unmanaged, INumber<T>
        where TKernel : struct, IComparisonKernel
    {
        BroadcastWalk walk = new(sizesOfA, sizesOfB, sizes);
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

    /// <summary>What so many elements cost, in nanoseconds.</summary>
    public static long Cost(int elements) => (long)(elements * NanosecondsPerElement);
}
