using System.Text;

namespace Denpa;

/// <summary>A forward kernel of an op.</summary>
/// <param name="operands">What it reads and what it fills.</param>
internal delegate void ForwardKernel(in Operands operands);

/// <summary>
/// An operation of the computational graph: its formula, its shape rule, its forward kernel and its derivative. An op holds
/// attributes (an axis, a slope) but no values, and one instance may be applied any number of times. Most ops have one output
/// (<see cref="SingleOutputOp"/>).
/// </summary>
/// <remarks>
/// Attributes are the properties of a record, so that ops with equal attributes are equal.
/// </remarks>
public abstract record Op
{
    /// <summary>The name that messages, traces and pictures show, in lower case; no two ops share one.</summary>
    public abstract string Name { get; }

    /// <summary>What forward computes, with y for the output and x, or a and b, for the inputs.</summary>
    public abstract string Formula { get; }

    /// <summary>What the derivative computes, with ∂L/∂y for the incoming gradient.</summary>
    public abstract string DerivativeFormula { get; }

    /// <summary>The number of outputs.</summary>
    public abstract int OutputCount { get; }

    /// <summary>The inputs whose elements forward overwrites: none unless the op is an update in place.</summary>
    public virtual OperandSet Overwrites => OperandSet.None;

    /// <summary>The inputs whose elements forward reads, not only their shapes.</summary>
    public virtual OperandSet Reads => OperandSet.All;

    /// <summary>The input whose storage the first output shares, or −1 when every output has storage of its own.</summary>
    public virtual int Aliases => -1;

    /// <summary>The generator that forward draws from, or null.</summary>
    public virtual Generator? Draws => null;

    /// <summary>
    /// The inputs over whose elements the first output may be written when nothing else needs them. It speaks of inputs of the output's
    /// own element type and shape; over one that is broadcast, nothing may be written.
    /// </summary>
    public virtual OperandSet MayOverwrite => OperandSet.None;

    /// <summary>Runs forward on these inputs and, where derivatives may be asked for, links the outputs into the graph.</summary>
    /// <returns>The outputs.</returns>
    /// <exception cref="DenpaException">The inputs' shapes or element types do not fit.</exception>
    public Tensor[] ApplyAll(params ReadOnlySpan<Tensor> inputs)
    {
        Tensor[] outputs = new Tensor[OutputCount];
        Application.Run(this, inputs, outputs);
        return outputs;
    }

    /// <summary>The outputs' element types and shapes, which follow from those of the inputs and the attributes alone.</summary>
    /// <param name="inputs">The inputs' element types and shapes.</param>
    /// <param name="outputs">Where the outputs' go: <see cref="OutputCount"/> of them.</param>
    /// <exception cref="DenpaException">The inputs' shapes or element types do not fit.</exception>
    protected internal abstract void Infer(ReadOnlySpan<TensorSpec> inputs, Span<TensorSpec> outputs);

    /// <summary>Fills every element of the outputs.</summary>
    protected internal abstract void Forward(in Operands operands);

    /// <summary>Forward for operands of these element types, chosen beforehand.</summary>
    internal virtual ForwardKernel KernelFor(in Operands operands) => Forward;

    /// <summary>Where an aliasing output begins in its input, in elements.</summary>
    protected internal virtual int AliasOffset(ReadOnlySpan<TensorSpec> inputs) => 0;

    /// <summary>The values that the derivative with respect to an input reads; only those are kept alive.</summary>
    protected internal virtual KeptOperands Keeps(int input) => KeptOperands.Nothing;

    /// <summary>
    /// The gradients with respect to all wanted inputs at once, from those with respect to the outputs: by default each by itself,
    /// through <see cref="Derivative"/>.
    /// </summary>
    /// <param name="wanted">The inputs whose gradients are asked for.</param>
    /// <param name="link">What forward kept, and the gradients that come in.</param>
    /// <param name="gradients">
    /// Where they go, a place for each input; null is a gradient of zeros, and what was not wanted is not read.
    /// </param>
    protected internal virtual void Derivatives(OperandSet wanted, in DerivativeLink link, Span<Tensor?> gradients)
    {
        for (int input = 0; input < gradients.Length; input++)
        {
            if (wanted.Contains(input)) gradients[input] = Derivative(input, link);
        }
    }

    /// <summary>
    /// The gradient with respect to an input, from the gradient with respect to the output: written in ops, so that it can
    /// be differentiated again. It has the shape of the input and does not change the incoming gradient; null is a gradient of zeros.
    /// </summary>
    protected internal virtual Tensor? Derivative(int input, in DerivativeLink link) =>
        throw new GraphException($"{Name}: has no derivative with respect to input {input}");

    /// <summary>The name and the attributes, such as <c>leaky relu { Slope = 0.01 }</c>.</summary>
    public sealed override string ToString()
    {
        StringBuilder attributes = new();
        return PrintMembers(attributes) ? $"{Name} {{ {attributes} }}" : Name;
    }

    /// <summary>Writes the attributes, of which there are none here: what every op has is none of them.</summary>
    protected virtual bool PrintMembers(StringBuilder builder) => false;
}
