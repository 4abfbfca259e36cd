using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>Runs loops that are written for lanes of any width, shared among the workers where they are long.</summary>
/// <remarks>
/// A loop is put together once and not copied on its way: a copy of what was stored piece by piece just now waits for all the pieces,
/// which takes longer than a short loop.
/// </remarks>
internal static class LaneLoop
{
    /// <summary>Runs a loop over 0 … <paramref name="length"/>, as <see cref="WorkerPool.For"/> does with its body.</summary>
    /// <param name="length">The number of indices.</param>
    /// <param name="chunkLength">The indices of one chunk, from 1 up.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="cost">The whole loop's time on one core in nanoseconds.</param>
    /// <param name="width">The width of the lanes, or null for that of the process.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void For<T, TLoop>(int length, int chunkLength, in TLoop loop, long cost, VectorWidth? width = null)
        where T : unmanaged, INumber<T>
        where TLoop : struct, ILaneLoop<T> =>
        VectorWidths.Run<T, Work<T, TLoop>>(new Work<T, TLoop>(length, chunkLength, in loop, cost), width);

    /// <summary>Runs a loop with these lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void For<T, TLanes, TLoop>(int length, int chunkLength, in TLoop loop, long cost)
        where T : unmanaged
        where TLanes : unmanaged, ILanes<TLanes, T>
        where TLoop : struct, ILaneLoop<T> =>
        WorkerPool.For(length, chunkLength, in Unsafe.As<TLoop, Body<T, TLanes, TLoop>>(ref Unsafe.AsRef(in loop)), cost);

    private readonly ref struct Work<T, TLoop>(int length, int chunkLength, ref readonly TLoop loop, long cost) : ILaneWork<T>
        where T : unmanaged, INumber<T>
        where TLoop : struct, ILaneLoop<T>
    {
        private readonly ref readonly TLoop loop = ref loop;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes, T> => For<T, TLanes, TLoop>(length, chunkLength, in loop, cost);
    }

    // A loop and nothing else, so that a loop can be looked at as one.
    private struct Body<T, TLanes, TLoop>(TLoop loop) : IRangeBody
        where T : unmanaged
        where TLanes : unmanaged, ILanes<TLanes, T>
        where TLoop : struct, ILaneLoop<T>
    {
        public void Run(int start, int end) => loop.Run<TLanes>(start, end);
    }
}
