namespace Denpa;

/// <summary>
/// How ops behave in the current flow of control: whether they link derivatives, whether a recording watches, and in
/// which layer, forward or derivative, they are. It follows awaits and tasks, and is read once per op.
/// </summary>
internal sealed record Scope(bool Differentiates, Recording? Recording, string? Layer, bool IsDerivative)
{
    private static readonly Scope Outermost = new(Differentiates: true, Recording: null, Layer: null, IsDerivative: false);
    private static readonly FlowStack<Scope> Flow = new(Outermost);

    public static Scope Current => Flow.Current;

    /// <summary>Changes the current scope until the returned value is disposed.</summary>
    public static GraphScope Enter(Func<Scope, Scope> change) => new(Flow.Enter(change));

    /// <summary>
    /// The scope of a computation of its own inside of another, such as a training in a module's forward run: nothing of what is in force
    /// around it holds.
    /// </summary>
    public static GraphScope EnterOutermost() => Enter(_ => Outermost);
}

/// <summary>
/// A stretch of code in which ops behave differently; disposing it ends the stretch. Stretches may be ended in any order: those that are
/// not ended stay in force.
/// </summary>
public readonly struct GraphScope : IDisposable
{
    private readonly FlowStack<Scope>.Entry? entered;

    internal GraphScope(FlowStack<Scope>.Entry entered) => this.entered = entered;

    /// <summary>Ends the stretch.</summary>
    public void Dispose() => entered?.Dispose();
}

/// <summary>Scopes over the computational graph.</summary>
public static class Graph
{
    /// <summary>Until the result is disposed, ops of this flow make no derivative links.</summary>
    public static GraphScope WithoutGradients() => Scope.Enter(scope => scope with { Differentiates = false });

    /// <summary>Until the result is disposed, a recording notes every op of this flow.</summary>
    public static GraphScope Record(Recording recording) => Scope.Enter(scope => scope with { Recording = recording });
}
