using System.Diagnostics;

namespace Denpa.Kernels;

/// <summary>How a loop's caller waits for the chunks that workers have taken: it looks for at most 50 µs, then it sleeps.</summary>
internal sealed class CallerWait
{
    private readonly object gate = new();
    private PaddedCounter done;
    private int sleeps;

    public void Begin() => done.Value = 0;

    /// <summary>Counts chunks as done. Being a full fence, it hands their results over to the caller that sees the sum.</summary>
    public void Add(int chunks, int all)
    {
        // From here on the caller may go on to its next loop, and what it sleeps for may be that: it looks again, whoever wakes it.
        if (Interlocked.Add(ref done.Value, chunks) == all && Volatile.Read(ref sleeps) != 0)
            Wake();
    }

    /// <summary>Returns when as many chunks are done.</summary>
    public void Wait(int all)
    {
        if (Volatile.Read(ref done.Value) == all)
            return;
        long begin = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref done.Value) != all)
        {
            if (SpareWork.TakePart())
                continue;
            if (Stopwatch.GetTimestamp() - begin > Worker.LongestWatch)
            {
                Sleep(all);
                return;
            }

            Thread.SpinWait(1);
        }
    }

    // An interrupt must not end the wait: workers still write where the caller's pointers point. It is passed on afterwards.
    private void Sleep(int all)
    {
        bool isInterrupted = false;
        while (Volatile.Read(ref done.Value) != all)
        {
            try
            {
                SleepUntilWoken(all);
            }
            catch (ThreadInterruptedException)
            {
                isInterrupted = true;
            }
        }

        if (isInterrupted)
            Thread.CurrentThread.Interrupt();
    }

    // The flag is raised before the sum is read, and a worker adds to the sum before it reads the flag, both with full fences: so either
    // the worker sees the flag, or the caller sees the sum.
    private void SleepUntilWoken(int all)
    {
        lock (gate)
        {
            Interlocked.Exchange(ref sleeps, 1);
            while (Volatile.Read(ref done.Value) != all)
                Monitor.Wait(gate);
            Volatile.Write(ref sleeps, 0);
        }
    }

    private void Wake()
    {
        lock (gate)
            Monitor.Pulse(gate);
    }
}
