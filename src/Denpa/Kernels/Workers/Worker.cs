using System.Diagnostics;
using System.Globalization;

namespace Denpa.Kernels;

/// <summary>
/// A background thread that takes part in shared loops. In between it looks out for the next loop for at most 50 µs where the last one
/// was part of a replay, and then it is parked: it uses no processor until it is woken.
/// </summary>
internal sealed class Worker
{
    /// <summary>50 µs in the ticks of <see cref="Stopwatch"/>.</summary>
    public static readonly long LongestWatch = Stopwatch.Frequency / 20_000;

    private readonly object gate = new();
    private readonly int number;
    private readonly LoopNumber hiredAfter;

    // 1 from the worker's saying so until it is taken back; a caller that takes it back then says that the worker may go.
    private int parked;
    private bool mayGo;

    public Worker(int thread, LoopNumber hiredAfter)
    {
        number = thread;
        this.hiredAfter = hiredAfter;
        Thread = new Thread(Work)
        {
            IsBackground = true,
            Name = string.Create(CultureInfo.InvariantCulture, $"Denpa worker {thread}"),
        };
    }

    /// <summary>The worker's thread, not started yet.</summary>
    public Thread Thread { get; }

    /// <summary>Whether the worker uses no processor.</summary>
    public bool IsParked => Volatile.Read(ref parked) == 1;

    /// <summary>Wakes the worker if it is parked. A loop must have been opened before.</summary>
    public void Wake()
    {
        if (!IsParked || !TakeBack())
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
        LoopNumber seen = hiredAfter;
        while (!SharedLoopRunner.IsDismissed)
        {
            seen = Next(seen);
            SharedLoopRunner.Join(seen, number);
        }
    }

    private LoopNumber Next(LoopNumber seen)
    {
        if (!seen.KeepsWorkersAwake || !SeesNext(seen))
            Park(seen);
        return SharedLoopRunner.LastLoop;
    }

    private static bool SeesNext(LoopNumber seen)
    {
        long begin = Stopwatch.GetTimestamp();
        while (SharedLoopRunner.LastLoop == seen)
        {
            if (SpareWork.TakePart())
                continue;
            if (Stopwatch.GetTimestamp() - begin > LongestWatch)
                return false;
            Thread.SpinWait(1);
        }

        return true;
    }

    // The flag is raised before the opening is read, and a caller changes the opening before it reads the flag, both with full fences: so
    // either the caller sees the flag, or this worker sees the change.
    private void Park(LoopNumber seen)
    {
        while (SharedLoopRunner.LastLoop == seen)
        {
            Interlocked.Exchange(ref parked, 1);
            if (SharedLoopRunner.LastLoop != seen && TakeBack())
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
