using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>A stretch of destination[i] = kernel(x[i]). Lanes past the end are 1: harmless for division and logarithm.</summary>
internal readonly unsafe struct MapLoop<T, TLanes, TKernel>(T* x, T* destination, TKernel kernel) : IRangeBody
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where TKernel : struct, IUnaryKernel
{
    // The root of its inlining, whose budget grows with it: so the kernel stands in it once, for whole vectors and for the tail.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Run(int start, int end)
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

/// <summary>A stretch of destination[i] = kernel(a[i], b[i]).</summary>
internal readonly unsafe struct ZipLoop<T, TLanes, TKernel>(T* a, T* b, T* destination, TKernel kernel) : IRangeBody
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where TKernel : struct, IBinaryKernel
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Run(int start, int end)
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

/// <summary>A stretch of destination[i] = kernel(a[i], b[i], c[i]).</summary>
internal readonly unsafe struct ZipThreeLoop<T, TLanes, TKernel>(T* a, T* b, T* c, T* destination, TKernel kernel) : IRangeBody
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where TKernel : struct, ITernaryKernel
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Run(int start, int end)
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

/// <summary>Some of the runs of destination = kernel(a, b) with broadcast operands. A long run is shared in its turn.</summary>
internal readonly unsafe struct BroadcastLoop<T, TLanes, TKernel>(T* a, T* b, T* destination, BroadcastWalk walk, TKernel kernel)
    : IRangeBody
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where TKernel : struct, IBinaryKernel
{
    public void Run(int start, int end)
    {
        int length = walk.RunLength;
        for (int run = start; run < end; run++)
        {
            walk.Offsets(run, out int offsetOfA, out int offsetOfB);
            T* target = destination + (run * length);
            T* left = a + offsetOfA;
            T* right = b + offsetOfB;
            if (walk.ARepeats) new MapWork<T, WithLeft>(right, target, length, new WithLeft(*left, kernel)).Run<TLanes>();
            else if (walk.BRepeats) new MapWork<T, WithRight>(left, target, length, new WithRight(*right, kernel)).Run<TLanes>();
            else new ZipWork<T, TKernel>(left, right, target, length, kernel).Run<TLanes>();
        }
    }

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
