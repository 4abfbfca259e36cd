using System.Diagnostics;

namespace Denpa.Cli.Bench;

/// <summary>How long things are timed.</summary>
/// <param name="Runs">The number of runs.</param>
/// <param name="ShortestRun">How long each run takes at least: the work is repeated until then.</param>
/// <param name="WarmUp">How long work is done first, for the compiler and the caches.</param>
internal sealed record Timing(int Runs, TimeSpan ShortestRun, TimeSpan WarmUp)
{
    private const int LeastWarmUps = 2;

    /// <summary>The mean time of an action in each run, in seconds.</summary>
    public double[] Repeat(Action action)
    {
        long begun = Stopwatch.GetTimestamp();
        long count = 0;
        while (count < LeastWarmUps || Stopwatch.GetElapsedTime(begun) < WarmUp)
        {
            action();
            count++;
        }

        long repetitions = 1;
        double[] runs = new double[Runs];
        for (int run = 0; run < Runs;)
        {
            double seconds = Seconds(action, repetitions);
            if (seconds >= ShortestRun.TotalSeconds) runs[run++] = seconds / repetitions;
            else repetitions = Math.Max(repetitions + 1, (long)(repetitions * Math.Min(10, 1.2 * ShortestRun.TotalSeconds / seconds)));
        }

        return runs;
    }

    private static double Seconds(Action action, long repetitions)
    {
        long begun = Stopwatch.GetTimestamp();
        for (long i = 0; i < repetitions; i++) action();
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
