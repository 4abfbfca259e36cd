using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>A stretch of destination[i] = kernel(x[i]). Lanes past the end are 1: harmless for division and logarithm.</summary>
internal readonly unsafe struct MapLoop<T, TKernel>(T* x, T* destination, TKernel kernel) : IRangeBody
    where T : unmanaged, INumber<T>
    where TKernel : struct, IUnaryKernel
{
    public void Run(int start, int end)
    {
        int i = start;
        for (; i <= end - Vector512<T>.Count; i += Vector512<T>.Count) kernel.Invoke(Vector512.Load(x + i)).Store(destination + i);
        if (i < end) RunTail(x + i, destination + i, end - i);
    }

    // Apart from the loop, whose share of inlining it would take.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunTail(T* source, T* target, int count) =>
        PointerLanes.StorePart(kernel.Invoke(PointerLanes.LoadPart(source, count, Vector512<T>.One)), target, count);
}

/// <summary>A stretch of destination[i] = kernel(a[i], b[i]).</summary>
internal readonly unsafe struct ZipLoop<T, TKernel>(T* a, T* b, T* destination, TKernel kernel) : IRangeBody
    where T : unmanaged, INumber<T>
    where TKernel : struct, IBinaryKernel
{
    public void Run(int start, int end)
    {
        int i = start;
        for (; i <= end - Vector512<T>.Count; i += Vector512<T>.Count)
        {
            kernel.Invoke(Vector512.Load(a + i), Vector512.Load(b + i)).Store(destination + i);
        }

        if (i >= end) return;
        Vector512<T> left = PointerLanes.LoadPart(a + i, end - i, Vector512<T>.One);
        Vector512<T> right = PointerLanes.LoadPart(b + i, end - i, Vector512<T>.One);
        PointerLanes.StorePart(kernel.Invoke(left, right), destination + i, end - i);
    }
}

/// <summary>A stretch of destination[i] = kernel(a[i], b[i], c[i]).</summary>
internal readonly unsafe struct ZipThreeLoop<T, TKernel>(T* a, T* b, T* c, T* destination, TKernel kernel) : IRangeBody
    where T : unmanaged, INumber<T>
    where TKernel : struct, ITernaryKernel
{
    public void Run(int start, int end)
    {
        for (int i = start; i < end; i += Vector512<T>.Count)
        {
            Vector512<T> first = PointerLanes.LoadUpTo(a + i, a + end, Vector512<T>.One);
            Vector512<T> second = PointerLanes.LoadUpTo(b + i, b + end, Vector512<T>.One);
            Vector512<T> third = PointerLanes.LoadUpTo(c + i, c + end, Vector512<T>.One);
            PointerLanes.StoreUpTo(kernel.Invoke(first, second, third), destination + i, destination + end);
        }
    }
}

/// <summary>Some of the runs of destination = kernel(a, b) with broadcast operands. A long run is shared in its turn.</summary>
internal readonly unsafe struct BroadcastLoop<T, TKernel>(T* a, T* b, T* destination, BroadcastWalk walk, TKernel kernel) : IRangeBody
    where T : unmanaged, INumber<T>
    where TKernel : struct, IBinaryKernel
{
    public void Run(int start, int end)
    {
        int length = walk.RunLength;
        for (int run = start; run < end; run++)
        {
            walk.Offsets(run, out int offsetOfA, out int offsetOfB);
            Span<T> target = new(destination + (run * length), length);
            T* left = a + offsetOfA;
            T* right = b + offsetOfB;
            if (walk.ARepeats) Elementwise.Map(new ReadOnlySpan<T>(right, length), target, new WithLeft(*left, kernel));
            else if (walk.BRepeats) Elementwise.Map(new ReadOnlySpan<T>(left, length), target, new WithRight(*right, kernel));
            else Elementwise.Zip(new ReadOnlySpan<T>(left, length), new ReadOnlySpan<T>(right, length), target, kernel);
        }
    }

    private readonly struct WithLeft(T left, TKernel kernel) : IUnaryKernel
    {
        public Vector512<TLane> Invoke<TLane>(Vector512<TLane> x)
            where TLane : unmanaged, INumber<TLane> => kernel.Invoke(Vector512.Create(left).As<T, TLane>(), x);
    }

    private readonly struct WithRight(T right, TKernel kernel) : IUnaryKernel
    {
        public Vector512<TLane> Invoke<TLane>(Vector512<TLane> x)
            where TLane : unmanaged, INumber<TLane> => kernel.Invoke(x, Vector512.Create(right).As<T, TLane>());
    }
}
