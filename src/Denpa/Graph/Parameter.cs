namespace Denpa;

/// <summary>A variable that training changes by its gradient.</summary>
public sealed class Parameter : Variable
{
    private Leaf? leaf;

    /// <summary>A parameter that begins with a copy of these values.</summary>
    /// <param name="initial">The first values; float32 or float64.</param>
    /// <exception cref="DTypeException">The element type has no derivatives.</exception>
    public Parameter(Tensor initial)
        : this(initial, isFresh: false)
    {
    }

    private Parameter(Tensor initial, bool isFresh)
        : base(Differentiable(initial), isFresh)
    {
    }

    /// <summary>
    /// Whether training leaves the parameter as it is: no gradient is computed for it, and no optimizer changes it, by weight decay
    /// neither.
    /// False at first. It may be changed at any time, in the middle of a training too; files of weights do not keep it.
    /// </summary>
    public bool IsFrozen
    {
        get => Value.Storage.IsFrozen;
        set
        {
            if (value == IsFrozen) return;
            Value.Storage.IsFrozen = value;
            Value = new Tensor(Value.Storage, Value.Offset, Value.Shape, value ? null : leaf);
        }
    }

    private protected override string Kind => "parameter";

    /// <summary>A parameter of values that nobody else has seen: large ones become its own without a copy.</summary>
    internal static Parameter OfFresh(Tensor initial) => new(initial, isFresh: true);

    private protected override Leaf Origin() => leaf = new Leaf(() => $"parameter \"{Name}\"");

    private static Tensor Differentiable(Tensor initial)
    {
        if (!initial.DType.IsFloatingPoint) DTypeException.ThrowNotFloating("parameter", initial.DType);
        return initial;
    }
}
