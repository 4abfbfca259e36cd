using System.Runtime.ExceptionServices;

namespace Denpa.Tables;

/// <summary>Work on several threads at a time, with the outcome of work in order.</summary>
internal static class SideBySide
{
    /// <summary>Does a piece of work for each number from 0 on. Of several that fail, the first in order is the one that is said.</summary>
    public static void For(int count, Action<int> work)
    {
        var problems = new ExceptionDispatchInfo?[count];
        Parallel.For(0, count, i =>
        {
            try
            {
                work(i);
            }
            catch (TableException problem)
            {
                problems[i] = ExceptionDispatchInfo.Capture(problem);
            }
        });
        Array.Find(problems, problem => problem is not null)?.Throw();
    }
}
