namespace Denpa.Kernels;

/// <summary>
/// The workers there are, made as loops ask for them. Where the system has no room for another thread, loops run on those there are, down
/// to the caller alone, and another is tried for only after many loops.
/// </summary>
/// <param name="start">Starts a thread.</param>
internal sealed class Hiring(Action<Thread> start)
{
    /// <summary>After a thread that could not be started, so many loops go by before another is tried for.</summary>
    public const int LoopsBetweenTries = 4096;

    private int loopsToLetPass;

    /// <summary>The workers.</summary>
    public Worker[] Workers { get; private set; } = [];

    /// <summary>Makes as many helpers as it can of those that a loop asks for, and says how many of them there are.</summary>
    /// <param name="helpers">How many the loop has work for.</param>
    /// <param name="lastLoop">The number of the last opening, which newcomers need not look at.</param>
    public int Hire(int helpers, LoopNumber lastLoop)
    {
        if (Workers.Length >= helpers)
            return helpers;
        if (loopsToLetPass > 0)
        {
            loopsToLetPass--;
            return Workers.Length;
        }

        List<Worker> hired = [.. Workers];
        while (hired.Count < helpers && TryStart(new Worker(thread: hired.Count + 1, lastLoop)) is { } worker)
            hired.Add(worker);
        if (hired.Count < helpers)
            loopsToLetPass = LoopsBetweenTries;
        Workers = [.. hired];
        return hired.Count;
    }

    // All mean that there is no thread to be had: the first although there may be plenty of memory, the last in a browser.
    private Worker? TryStart(Worker worker)
    {
        try
        {
            start(worker.Thread);
            return worker;
        }
        catch (Exception exception) when (exception is OutOfMemoryException or ThreadStartException or PlatformNotSupportedException)
        {
            return null;
        }
    }
}
