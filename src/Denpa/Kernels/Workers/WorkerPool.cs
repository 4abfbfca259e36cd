using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Denpa.Kernels;

/// <summary>
/// The thread pool of the kernels: parallel loops, as a guest in other people's processes. Background threads are made on first use,
/// parked when idle, and
/// never more (the caller among them) than there are processors. One loop at a time has the workers; a second concurrent caller runs its
/// loop on its own thread, and so does a loop that starts inside a shared one.
/// </summary>
internal static class WorkerPool
{
    /// <summary>
    /// The least cost, in nanoseconds on one core, of a loop that is worth waking workers for; waking and meeting again takes about
    /// a quarter of it.
    /// </summary>
    public const long SmallestParallelCost = 20_000;

    /// <summary>The same inside a replay, where workers are awake.</summary>
    public const long SmallestReplayedCost = 3_000;

    // 1 while a loop has the workers.
    private static int taken;

    // How many replays the current thread is in.
    [ThreadStatic]
    private static int replays;

    // True on a worker, and on a caller while it does its share: a loop that starts there runs inline.
    [ThreadStatic]
    private static bool insideLoop;

    /// <summary>
    /// Runs <paramref name="body"/> over 0 … <paramref name="length"/> in chunks of <paramref name="chunkLength"/> (the last may be
    /// shorter), on as many threads as <see cref="Workers.Count"/> allows. The chunks are the same at any number of threads.
    /// </summary>
    /// <param name="length">The number of indices.</param>
    /// <param name="chunkLength">The indices of one chunk, from 1 up. It may depend on shapes, never on the number of threads.</param>
    /// <param name="body">The work of one chunk. Two chunks must not write to the same place.</param>
    /// <param name="cost">
    /// The whole loop's time on one core in nanoseconds, as the caller estimates it; below <see cref="SmallestParallelCost"/> the loop
    /// stays on the caller.
    /// </param>
    /// <remarks>
    /// On the caller alone the body is not copied: copies of what was just put together cost more than some bodies.
    /// An exception from the body keeps the chunks above it from starting and reaches the caller once no chunk is at work any more; of
    /// several, the one of the lowest chunk, which is the one that a single thread would have met.
    /// </remarks>
    public static void For<TBody>(int length, int chunkLength, in TBody body, long cost)
        where TBody : struct, IRangeBody
    {
        if (length <= chunkLength)
        {
            if (length > 0)
                Unsafe.AsRef(in body).Run(0, length);
            return;
        }

        if (cost >= SmallestReplayedCost && !insideLoop && (cost >= SmallestParallelCost || replays > 0))
        {
            int chunks = (int)(((long)length + chunkLength - 1) / chunkLength);
            int threads = Math.Min(Workers.Count, chunks);
            if (threads > 1 && TryRunShared(length, chunkLength, chunks, body, threads))
                return;
        }

        RunInline(length, chunkLength, body);
    }

    /// <summary>
    /// Says that loops will follow one another closely on this thread, so that workers stay awake between them, each for at most 50 µs
    /// after a loop. Every call needs a <see cref="LeaveReplay"/>.
    /// </summary>
    public static void EnterReplay() => replays++;

    /// <summary>Ends what <see cref="EnterReplay"/> began.</summary>
    public static void LeaveReplay() => replays--;

    /// <summary>Marks the current thread as a worker for good: loops that start on it run inline.</summary>
    internal static void EnterWorker() => insideLoop = true;

    private static void RunInline<TBody>(int length, int chunkLength, in TBody body)
        where TBody : struct, IRangeBody
    {
        for (int start = 0; start < length;)
        {
            int end = Math.Min(length - start, chunkLength) + start;
            Unsafe.AsRef(in body).Run(start, end);
            start = end;
        }
    }

    /// <summary>Runs a loop with the workers; false, with nothing done, when another has them or there are none.</summary>
    private static bool TryRunShared<TBody>(int length, int chunkLength, int chunks, in TBody body, int threads)
        where TBody : struct, IRangeBody
    {
        if (Interlocked.CompareExchange(ref taken, 1, 0) != 0)
            return false;
        SharedLoop<TBody> loop = SharedLoop<TBody>.Instance;
        ExceptionDispatchInfo? failure = null;
        try
        {
            int available = SharedLoopRunner.Gather(threads);
            if (available == 1)
                return false;
            insideLoop = true;
            loop.Begin(length, chunkLength, chunks, body, available);
            SharedLoopRunner.Run(loop, keepsWorkersAwake: replays > 0);
        }
        finally
        {
            failure = loop.End();
            insideLoop = false;
            Volatile.Write(ref taken, 0);
        }

        failure?.Throw();
        return true;
    }
}
