namespace Denpa;

/// <summary>A tensor that training changes in place: the only kind that ever changes.</summary>
public sealed class Parameter
{
    private Func<string>? path;

    /// <summary>A parameter that begins with a copy of these values.</summary>
    /// <param name="initial">The first values; float32 or float64.</param>
    /// <exception cref="DTypeException">The element type has no derivatives.</exception>
    public Parameter(Tensor initial)
        : this(initial, isFresh: false)
    {
    }

    private Parameter(Tensor initial, bool isFresh)
    {
        if (!initial.DType.IsFloatingPoint) DTypeException.ThrowNotFloating("parameter", initial.DType);
        Tensor own = isFresh && initial.Storage.IsAligned ? initial : initial.Copy(isLasting: true);
        own.Storage.MarkVariable();
        Value = new Tensor(own.Storage, own.Offset, own.Shape, new Leaf(() => $"parameter \"{Name}\""));
    }

    /// <summary>
    /// The values as an operand of ops. Tensors computed from it do not change when it does, except views of it: reshapes and slices
    /// of its first axis.
    /// </summary>
    public Tensor Value { get; }

    /// <summary>The path from the outermost module, such as <c>encoder.0.weight</c>; "unnamed" before a module registers it.</summary>
    public string Name => path?.Invoke() ?? "unnamed";

    internal bool IsRegistered => path is not null;

    /// <summary>A parameter of values that nobody else has seen: large ones become its own without a copy.</summary>
    internal static Parameter OfFresh(Tensor initial) => new(initial, isFresh: true);

    /// <summary>Overwrites the values.</summary>
    /// <exception cref="ShapeException">The shape is another.</exception>
    /// <exception cref="DTypeException">The element type is another.</exception>
    public void Assign(Tensor values)
    {
        if (values.Shape != Value.Shape) throw new ShapeException(Misfit($"{Value.Shape}", $"{values.Shape}"));
        if (values.DType != Value.DType) throw new DTypeException(Misfit(Value.DType.Name, values.DType.Name));
        CopyFrom(values);
        Value.Storage.MarkChanged();
    }

    /// <summary>A copy of the values as they are now.</summary>
    public Tensor Snapshot()
    {
        Tensor copy = Tensor.Allocate(Value.Spec);
        Copy(Value, copy);
        return copy;
    }

    /// <summary>Gives the parameter its path, which may grow as its modules are put into others.</summary>
    internal void Register(Func<string> path) => this.path = path;

    private string Misfit(string own, string given) => $"assign: parameter \"{Name}\" is {own}, the values are {given}";

    private void CopyFrom(Tensor values) => Copy(values, Value);

    private static void Copy(Tensor source, Tensor destination)
    {
        if (source.DType == DType.Float32) source.Elements<float>().CopyTo(destination.Elements<float>());
        else source.Elements<double>().CopyTo(destination.Elements<double>());
    }
}
