using System.Runtime.ExceptionServices;

namespace Denpa.Tables;

/// <summary>
/// A loop whose pieces of work are done on several threads at a time, the caller's among them, and never on more than
/// <see cref="Workers.Count"/>. A loop that starts inside of another stays on its thread.
/// </summary>
internal static class ParallelLoop
{
    /// <summary>Does a piece of work for each number from 0 on. Of several that fail, the first in order is the one that is said.</summary>
    /// <param name="count">How many pieces there are.</param>
    /// <param name="work">The work of one piece. Two pieces must not write to the same place.</param>
    public static void For(int count, Action<int> work)
    {
        if (count <= 0) return;
        Pieces pieces = new(count, work);
        int allowed = Helpers.Allowed;
        for (int helper = 0; helper < Math.Min(count - 1, allowed); helper++) Helpers.Offer(pieces.Run, allowed);
        Helpers.Share(pieces.Run);
        pieces.Wait();
    }

    /// <summary>Pieces of work that any number of threads take one after another.</summary>
    private sealed class Pieces(int count, Action<int> work)
    {
        private readonly ExceptionDispatchInfo?[] problems = new ExceptionDispatchInfo?[count];
        private readonly object gate = new();
        private int taken;
        private int done;

        public void Run()
        {
            while (Interlocked.Increment(ref taken) is var piece && piece <= count)
            {
                try
                {
                    work(piece - 1);
                }
                catch (Exception problem)
                {
                    problems[piece - 1] = ExceptionDispatchInfo.Capture(problem);
                }

                if (Interlocked.Increment(ref done) == count)
                    lock (gate) Monitor.PulseAll(gate);
            }
        }

        /// <summary>Returns when those pieces are done that other threads have taken.</summary>
        public void Wait()
        {
            lock (gate)
                while (Volatile.Read(ref done) < count) Monitor.Wait(gate);
            Array.Find(problems, problem => problem is not null)?.Throw();
        }
    }
}
