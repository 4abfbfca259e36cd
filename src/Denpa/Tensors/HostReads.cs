namespace Denpa;

/// <summary>
/// Whether the program may look at elements. While a plan records it may not: what it decided from them would be decided once
/// and for all. Kernels are not meant; they read their operands another way.
/// </summary>
internal static class HostReads
{
    private static readonly AsyncLocal<string?> Refusal = new();

    /// <summary>Refuses reads in this flow with a reason until the returned value is disposed.</summary>
    public static Refused Refuse(string reason)
    {
        Refused refused = new(Refusal.Value);
        Refusal.Value = reason;
        return refused;
    }

    /// <exception cref="HostReadException">Reads are refused in this flow.</exception>
    public static void Require()
    {
        if (Refusal.Value is { } reason) throw new HostReadException(reason);
    }

    /// <summary>A stretch of code in which reads are refused.</summary>
    public readonly struct Refused(string? before) : IDisposable
    {
        public void Dispose() => Refusal.Value = before;
    }
}
