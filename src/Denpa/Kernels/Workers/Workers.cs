using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Denpa;

/// <summary>
/// How many threads Denpa's kernels may use, of a thread pool of their own. The default is the environment variable
/// <c>DENPA_THREADS</c>, else the number of
/// processors (a container's quota counts); <see cref="Limit"/> lowers it for one flow of control. The number changes the speed,
/// never a bit of any result.
/// </summary>
public static class Workers
{
    internal const string EnvironmentVariable = "DENPA_THREADS";

    // Zero where no limit is in force.
    private static readonly FlowStack<int> Limits = new(0);

    // Zero until the environment has been read without an error.
    private static int defaultCount;

    /// <summary>The number of threads that kernels called from the current flow may use, the calling thread among them.</summary>
    /// <exception cref="InvalidOperationException">
    /// <c>DENPA_THREADS</c> is set to something else than a whole number from 1 to 2147483647.
    /// </exception>
    public static int Count
    {
        get
        {
            int limit = Limits.Current;
            if (limit > 0)
                return limit;
            if (defaultCount == 0)
                defaultCount = ReadDefault(Environment.GetEnvironmentVariable(EnvironmentVariable), Environment.ProcessorCount);
            return defaultCount;
        }
    }

    /// <summary>
    /// Lets the calling flow, with the tasks that it starts, use at most <paramref name="threads"/> threads until the returned scope is
    /// disposed. It takes the place of <c>DENPA_THREADS</c>; it never goes above an enclosing limit or the number of processors.
    /// </summary>
    /// <param name="threads">The number of threads, the calling thread among them: 1 keeps all work on the caller.</param>
    /// <returns>The scope of the limit. Scopes may be disposed in any order: those that are not stay in force.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public static IDisposable Limit(int threads)
    {
        if (threads < 1)
            ThrowTooFew(threads);
        return Limits.Enter(enclosing => Math.Min(threads, enclosing > 0 ? enclosing : Environment.ProcessorCount));
    }

    internal static int ReadDefault(string? text, int processors)
    {
        if (string.IsNullOrWhiteSpace(text))
            return processors;
        const NumberStyles Digits = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        if (!int.TryParse(text, Digits, CultureInfo.InvariantCulture, out int threads) || threads < 1)
            ThrowUnreadable(text, processors);
        return Math.Min(threads, processors);
    }

    [DoesNotReturn]
    private static void ThrowTooFew(int threads) => throw new ArgumentOutOfRangeException(
        nameof(threads),
        threads,
        $"workers: a limit of {threads} threads leaves nobody to work; the least is 1, which keeps all work on the caller.");

    [DoesNotReturn]
    private static void ThrowUnreadable(string text, int processors) => throw new InvalidOperationException(
        $"workers: {EnvironmentVariable} is \"{text}\", not a number of threads; " +
        $"set it to a whole number from 1 to {int.MaxValue}, or unset it to use all {processors} processors.");
}
