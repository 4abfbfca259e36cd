using System.Numerics;

namespace Denpa.Kernels;

/// <summary>destination[i] = kernel(x[i]), shared among the workers where it is long.</summary>
internal readonly unsafe struct MapWork<T, TKernel>(T* x, T* destination, int length, TKernel kernel) : ILaneWork<T>
    where T : unmanaged, INumber<T>
    where TKernel : struct, IUnaryKernel
{
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, T> => WorkerPool.For(
            length, Elementwise.ChunkLength, new MapLoop<T, TLanes, TKernel>(x, destination, kernel), Elementwise.Cost(length));
}

/// <summary>destination[i] = kernel(a[i], b[i]), shared among the workers where it is long.</summary>
internal readonly unsafe struct ZipWork<T, TKernel>(T* a, T* b, T* destination, int length, TKernel kernel) : ILaneWork<T>
    where T : unmanaged, INumber<T>
    where TKernel : struct, IBinaryKernel
{
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, T> => WorkerPool.For(
            length, Elementwise.ChunkLength, new ZipLoop<T, TLanes, TKernel>(a, b, destination, kernel), Elementwise.Cost(length));
}

/// <summary>destination[i] = kernel(a[i], b[i], c[i]), shared among the workers where it is long.</summary>
internal readonly unsafe struct ZipThreeWork<T, TKernel>(T* a, T* b, T* c, T* destination, int length, TKernel kernel) : ILaneWork<T>
    where T : unmanaged, INumber<T>
    where TKernel : struct, ITernaryKernel
{
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, T> => WorkerPool.For(
            length, Elementwise.ChunkLength, new ZipThreeLoop<T, TLanes, TKernel>(a, b, c, destination, kernel), Elementwise.Cost(length));
}

/// <summary>destination = kernel(a, b) with broadcast operands, whose runs are shared among the workers where there are many.</summary>
internal readonly unsafe struct BroadcastWork<T, TKernel>(T* a, T* b, T* destination, int length, BroadcastWalk walk, TKernel kernel)
    : ILaneWork<T>
    where T : unmanaged, INumber<T>
    where TKernel : struct, IBinaryKernel
{
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        int runsPerChunk = Math.Max(1, Elementwise.ChunkLength / Math.Max(1, walk.RunLength));
        BroadcastLoop<T, TLanes, TKernel> loop = new(a, b, destination, walk, kernel);
        WorkerPool.For(walk.RunCount, runsPerChunk, loop, Elementwise.Cost(length));
    }
}
