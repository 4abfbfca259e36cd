using System.Globalization;

namespace Denpa.Tables;

/// <summary>
/// Background threads that lend callers a hand: as many as there are processors at most, made when first needed, gone when idle for long.
/// No caller waits for them to come, who may do all by itself: so reading goes on where every thread of the pool is blocked, and where
/// the system has no room for another thread.
/// </summary>
internal static class Helpers
{
    private static readonly TimeSpan LongestIdleness = TimeSpan.FromSeconds(20);
    private static readonly object Gate = new();
    private static readonly Queue<Action> Offers = new();
    private static int idle;
    private static int hired;

    /// <summary>Offers work to whoever is free; it may be taken at once, late, or when nothing is left of it.</summary>
    /// <param name="work">The work, which does not throw.</param>
    public static void Offer(Action work)
    {
        var context = ExecutionContext.Capture();
        lock (Gate)
        {
            Offers.Enqueue(context is null ? work : () => ExecutionContext.Run(context, _ => work(), state: null));
            if (idle >= Offers.Count) Monitor.Pulse(Gate);
            else if (hired < Environment.ProcessorCount) Hire();
        }
    }

    private static void Hire()
    {
        var thread = new Thread(Help)
        {
            IsBackground = true,
            Name = string.Create(CultureInfo.InvariantCulture, $"Denpa.Tables helper {hired + 1}"),
        };
        try
        {
            thread.UnsafeStart();
            hired++;
        }
        catch (Exception exception) when (exception is OutOfMemoryException or ThreadStartException)
        {
            // Both mean that the system would not give a thread; the callers have theirs.
        }
    }

    private static void Help()
    {
        while (Next() is { } work) work();
    }

    private static Action? Next()
    {
        lock (Gate)
        {
            while (Offers.Count == 0)
            {
                idle++;
                var isWoken = Monitor.Wait(Gate, LongestIdleness);
                idle--;
                if (isWoken || Offers.Count > 0) continue;
                hired--;
                return null;
            }
            return Offers.Dequeue();
        }
    }
}
