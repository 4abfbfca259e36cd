using System.Runtime.ExceptionServices;

namespace Denpa.Kernels;

/// <summary>A loop that several threads work off together, each taking the next chunk until none is left.</summary>
internal abstract class SharedLoop
{
    private readonly Lock failureGate = new();
    private ExceptionDispatchInfo? failure;
    private int failedChunk;
    private int chunks;
    private PaddedCounter nextChunk;

    /// <summary>How many workers may take part besides the caller.</summary>
    public int Seats { get; private set; }

    /// <summary>Whether the next loop is so near that workers had better watch for it than sleep.</summary>
    public bool KeepsWorkersAwake { get; private set; }

    /// <summary>Takes and runs chunks until none is left. Never throws: a failure is kept for the loop's caller.</summary>
    public void Work()
    {
        while (true)
        {
            var chunk = Interlocked.Increment(ref nextChunk.Value) - 1;
            if (chunk >= Volatile.Read(ref chunks))
                return;
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

    protected abstract void RunChunk(int chunk);

    protected void Begin(int chunkCount, int seats, bool keepsWorkersAwake)
    {
        (chunks, Seats, KeepsWorkersAwake) = (chunkCount, seats, keepsWorkersAwake);
        nextChunk.Value = 0;
    }

    protected ExceptionDispatchInfo? TakeFailure()
    {
        var taken = failure;
        failure = null;
        return taken;
    }

    // Chunks are handed out in ascending order, so every chunk below a failed one has been handed out too: once they have all come to
    // their end, the lowest failure is the one that a single thread would have met first.
    private void Fail(int chunk, Exception exception)
    {
        lock (failureGate)
        {
            if (failure is null || chunk < failedChunk)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
                failedChunk = chunk;
            }
            Volatile.Write(ref chunks, 0);
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
