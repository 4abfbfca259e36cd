using System.Runtime.ExceptionServices;

namespace Denpa.Kernels;

/// <summary>
/// A loop that several threads work off together. Its chunks are dealt out beforehand, a run of neighbours to each thread, so that from
/// loop to loop a thread meets data that its core's cache still holds; who is done with his own takes over chunks of the others.
/// </summary>
internal abstract class SharedLoop
{
    private readonly Lock failureGate = new();
    private ExceptionDispatchInfo? failure;
    private int failedChunk;

    public int Chunks { get; private set; }

    /// <summary>How many threads take part, the caller among them: at most one for each chunk.</summary>
    public int Threads { get; private set; }

    /// <summary>The number of chunks dealt to a thread.</summary>
    public int ShareLength(int thread) => ShareEnd(thread) - ShareEnd(thread - 1);

    /// <summary>
    /// Runs the chunk that this thread has taken as the first of those left in a share. Never throws: a failure is kept for the caller.
    /// </summary>
    public void RunTaken(int owner, int left)
    {
        int chunk = ShareEnd(owner) - left;
        // Chunks above a failed one need no more work. Those below still run, so that in the end the lowest failure of all is known: the
        // one that a single thread would have met.
        if (chunk > Volatile.Read(ref failedChunk))
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

    protected abstract void RunChunk(int chunk);

    protected void Begin(int chunks, int threads)
    {
        (Chunks, Threads) = (chunks, threads);
        failedChunk = int.MaxValue;
    }

    protected ExceptionDispatchInfo? TakeFailure()
    {
        ExceptionDispatchInfo? taken = failure;
        failure = null;
        return taken;
    }

    private int ShareEnd(int thread) => (int)((long)Chunks * (thread + 1) / Threads);

    private void Fail(int chunk, Exception exception)
    {
        lock (failureGate)
        {
            if (chunk >= failedChunk)
                return;
            failure = ExceptionDispatchInfo.Capture(exception);
            Volatile.Write(ref failedChunk, chunk);
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

    public void Begin(int loopLength, int loopChunkLength, int chunks, in TBody loopBody, int threads)
    {
        body = loopBody;
        length = loopLength;
        chunkLength = loopChunkLength;
        Begin(chunks, threads);
    }

    /// <summary>Hands back the failure, if any, and forgets all that belongs to the caller.</summary>
    public ExceptionDispatchInfo? End()
    {
        body = default;
        return TakeFailure();
    }

    protected override void RunChunk(int chunk)
    {
        int start = chunk * chunkLength;
        // A copy for each chunk: threads do not share the body's fields.
        TBody own = body;
        own.Run(start, Math.Min(length - start, chunkLength) + start);
    }
}
