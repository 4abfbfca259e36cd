namespace Denpa;

/// <summary>
/// Whether the program may look at elements and draw random numbers. While a plan records it may not: what it decided from them would be
/// decided once and for all. Kernels are not meant: they read their operands another way, and ops that declare what they draw from may.
/// </summary>
internal static class HostReads
{
    private static readonly FlowStack<bool> Refusals = new(false);

    /// <summary>Refuses reads in this flow until the returned value is disposed.</summary>
    public static IDisposable Refuse() => Refusals.Enter(_ => true);

    /// <summary>Allows reads in this flow until the returned value is disposed: for the forward run of an op that declares them.</summary>
    public static IDisposable Allow() => Refusals.Enter(_ => false);

    /// <param name="what">What the program is about to do, where it is not to look at elements itself.</param>
    /// <exception cref="HostReadException">Reads are refused in this flow.</exception>
    public static void Require(string what = "looks at the elements of a tensor (Item, ToArray, AsSpan, an index)")
    {
        if (!Refusals.Current) return;
        throw new HostReadException(
            $"plan: the step {what}, which a replay could not; look at what the step returns, or run it without a plan");
    }

    /// <param name="what">What is about to be done with a generator.</param>
    /// <exception cref="HostReadException">Reads are refused in this flow.</exception>
    public static void RequireDraw(string what = "draws random numbers outside of an op")
    {
        if (!Refusals.Current) return;
        throw new HostReadException(
            $"plan: the step {what}, which a replay could not do again; draw by Tensor.Uniform, Tensor.Normal, Tensor.RandomIntegers or " +
            "Tensor.Bernoulli, which a replay does, or run it without a plan");
    }
}
