namespace Denpa;

/// <summary>
/// How ops behave in the current flow of control: whether they link derivatives, whether a recording watches, and in
/// which layer, forward or derivative, they are. It follows awaits and tasks, and is read once per op.
/// </summary>
internal sealed record Scope(bool Differentiates, Recording? Recording, string? Layer, bool IsDerivative)
{
    private static readonly Scope Outermost = new(Differentiates: true, Recording: null, Layer: null, IsDerivative: false);
    private static readonly AsyncLocal<Scope?> Flow = new();

    public static Scope Current => Flow.Value ?? Outermost;

    /// <summary>Makes a scope the current one until the returned value is disposed.</summary>
    public static GraphScope Enter(Scope scope)
    {
        Scope? outer = Flow.Value;
        Flow.Value = scope;
        return new GraphScope(() => Flow.Value = outer);
    }
}

/// <summary>A stretch of code in which ops behave differently; disposing it ends the stretch.</summary>
public readonly struct GraphScope : IDisposable
{
    private readonly Action? restore;

    internal GraphScope(Action restore) => this.restore = restore;

    /// <summary>Ends the stretch.</summary>
    public void Dispose() => restore?.Invoke();
}

/// <summary>Scopes over the computational graph.</summary>
public static class Graph
{
    /// <summary>Until the result is disposed, ops of this flow make no derivative links.</summary>
    public static GraphScope WithoutGradients() => Scope.Enter(Scope.Current with { Differentiates = false });

    /// <summary>Until the result is disposed, a recording notes every op of this flow.</summary>
    public static GraphScope Record(Recording recording) => Scope.Enter(Scope.Current with { Recording = recording });
}
