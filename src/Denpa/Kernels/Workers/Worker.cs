using System.Diagnostics;
using System.Globalization;

namespace Denpa.Kernels;

/// <summary>
/// A background thread that works along in shared loops. In between it looks out for the next loop for at most 50 µs where the last one
/// was part of a replay, and then it is parked: it uses no processor until it is woken.
/// </summary>
internal sealed class Worker
{
    private static readonly long LongestWatch = Stopwatch.Frequency / 20_000;

    private readonly object gate = new();
    private readonly int seat;
    private int seenGeneration;

    // 1 from the worker's saying so until it is taken back; a caller that takes it back then says that the worker may go.
    private int parked;
    private bool mayGo;

    public Worker(int seat, int seenGeneration)
    {
        this.seat = seat;
        this.seenGeneration = seenGeneration;
        var thread = new Thread(Work)
        {
            IsBackground = true,
            Name = string.Create(CultureInfo.InvariantCulture, $"Denpa worker {seat + 1}"),
        };
        // Unsafe in that the flow's async-local values stay behind: a worker must not keep its first caller's for good.
        thread.UnsafeStart();
    }

    /// <summary>Whether the worker uses no processor.</summary>
    public bool IsParked => Volatile.Read(ref parked) == 1;

    /// <summary>Wakes the worker if it is parked. The generation must have changed before.</summary>
    public void Wake()
    {
        if (Volatile.Read(ref parked) == 0 || !TakeBack())
            return;
        lock (gate)
        {
            mayGo = true;
            Monitor.Pulse(gate);
        }
    }

    private void Work()
    {
        WorkerPool.EnterWorker();
        var watches = false;
        while (true)
        {
            if (!watches || !SeesNext())
                Park();
            seenGeneration = Crew.Generation;
            watches = Crew.Join(seat);
        }
    }

    private bool SeesNext()
    {
        var begin = Stopwatch.GetTimestamp();
        while (Crew.Generation == seenGeneration)
        {
            if (Stopwatch.GetTimestamp() - begin > LongestWatch)
                return false;
            Thread.SpinWait(1);
        }
        return true;
    }

    // The flag is raised before the generation is read, and a caller changes the generation before it reads the flag, both with full
    // fences: so either the caller sees the flag, or this worker sees the change.
    private void Park()
    {
        while (Crew.Generation == seenGeneration)
        {
            Interlocked.Exchange(ref parked, 1);
            if (Crew.Generation != seenGeneration && TakeBack())
                return;
            lock (gate)
            {
                while (!mayGo)
                    Monitor.Wait(gate);
                mayGo = false;
            }
        }
    }

    private bool TakeBack() => Interlocked.CompareExchange(ref parked, 0, 1) == 1;
}
