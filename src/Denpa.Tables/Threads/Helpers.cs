using System.Globalization;

namespace Denpa.Tables;

/// <summary>
/// Background threads that lend callers a hand: made when first needed, as many as a caller may have at most, gone when idle for long.
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

    // True on a helper, and on a caller while it does its share.
    [ThreadStatic]
    private static bool isSharing;

    /// <summary>
    /// How many helpers the current flow may have at a time, so that they are as many as <see cref="Workers.Count"/> together with the
    /// caller; none inside of shared work, which has them already.
    /// </summary>
    public static int Allowed => isSharing ? 0 : Workers.Count - 1;

    /// <summary>Offers work to whoever is free; it may be taken at once, late, or when nothing is left of it.</summary>
    /// <param name="work">The work, which does not throw. A helper does it as <see cref="Share"/> does.</param>
    /// <param name="most">From so many helpers on none is made for it.</param>
    public static void Offer(Action work, int most)
    {
        ExecutionContext? context = ExecutionContext.Capture();
        lock (Gate)
        {
            Offers.Enqueue(context is null ? work : () => ExecutionContext.Run(context, _ => work(), state: null));
            if (idle >= Offers.Count) Monitor.Pulse(Gate);
            else if (hired < most) Hire();
        }
    }

    /// <summary>Does on the calling thread its share of what is offered to helpers: what starts in it has no helpers of its own.</summary>
    public static void Share(Action work)
    {
        bool isInside = isSharing;
        isSharing = true;
        try
        {
            work();
        }
        finally
        {
            isSharing = isInside;
        }
    }

    private static void Hire()
    {
        Thread thread = new(Help)
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
        while (Next() is { } work) Share(work);
    }

    private static Action? Next()
    {
        lock (Gate)
        {
            while (Offers.Count == 0)
            {
                idle++;
                bool isWoken = Monitor.Wait(Gate, LongestIdleness);
                idle--;
                if (isWoken || Offers.Count > 0) continue;
                hired--;
                return null;
            }

            return Offers.Dequeue();
        }
    }
}
