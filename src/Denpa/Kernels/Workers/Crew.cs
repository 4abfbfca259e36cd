namespace Denpa.Kernels;

/// <summary>The workers, hired when first needed, and the loop that is open to them. One loop at a time is open.</summary>
internal static class Crew
{
    private static Worker[] workers = [];
    private static SharedLoop? open;
    private static PaddedCounter generation;
    private static PaddedCounter inside;

    /// <summary>Changes whenever a loop is opened: what a waiting worker looks at.</summary>
    public static int Generation => Volatile.Read(ref generation.Value);

    /// <summary>Whether every worker is parked: the crew uses no processor.</summary>
    public static bool IsIdle => Array.TrueForAll(workers, worker => worker.IsParked);

    /// <summary>
    /// Works off a loop on the calling thread and on up to <see cref="SharedLoop.Seats"/> workers, and returns when all have left it.
    /// A worker that comes too late to find the loop open is not waited for.
    /// </summary>
    public static void Run(SharedLoop loop)
    {
        Hire(loop.Seats);
        // Publishes the loop's fields with it; the generation, changed after it, tells workers to look.
        Volatile.Write(ref open, loop);
        Interlocked.Increment(ref generation.Value);
        for (var i = 0; i < loop.Seats; i++)
            workers[i].Wake();
        loop.Work(share: 0);
        Close();
    }

    /// <summary>Works along if a loop is open that has a seat of this number; says whether to stay awake for the next one.</summary>
    public static bool Join(int seat)
    {
        var staysAwake = false;
        // A full fence, as is the closing: either the caller sees this worker inside, or this worker sees no open loop.
        Interlocked.Increment(ref inside.Value);
        if (Volatile.Read(ref open) is { } loop && seat < loop.Seats)
        {
            staysAwake = loop.KeepsWorkersAwake;
            loop.Work(share: seat + 1);
        }
        Interlocked.Decrement(ref inside.Value);
        return staysAwake;
    }

    private static void Close()
    {
        Interlocked.Exchange(ref open, null);
        var wait = default(SpinWait);
        // The chunks are all taken, so this takes as long as the last of them; a worker that has no processor is yielded to.
        while (Volatile.Read(ref inside.Value) != 0)
            wait.SpinOnce(sleep1Threshold: -1);
    }

    private static void Hire(int seats)
    {
        if (workers.Length >= seats)
            return;
        var more = new Worker[seats];
        workers.CopyTo(more, 0);
        for (var i = workers.Length; i < seats; i++)
            more[i] = new Worker(seat: i, Generation);
        workers = more;
    }
}
