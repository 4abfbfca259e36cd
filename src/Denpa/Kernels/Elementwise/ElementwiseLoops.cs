using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>A stretch of destination[i] = kernel(x[i]).</summary>
internal readonly unsafe struct MapLoop<T, TKernel>(T* x, T* destination, TKernel kernel) : IRangeBody
    where T : unmanaged, INumber<T>
    where TKernel : struct, IUnaryKernel
{
    public void Run(int start, int end)
    {
        ReadOnlySpan<T> source = new(x + start, end - start);
        Span<T> target = new(destination + start, end - start);
        int i = 0;
        for (; i <= source.Length - Vector512<T>.Count; i += Vector512<T>.Count)
        {
            Lanes.Store(kernel.Invoke(Lanes.Load(source, i)), target, i);
        }

        if (i < source.Length) RunTail(source, target, i);
    }

    // Apart from the loop, whose share of inlining it would take.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunTail(ReadOnlySpan<T> source, Span<T> target, int position) =>
        Lanes.StoreTail(kernel.Invoke(Lanes.LoadTail(source, position)), target, position);
}

/// <summary>A stretch of destination[i] = kernel(a[i], b[i]).</summary>
internal readonly unsafe struct ZipLoop<T, TKernel>(T* a, T* b, T* destination, TKernel kernel) : IRangeBody
    where T : unmanaged, INumber<T>
    where TKernel : struct, IBinaryKernel
{
    public void Run(int start, int end)
    {
        ReadOnlySpan<T> left = new(a + start, end - start);
        ReadOnlySpan<T> right = new(b + start, end - start);
        Span<T> target = new(destination + start, end - start);
        int i = 0;
        for (; i <= target.Length - Vector512<T>.Count; i += Vector512<T>.Count)
        {
            Lanes.Store(kernel.Invoke(Lanes.Load(left, i), Lanes.Load(right, i)), target, i);
        }

        if (i < target.Length) Lanes.StoreTail(kernel.Invoke(Lanes.LoadTail(left, i), Lanes.LoadTail(right, i)), target, i);
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
