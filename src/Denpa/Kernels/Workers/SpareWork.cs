using System.Runtime.ExceptionServices;

namespace Denpa.Kernels;

/// <summary>
/// Work that will be wanted soon, in small pieces: workers that watch for the next loop do pieces meanwhile, and who wants it finished
/// does what is left. One work at a time is offered to the workers; another is all its owner's.
/// </summary>
internal abstract class SpareWork
{
    private static SpareWork? offered;

    private PaddedCounter left;
    private PaddedCounter done;
    private int pieces;
    private ExceptionDispatchInfo? failure;

    /// <summary>Whether work has begun and has not been finished.</summary>
    protected bool IsUnderWay { get; private set; }

    /// <summary>Does one piece of what is offered; false where no piece is left.</summary>
    public static bool TakePart() => Volatile.Read(ref offered) is { } work && work.RunOne();

    /// <summary>Does the work of one piece, from 0 up, on any thread. Two pieces must not write to the same place.</summary>
    protected abstract void Run(int piece);

    /// <summary>Offers this many pieces. What they read must be set before, and stay until the work is finished.</summary>
    protected void Begin(int count)
    {
        (pieces, done.Value, failure) = (count, 0, null);
        // With release: who takes a piece, even by having met an offer of earlier work, sees all that it needs.
        Volatile.Write(ref left.Value, count);
        Interlocked.CompareExchange(ref offered, this, null);
        IsUnderWay = true;
    }

    /// <summary>Returns when all pieces are done; an exception that one of them met reaches the caller.</summary>
    protected void Finish()
    {
        while (RunOne())
        {
            // Workers that watch take their part of what is left.
        }

        Close();
        failure?.Throw();
    }

    /// <summary>Leaves undone what nobody has begun, and returns when no piece is at work.</summary>
    protected void Abandon()
    {
        long undone = Interlocked.Exchange(ref left.Value, 0);
        Interlocked.Add(ref done.Value, undone);
        Close();
    }

    private void Close()
    {
        Interlocked.CompareExchange(ref offered, null, this);
        // The pieces at work are short. Neither call can be interrupted, which must not happen while workers write.
        while (Volatile.Read(ref done.Value) != pieces)
        {
            Thread.SpinWait(20);
            Thread.Yield();
        }

        IsUnderWay = false;
    }

    private bool RunOne()
    {
        while (Volatile.Read(ref left.Value) is var seen and > 0)
        {
            if (Interlocked.CompareExchange(ref left.Value, seen - 1, seen) != seen)
                continue;
            try
            {
                Run(pieces - (int)seen);
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            }

            Interlocked.Increment(ref done.Value);
            return true;
        }

        return false;
    }
}
