using System.Runtime.ExceptionServices;

namespace Denpa.Tables;

/// <summary>Work on several threads at a time, the caller's among them, with the outcome of work in order.</summary>
internal static class SideBySide
{
    /// <summary>Does a piece of work for each number from 0 on. Of several that fail, the first in order is the one that is said.</summary>
    public static void For(int count, Action<int> work)
    {
        if (count <= 0) return;
        var pieces = new Pieces(count, work);
        for (var helper = 1; helper < Math.Min(count, Environment.ProcessorCount); helper++) Helpers.Offer(pieces.Run);
        pieces.Run();
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
