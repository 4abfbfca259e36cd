namespace Denpa;

/// <summary>What forward is handed: inputs to read and an output to fill.</summary>
public readonly ref struct Operands
{
    private readonly ReadOnlySpan<Tensor> inputs;
    private readonly Tensor output;

    internal Operands(ReadOnlySpan<Tensor> inputs, Tensor output)
    {
        this.inputs = inputs;
        this.output = output;
    }

    /// <summary>The number of inputs.</summary>
    public int Count => inputs.Length;

    /// <summary>The output's element type and shape.</summary>
    public TensorSpec Output => output.Spec;

    /// <summary>An input's element type and shape.</summary>
    public TensorSpec this[int input] => inputs[input].Spec;

    /// <summary>The elements of an input, row-major.</summary>
    public ReadOnlySpan<T> Read<T>(int input)
        where T : unmanaged => inputs[input].Elements<T>();

    /// <summary>The output's elements, row-major, not set to anything yet.</summary>
    public Span<T> Write<T>()
        where T : unmanaged => output.Elements<T>();

    /// <summary>The elements of an input that the op declares to overwrite.</summary>
    public Span<T> Update<T>(int input)
        where T : unmanaged => inputs[input].Elements<T>();
}
