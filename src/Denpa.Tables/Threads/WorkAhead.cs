using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Denpa.Tables;

/// <summary>
/// Work that is begun before its outcome is wanted: helpers do it meanwhile, and who wants an outcome that nobody has begun on does the
/// work itself. Who must wait for one does other work that was begun: so helpers and caller are all that is at it at a time.
/// </summary>
/// <param name="helpers">How many may be at it at a time; without any, work is done when its outcome is wanted.</param>
internal sealed class WorkAhead<T>(int helpers)
{
    private readonly ConcurrentQueue<Piece> waiting = new();
    private int atWork;

    public Piece Begin(Func<T> work)
    {
        Piece piece = new(this, work);
        if (helpers == 0) return piece;
        waiting.Enqueue(piece);

        // The owner will come for a single piece before a helper does.
        if (waiting.Count == 1) return piece;
        if (Interlocked.Increment(ref atWork) <= helpers) Helpers.Offer(Help, helpers);
        else Interlocked.Decrement(ref atWork);
        return piece;
    }

    private void Help()
    {
        while (TryRunNext())
        {
        }

        Interlocked.Decrement(ref atWork);

        // A piece that came in between found all helpers at work: its owner does it, or the next to be begun brings help.
    }

    /// <summary>Does the piece that waits longest, or leaves it to whoever has taken it; false when none waits.</summary>
    private bool TryRunNext()
    {
        if (!waiting.TryDequeue(out Piece? piece)) return false;
        piece.TryRun();
        return true;
    }

    /// <summary>One piece of work.</summary>
    public sealed class Piece(WorkAhead<T> all, Func<T> work)
    {
        private readonly object gate = new();
        private T outcome = default!;
        private ExceptionDispatchInfo? problem;
        private int isTaken;
        private volatile bool isDone;

        /// <summary>The outcome, as soon as there is one; an exception that the work met reaches whoever asks.</summary>
        public T Outcome()
        {
            if (!TryRun())
            {
                while (!isDone && all.TryRunNext())
                {
                }

                Wait();
            }

            problem?.Throw();
            return outcome;
        }

        /// <summary>Leaves the work undone if nobody has begun it, and returns when nobody is at it.</summary>
        public void Abandon()
        {
            if (Interlocked.Exchange(ref isTaken, 1) == 1) Wait();
            else isDone = true;
        }

        /// <summary>Does the work; false when another has begun it, or it is abandoned.</summary>
        public bool TryRun()
        {
            if (Interlocked.Exchange(ref isTaken, 1) == 1) return false;
            try
            {
                Helpers.Share(() => outcome = work());
            }
            catch (Exception exception)
            {
                problem = ExceptionDispatchInfo.Capture(exception);
            }

            lock (gate)
            {
                isDone = true;
                Monitor.PulseAll(gate);
            }

            return true;
        }

        private void Wait()
        {
            lock (gate)
                while (!isDone) Monitor.Wait(gate);
        }
    }
}
