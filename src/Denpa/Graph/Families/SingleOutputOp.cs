namespace Denpa;

/// <summary>An op with one output.</summary>
public abstract record SingleOutputOp : Op
{
    /// <inheritdoc/>
    public sealed override int OutputCount => 1;

    /// <summary>Runs forward on these inputs and, where derivatives may be asked for, links the output into the graph.</summary>
    /// <exception cref="DenpaException">The inputs' shapes or element types do not fit.</exception>
    public Tensor Apply(params ReadOnlySpan<Tensor> inputs)
    {
        Tensor output = null!;
        Application.Run(this, inputs, new Span<Tensor>(ref output));
        return output;
    }

    /// <summary>The output's element type and shape, which follow from those of the inputs and the attributes alone.</summary>
    /// <exception cref="DenpaException">The inputs' shapes or element types do not fit.</exception>
    protected internal abstract TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs);

    /// <inheritdoc/>
    protected internal sealed override void Infer(ReadOnlySpan<TensorSpec> inputs, Span<TensorSpec> outputs) => outputs[0] = Infer(inputs);
}
