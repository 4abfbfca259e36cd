using System.Runtime.Loader;

namespace Denpa.Kernels;

/// <summary>
/// The calling thread and the workers, hired when first needed, at the loop that is open to them. One loop at a time is open.
/// </summary>
/// <remarks>
/// Each opening has a number, and each thread's share of the loop a counter of the chunks left in it, marked with that number. A chunk is
/// taken by a compare-and-swap, which fails under another number and where nothing is left. A loop is over only when all its chunks are
/// done, so whoever has taken one knows that the loop is still open and its fields hold; and a worker that comes too late takes nothing
/// and need not be waited for.
/// </remarks>
internal static class SharedLoopRunner
{
    // For each thread: the opening's number in the high half, the chunks left in its share in the low half.
    private static readonly PaddedCounter[] Shares = new PaddedCounter[Environment.ProcessorCount];

    private static readonly CallerWait Finish = new();

    // Unsafe in that the flow's async-local values stay behind: a worker must not keep its first caller's for good.
    private static readonly Hiring Hired = new(thread => thread.UnsafeStart());
    private static SharedLoop? open;
    private static bool isDismissed;
    private static PaddedCounter lastLoop;

    /// <summary>The number of the last opening: what a waiting worker looks at.</summary>
    public static LoopNumber LastLoop => new((int)Volatile.Read(ref lastLoop.Value));

    // A thread would keep the context alive that its code was loaded into.
    static SharedLoopRunner()
    {
        if (AssemblyLoadContext.GetLoadContext(typeof(SharedLoopRunner).Assembly) is { IsCollectible: true } context)
            context.Unloading += _ => Dismiss();
    }

    /// <summary>Whether the workers are to end.</summary>
    public static bool IsDismissed => Volatile.Read(ref isDismissed);

    /// <summary>Whether no worker uses a processor.</summary>
    public static bool IsParked => Array.TrueForAll(Hired.Workers, worker => worker.IsParked);

    /// <summary>How many of the threads that a loop asks for there are, the calling thread among them; they are made if need be.</summary>
    public static int Gather(int threads) => Hired.Hire(threads - 1, LastLoop) + 1;

    /// <summary>Works off a loop on the calling thread and those workers that come in time, and returns when all chunks are done.</summary>
    public static void Run(SharedLoop loop, bool keepsWorkersAwake)
    {
        Span<Worker> workers = Hired.Workers.AsSpan(0, loop.Threads - 1);
        LoopNumber current = LastLoop.Next(keepsWorkersAwake);
        for (int thread = 0; thread < loop.Threads; thread++)
            Volatile.Write(ref Shares[thread].Value, ((long)current.Number << 32) | (uint)loop.ShareLength(thread));
        Finish.Begin();
        // With release, for a late worker that reads it by the number of an opening before.
        Volatile.Write(ref open, loop);
        // Publishes all of the above to those who read the number, with acquire. Being a full fence too, it comes before the look at who
        // is parked.
        Interlocked.Exchange(ref lastLoop.Value, current.Number);
        foreach (Worker worker in workers)
            worker.Wake();
        Work(loop, current, thread: 0);
        Finish.Wait(loop.Chunks);
        // What the loop's body is made of must not be kept alive from here. A late worker meets nothing, or a loop that is over.
        Volatile.Write(ref open, null);
    }

    /// <summary>Lets a worker take part in the loop of an opening, if that has a share for it and is not over.</summary>
    public static void Join(LoopNumber current, int thread)
    {
        // This may be a later loop than the opening's; then nothing can be taken from it under the opening's number.
        if (Volatile.Read(ref open) is { } loop && thread < loop.Threads)
            Work(loop, current, thread);
    }

    // The number changes as for a loop, which is what workers wait for.
    private static void Dismiss()
    {
        Volatile.Write(ref isDismissed, true);
        Interlocked.Exchange(ref lastLoop.Value, LastLoop.Next(keepsWorkersAwake: false).Number);
        foreach (Worker worker in Hired.Workers)
            worker.Wake();
    }

    private static void Work(SharedLoop loop, LoopNumber current, int thread)
    {
        int threads = loop.Threads;
        for (int i = 0; i < threads; i++)
        {
            int owner = thread + i < threads ? thread + i : thread + i - threads;
            int done = 0;
            while (Take(ref Shares[owner].Value, current) is var left and > 0)
            {
                loop.RunTaken(owner, left);
                done++;
            }

            if (done > 0)
                Finish.Add(done, loop.Chunks);
        }
    }

    // How many chunks were left in the share, of which the first now is this thread's; 0 where there is none to take. A success is a full
    // fence, so no field of the loop is read before it.
    private static int Take(ref long share, LoopNumber current)
    {
        while (true)
        {
            long seen = Volatile.Read(ref share);
            int left = (int)seen;
            if (left == 0 || (int)(seen >> 32) != current.Number)
                return 0;
            if (Interlocked.CompareExchange(ref share, seen - 1, seen) == seen)
                return left;
        }
    }
}
