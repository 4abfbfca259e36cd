using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

// Loops are optimized at once: before the tiers had seen enough of one, a short training would be over.

/// <summary>destination[i] = kernel(x[i]). Lanes past the end are 1: harmless for division and logarithm.</summary>
internal readonly unsafe struct MapLoop<T, TKernel>(T* x, T* destination, TKernel kernel) : ILaneLoop<T>
    where T : unmanaged, INumber<T>
    where TKernel : struct, IUnaryKernel
{
    /// <summary>The loop, as a part of whoever calls it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TLanes>(T* x, T* destination, int start, int end, TKernel kernel)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        int i = start;
        for (; i <= end - TLanes.Count; i += TLanes.Count) kernel.Invoke<T, TLanes>(TLanes.Load(x + i)).Store(destination + i);
        if (i < end) RunEnd<TLanes>(x, destination, i, end, kernel);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TLanes>(int start, int end)
        where TLanes : unmanaged, ILanes<TLanes, T> => Run<TLanes>(x, destination, start, end, kernel);

    // Apart, and a loop that would do for whole vectors as well: as the root of its own inlining it has a budget that grows with it, and
    // some kernels need it all.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void RunEnd<TLanes>(T* x, T* destination, int start, int end, TKernel kernel)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        int lastWhole = end - TLanes.Count;
        for (int i = start; i < end; i += TLanes.Count)
        {
            TLanes argument = i <= lastWhole ? TLanes.Load(x + i) : TLanes.LoadPart(x + i, end - i, TLanes.One);
            TLanes result = kernel.Invoke<T, TLanes>(argument);
            if (i <= lastWhole) result.Store(destination + i);
            else result.StorePart(destination + i, end - i);
        }
    }
}

/// <summary>destination[i] = kernel(a[i], b[i]).</summary>
internal readonly unsafe struct ZipLoop<T, TKernel>(T* a, T* b, T* destination, TKernel kernel) : ILaneLoop<T>
    where T : unmanaged, INumber<T>
    where TKernel : struct, IBinaryKernel
{
    /// <summary>The loop, as a part of whoever calls it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TLanes>(T* a, T* b, T* destination, int start, int end, TKernel kernel)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        int i = start;
        for (; i <= end - TLanes.Count; i += TLanes.Count)
            kernel.Invoke<T, TLanes>(TLanes.Load(a + i), TLanes.Load(b + i)).Store(destination + i);
        if (i < end) RunEnd<TLanes>(a, b, destination, i, end, kernel);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TLanes>(int start, int end)
        where TLanes : unmanaged, ILanes<TLanes, T> => Run<TLanes>(a, b, destination, start, end, kernel);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void RunEnd<TLanes>(T* a, T* b, T* destination, int start, int end, TKernel kernel)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        int lastWhole = end - TLanes.Count;
        for (int i = start; i < end; i += TLanes.Count)
        {
            TLanes left = i <= lastWhole ? TLanes.Load(a + i) : TLanes.LoadPart(a + i, end - i, TLanes.One);
            TLanes right = i <= lastWhole ? TLanes.Load(b + i) : TLanes.LoadPart(b + i, end - i, TLanes.One);
            TLanes result = kernel.Invoke<T, TLanes>(left, right);
            if (i <= lastWhole) result.Store(destination + i);
            else result.StorePart(destination + i, end - i);
        }
    }
}

/// <summary>destination[i] = kernel(a[i], b[i], c[i]).</summary>
internal readonly unsafe struct ZipThreeLoop<T, TKernel>(T* a, T* b, T* c, T* destination, TKernel kernel) : ILaneLoop<T>
    where T : unmanaged, INumber<T>
    where TKernel : struct, ITernaryKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TLanes>(int start, int end)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        for (int i = start; i < end; i += TLanes.Count)
        {
            TLanes first = PointerLanes<T, TLanes>.LoadUpTo(a + i, a + end, TLanes.One);
            TLanes second = PointerLanes<T, TLanes>.LoadUpTo(b + i, b + end, TLanes.One);
            TLanes third = PointerLanes<T, TLanes>.LoadUpTo(c + i, c + end, TLanes.One);
            PointerLanes<T, TLanes>.StoreUpTo(kernel.Invoke<T, TLanes>(first, second, third), destination + i, destination + end);
        }
    }
}

/// <summary>The runs of destination = kernel(a, b) with broadcast operands. A long run is shared in its turn.</summary>
internal readonly unsafe struct BroadcastLoop<T, TKernel>(T* a, T* b, T* destination, BroadcastWalk walk, TKernel kernel) : ILaneLoop<T>
    where T : unmanaged, INumber<T>
    where TKernel : struct, IBinaryKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TLanes>(int start, int end)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        int length = walk.RunLength;
        for (int run = start; run < end; run++)
        {
            walk.Offsets(run, out int offsetOfA, out int offsetOfB);
            T* target = destination + (run * length);
            T* left = a + offsetOfA;
            T* right = b + offsetOfB;
            if (walk.ARepeats)
                RunLoop<TLanes, MapLoop<T, WithLeft>>(length, new MapLoop<T, WithLeft>(right, target, new WithLeft(*left, kernel)));
            else if (walk.BRepeats)
                RunLoop<TLanes, MapLoop<T, WithRight>>(length, new MapLoop<T, WithRight>(left, target, new WithRight(*right, kernel)));
            else
                RunLoop<TLanes, ZipLoop<T, TKernel>>(length, new ZipLoop<T, TKernel>(left, right, target, kernel));
        }
    }

    private static void RunLoop<TLanes, TLoop>(int length, in TLoop loop)
        where TLanes : unmanaged, ILanes<TLanes, T>
        where TLoop : struct, ILaneLoop<T> =>
        LaneLoop.For<T, TLanes, TLoop>(length, Elementwise.ChunkLength, loop, Elementwise.Cost(length));

    private readonly struct WithLeft(T left, TKernel kernel) : IUnaryKernel
    {
        public TElementLanes Invoke<TElement, TElementLanes>(TElementLanes x)
            where TElement : unmanaged, INumber<TElement>
            where TElementLanes : unmanaged, ILanes<TElementLanes, TElement> =>
            kernel.Invoke<TElement, TElementLanes>(TElementLanes.Fill(Unsafe.BitCast<T, TElement>(left)), x);
    }

    private readonly struct WithRight(T right, TKernel kernel) : IUnaryKernel
    {
        public TElementLanes Invoke<TElement, TElementLanes>(TElementLanes x)
            where TElement : unmanaged, INumber<TElement>
            where TElementLanes : unmanaged, ILanes<TElementLanes, TElement> =>
            kernel.Invoke<TElement, TElementLanes>(x, TElementLanes.Fill(Unsafe.BitCast<T, TElement>(right)));
    }
}
