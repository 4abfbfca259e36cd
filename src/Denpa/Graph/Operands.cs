namespace Denpa;

/// <summary>What forward is handed: inputs to read and outputs to fill.</summary>
public readonly ref struct Operands
{
    private readonly ReadOnlySpan<Tensor> inputs;
    private readonly ReadOnlySpan<Tensor> outputs;
    private readonly Tensor first;

    internal Operands(ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> outputs)
    {
        this.inputs = inputs;
        this.outputs = outputs;
        first = outputs[0];
    }

    /// <summary>The number of inputs.</summary>
    public int Count => inputs.Length;

    /// <summary>The element type and shape of the only output, or of the first.</summary>
    public TensorSpec Output => first.Spec;

    /// <summary>An input's element type and shape.</summary>
    public TensorSpec this[int input] => inputs[input].Spec;

    /// <summary>An output's element type and shape.</summary>
    public TensorSpec OutputAt(int output) => outputs[output].Spec;

    /// <summary>The elements of an input, row-major.</summary>
    /// <typeparam name="T">Their C# type, or an unsigned number of their size.</typeparam>
    /// <exception cref="DTypeException">It is neither.</exception>
    public ReadOnlySpan<T> Read<T>(int input)
        where T : unmanaged => inputs[input].ElementsAs<T>();

    /// <summary>An output's elements, row-major, not set to anything yet.</summary>
    /// <typeparam name="T">Their C# type, or an unsigned number of their size.</typeparam>
    /// <exception cref="DTypeException">It is neither.</exception>
    public Span<T> Write<T>(int output = 0)
        where T : unmanaged => (output == 0 ? first : outputs[output]).ElementsAs<T>();

    /// <summary>The elements of an input that the op declares to overwrite.</summary>
    /// <typeparam name="T">Their C# type, or an unsigned number of their size.</typeparam>
    /// <exception cref="DTypeException">It is neither.</exception>
    public Span<T> Update<T>(int input)
        where T : unmanaged => inputs[input].ElementsAs<T>();
}
