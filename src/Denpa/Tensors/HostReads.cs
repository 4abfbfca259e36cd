using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// Whether the program may look at elements. While a plan records it may not: what it decided from them would be decided once
/// and for all. Kernels are not meant; they read their operands another way.
/// </summary>
internal static class HostReads
{
    private static readonly FlowStack<bool> Refusals = new(false);

    /// <summary>Refuses reads in this flow until the returned value is disposed.</summary>
    public static IDisposable Refuse() => Refusals.Enter(_ => true);

    /// <param name="what">What the program is about to do, where it is not to look at elements itself.</param>
    /// <exception cref="HostReadException">Reads are refused in this flow.</exception>
    public static void Require(string what = "looks at the elements of a tensor (Item, ToArray, AsSpan, an index)")
    {
        if (!Refusals.Current) return;
        throw new HostReadException(
            $"plan: the step {what}, which a replay could not; look at what the step returns, or run it without a plan");
    }
}
