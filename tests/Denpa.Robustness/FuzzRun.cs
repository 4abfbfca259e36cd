using System.Collections.Concurrent;
using System.Diagnostics;

namespace Denpa.Robustness;

/// <summary>A file that a reader did not take as it should.</summary>
/// <param name="Number">The file's number, by which it is made again.</param>
/// <param name="Fault">What the reader did.</param>
public sealed record FuzzFailure(long Number, string Fault);

/// <summary>Feeds a reader spoilt files, one number after the other, until there were enough or the time is over.</summary>
public sealed class FuzzRun(FuzzTarget target, ulong seed)
{
    private const int MostFailures = 10;
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<FuzzFailure> failures = [];
    private long next;
    private long files;
    private long accepted;
    private long mostBytes;

    /// <summary>What was fed.</summary>
    public FuzzTarget Target => target;

    /// <summary>The files fed.</summary>
    public long Files => files;

    /// <summary>Of them, those that were still good.</summary>
    public long Accepted => accepted;

    /// <summary>The most bytes that the reading of one file allocated.</summary>
    public long MostBytes => mostBytes;

    /// <summary>What went wrong; a run ends at ten.</summary>
    public IReadOnlyCollection<FuzzFailure> Failures => failures;

    /// <summary>Runs on so many threads.</summary>
    /// <param name="count">The most files.</param>
    /// <param name="limit">The most time; none when null.</param>
    /// <param name="threads">The threads.</param>
    public void Run(long count, TimeSpan? limit, int threads)
    {
        long begun = Stopwatch.GetTimestamp();
        target.File(seed, 0);
        long[] current = new long[threads];
        Task[] workers = [.. Enumerable.Range(0, threads).Select(Start)];
        long[] seen = [.. current];
        while (!Task.WaitAll(workers, Hang))
        {
            for (int worker = 0; worker < threads; worker++)
            {
                long number = Volatile.Read(ref current[worker]);
                bool hangs = !workers[worker].IsCompleted && number == seen[worker];
                if (hangs) Environment.FailFast($"{target.Name}: file {number} of seed {seed} hangs");
                seen[worker] = number;
            }
        }

        Task Start(int worker) => Task.Factory.StartNew(() => Work(worker), TaskCreationOptions.LongRunning);

        void Work(int worker)
        {
            while (failures.Count < MostFailures && !(limit < Stopwatch.GetElapsedTime(begun)))
            {
                long number = Interlocked.Increment(ref next);
                if (number > count) return;
                Volatile.Write(ref current[worker], number);
                Feed(number);
            }
        }
    }

    /// <summary>Feeds one file.</summary>
    public void Feed(long number)
    {
        byte[] file = target.File(seed, number);
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            if (target.Accepts(file)) Interlocked.Increment(ref accepted);
        }
        catch (Exception fault)
        {
            failures.Enqueue(new FuzzFailure(number, fault.ToString()));
        }

        Interlocked.Increment(ref files);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        RaiseTo(bytes);
        if (bytes > target.AllocationBound(file.Length))
        {
            failures.Enqueue(new FuzzFailure(number, $"a file of {file.Length} bytes made the reader allocate {bytes}"));
        }
    }

    private void RaiseTo(long bytes)
    {
        for (long most = mostBytes; bytes > most;)
        {
            long found = Interlocked.CompareExchange(ref mostBytes, bytes, most);
            if (found == most) return;
            most = found;
        }
    }
}
