namespace Denpa;

/// <summary>
/// A named tensor that changes in place, the only kind that ever does: a parameter, an optimizer's moment, a running mean, a coefficient
/// that is annealed. A replayed step reads it as it is then.
/// </summary>
/// <remarks>A module registers its variables by name, so that its state and checkpoints hold them.</remarks>
public abstract class Variable
{
    private Func<string>? path;

    /// <param name="initial">The first values.</param>
    /// <param name="isFresh">Whether nobody else has seen them, so that large ones become the variable's own without a copy.</param>
    private protected Variable(Tensor initial, bool isFresh)
    {
        Tensor own = isFresh && initial.Storage.IsAligned ? initial : initial.Copy(isLasting: true);
        own.Storage.MarkVariable();
        Value = new Tensor(own.Storage, own.Offset, own.Shape, Origin());
    }

    /// <summary>
    /// The values as an operand of ops. Tensors computed from it do not change when it does, except views of it: reshapes and slices
    /// of its first axis.
    /// </summary>
    public Tensor Value { get; private protected set; }

    /// <summary>The path from the outermost module, such as <c>encoder.0.weight</c>; "unnamed" before a module registers it.</summary>
    public string Name => path?.Invoke() ?? "unnamed";

    /// <summary>How many times it was overwritten.</summary>
    public long Version => Value.Storage.Version;

    internal bool IsRegistered => path is not null;

    /// <summary>What messages call it: its kind.</summary>
    private protected virtual string Kind => "variable";

    /// <summary>A variable without derivatives, of any element type, that begins with a copy of these values.</summary>
    public static Variable Of(Tensor initial) => new StateVariable(initial, isFresh: false);

    /// <summary>A variable of values that nobody else has seen: large ones become its own without a copy.</summary>
    internal static Variable Owning(Tensor initial) => new StateVariable(initial, isFresh: true);

    /// <summary>Overwrites the values: an op, which a replay does again.</summary>
    /// <exception cref="ShapeException">The shape is another.</exception>
    /// <exception cref="DTypeException">The element type is another.</exception>
    public void Assign(Tensor values)
    {
        if (values.Shape != Value.Shape) throw new ShapeException(Misfit($"{Value.Shape}", $"{values.Shape}"));
        if (values.DType != Value.DType) throw new DTypeException(Misfit(Value.DType.Name, values.DType.Name));
        using GraphScope constant = Graph.WithoutGradients();
        AssignOp.Instance.Apply(Value, values);
    }

    /// <summary>A copy of the values as they are now.</summary>
    public Tensor Snapshot() => Value.Copy();

    /// <summary>Gives the variable its path, which may grow as its modules are put into others.</summary>
    internal void Register(Func<string> path) => this.path = path;

    /// <summary>Overwrites the only value: as <see cref="Assign"/>, without an op where no recording would see it.</summary>
    internal void Set(double value)
    {
        if (Scope.Current.Recording is not null)
        {
            Assign(Tensor.Full(Value.Shape, value, Value.DType));
            return;
        }

        Value.SetElementAt(0, value);
        Value.Storage.MarkChanged();
    }

    /// <summary>Where derivatives with respect to it end; null where it has none.</summary>
    private protected virtual Leaf? Origin() => null;

    private string Misfit(string own, string given) => $"assign: {Kind} \"{Name}\" is {own}, the values are {given}";

    private sealed class StateVariable(Tensor initial, bool isFresh) : Variable(initial, isFresh);
}
