using System.Globalization;

namespace Denpa.Kernels;

/// <summary>The worker threads: hired when first needed, parked on a semaphore between loops.</summary>
internal static class Crew
{
    private static readonly Lock Gate = new();
    private static readonly SemaphoreSlim Wake = new(0);
    private static readonly ManualResetEventSlim AllLeft = new();
    private static int hired;
    private static SharedLoop? current;
    private static int freeSeats;
    private static int working;

    /// <summary>
    /// Works off a loop on the calling thread and up to <paramref name="helpers"/> workers, and returns when all have left it. A worker
    /// that wakes too late to find the loop open is not waited for.
    /// </summary>
    public static void Run(SharedLoop loop, int helpers)
    {
        Hire(helpers);
        Open(loop, helpers);
        loop.Work();
        if (!CloseAndSeeAllLeft())
            AllLeft.Wait();
    }

    private static void Hire(int helpers)
    {
        while (hired < helpers)
        {
            var thread = new Thread(WorkForever)
            {
                IsBackground = true,
                Name = string.Create(CultureInfo.InvariantCulture, $"Denpa worker {hired + 1}"),
            };
            // Unsafe in that the flow's async-local values stay behind: a worker must not keep its first caller's for good.
            thread.UnsafeStart();
            hired++;
        }
    }

    private static void Open(SharedLoop loop, int helpers)
    {
        AllLeft.Reset();
        lock (Gate)
        {
            current = loop;
            freeSeats = helpers;
        }
        // Wakings that short loops left unused are used up first, so that they cannot pile up.
        var missing = helpers - Wake.CurrentCount;
        if (missing > 0)
            Wake.Release(missing);
    }

    private static bool CloseAndSeeAllLeft()
    {
        lock (Gate)
        {
            current = null;
            freeSeats = 0;
            return working == 0;
        }
    }

    private static void WorkForever()
    {
        WorkerPool.EnterWorker();
        while (true)
        {
            Wake.Wait();
            if (TakeSeat() is { } loop)
            {
                loop.Work();
                LeaveSeat();
            }
        }
    }

    // Null where the loop was over before this worker woke.
    private static SharedLoop? TakeSeat()
    {
        lock (Gate)
        {
            if (freeSeats == 0)
                return null;
            freeSeats--;
            working++;
            return current;
        }
    }

    private static void LeaveSeat()
    {
        lock (Gate)
        {
            working--;
            if (working == 0 && current is null)
                AllLeft.Set();
        }
    }
}
