using System.Runtime.ExceptionServices;

namespace Denpa.Kernels;

/// <summary>
/// A loop that several threads work off together. Each has a share of neighbouring chunks, the same in every loop of as many chunks, so
/// that what a thread has computed lies in its own cache when a later loop goes over it; who is done with its share helps the others.
/// </summary>
internal abstract class SharedLoop
{
    private readonly Lock failureGate = new();
    private ExceptionDispatchInfo? failure;

    // Chunks from this one on need not be run: all of them, less those from the lowest failure on.
    private int limit;
    private int chunks;
    private PaddedCounter[] taken = [];

    /// <summary>How many workers may take part besides the caller.</summary>
    public int Seats { get; private set; }

    /// <summary>Whether the next loop is so near that workers had better watch for it than sleep.</summary>
    public bool KeepsWorkersAwake { get; private set; }

    /// <summary>Takes and runs chunks until none is left. Never throws: a failure is kept for the loop's caller.</summary>
    /// <param name="share">Whose share to begin with: 0 for the caller, 1 and up for the workers.</param>
    public void Work(int share)
    {
        var shares = Seats + 1;
        for (var i = 0; i < shares; i++)
            WorkOff((share + i) % shares, shares);
    }

    protected abstract void RunChunk(int chunk);

    protected void Begin(int chunkCount, int seats, bool keepsWorkersAwake)
    {
        (chunks, limit, Seats, KeepsWorkersAwake) = (chunkCount, chunkCount, seats, keepsWorkersAwake);
        if (taken.Length <= seats)
            taken = new PaddedCounter[seats + 1];
        for (var share = 0; share <= seats; share++)
            taken[share].Value = 0;
    }

    protected ExceptionDispatchInfo? TakeFailure()
    {
        var kept = failure;
        failure = null;
        return kept;
    }

    private void WorkOff(int share, int shares)
    {
        var first = (int)((long)chunks * share / shares);
        var length = (int)((long)chunks * (share + 1) / shares) - first;
        // Looked at before it is changed, so that a share that is done is not fought over.
        while (Volatile.Read(ref taken[share].Value) < length)
        {
            var place = Interlocked.Increment(ref taken[share].Value) - 1;
            if (place >= length)
                return;
            var chunk = first + place;
            if (chunk >= Volatile.Read(ref limit))
                continue;
            try
            {
                RunChunk(chunk);
            }
            catch (Exception exception)
            {
                Fail(chunk, exception);
            }
        }
    }

    // Chunks below a failed one are still run: the lowest failure is the one that a single thread would have met first.
    private void Fail(int chunk, Exception exception)
    {
        lock (failureGate)
        {
            if (chunk >= limit)
                return;
            failure = ExceptionDispatchInfo.Capture(exception);
            Volatile.Write(ref limit, chunk);
        }
    }
}

/// <summary>The shared loop of one kind of body. There is one of each kind, as only one loop at a time has the workers.</summary>
internal sealed class SharedLoop<TBody> : SharedLoop
    where TBody : struct, IRangeBody
{
    public static readonly SharedLoop<TBody> Instance = new();

    private TBody body;
    private int length;
    private int chunkLength;

    public void Begin(int loopLength, int loopChunkLength, int chunkCount, in TBody loopBody, int seats, bool keepsWorkersAwake)
    {
        body = loopBody;
        length = loopLength;
        chunkLength = loopChunkLength;
        Begin(chunkCount, seats, keepsWorkersAwake);
    }

    /// <summary>Hands back the failure, if any, and forgets all that belongs to the caller.</summary>
    public ExceptionDispatchInfo? End()
    {
        body = default;
        return TakeFailure();
    }

    protected override void RunChunk(int chunk)
    {
        var start = chunk * chunkLength;
        // A copy for each chunk: threads do not share the body's fields.
        var own = body;
        own.Run(start, Math.Min(length - start, chunkLength) + start);
    }
}
