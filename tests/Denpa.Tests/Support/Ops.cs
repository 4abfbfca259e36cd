namespace Denpa.Tests.Support;

/// <summary>What runs.</summary>
public static class Ops
{
    /// <summary>The names of the ops that run in a function, in their order.</summary>
    public static IEnumerable<string> Of<T>(Func<T> function)
    {
        Recording recording = new();
        using (Graph.Record(recording)) function();
        return recording.Invocations.Select(invocation => invocation.Op.Name);
    }
}
