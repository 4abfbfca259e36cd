using System.Numerics;
using System.Text;
using Denpa.Kernels;

namespace Denpa;

/// <summary>A forward kernel of an op.</summary>
/// <param name="operands">What it reads and what it fills.</param>
internal delegate void ForwardKernel(in Operands operands);

/// <summary>
/// An operation of the computational graph: its formula, its shape rule, its forward kernel and its derivative. An op holds
/// attributes (an axis, a slope) but no values, and one instance may be applied any number of times.
/// </summary>
/// <remarks>
/// Attributes are the properties of a record, so that ops with equal attributes are equal.
/// </remarks>
public abstract record Op
{
    /// <summary>The name that messages, traces and pictures show, in lower case.</summary>
    public abstract string Name { get; }

    /// <summary>What forward computes, with y for the output and x, or a and b, for the inputs.</summary>
    public abstract string Formula { get; }

    /// <summary>What the derivative computes, with ∂L/∂y for the incoming gradient.</summary>
    public abstract string DerivativeFormula { get; }

    /// <summary>The inputs whose elements forward overwrites: none unless the op is an update in place.</summary>
    public virtual ReadOnlySpan<int> Overwrites => [];

    /// <summary>The input whose storage the output shares, or −1 when the output has storage of its own.</summary>
    public virtual int Aliases => -1;

    /// <summary>The generator that forward draws from, or null.</summary>
    public virtual Generator? Draws => null;

    /// <summary>Whether forward reads the elements of an input, not only its shape.</summary>
    public virtual bool Reads(int input) => true;

    /// <summary>
    /// Whether the output may be written over this input's elements when nothing else needs them. It speaks of inputs of the output's
    /// own element type and shape; over one that is broadcast, nothing may be written.
    /// </summary>
    public virtual bool MayOverwrite(int input) => false;

    /// <summary>
    /// What the op does to an input, tile by tile and in place, when its other input, if any, has the output's shape or is one row of
    /// it; null for an op that does not go element by element.
    /// </summary>
    /// <param name="input">The input that the output takes the place of.</param>
    internal virtual TileStep<T>? AsTileStep<T>(int input)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => null;

    /// <summary>Runs forward on these inputs and, where derivatives may be asked for, links the output into the graph.</summary>
    /// <exception cref="DenpaException">The inputs' shapes or element types do not fit.</exception>
    public Tensor Apply(params ReadOnlySpan<Tensor> inputs) => Application.Run(this, inputs);

    /// <summary>The output's element type and shape, which follow from those of the inputs and the attributes alone.</summary>
    /// <exception cref="DenpaException">The inputs' shapes or element types do not fit.</exception>
    protected internal abstract TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs);

    /// <summary>Fills every element of the output.</summary>
    protected internal abstract void Forward(in Operands operands);

    /// <summary>Forward for an output of one element type, chosen beforehand.</summary>
    internal virtual ForwardKernel KernelFor(DType output) => Forward;

    /// <summary>Where an aliasing output begins in its input, in elements.</summary>
    protected internal virtual int AliasOffset(ReadOnlySpan<TensorSpec> inputs) => 0;

    /// <summary>The values that the derivative with respect to an input reads; only those are kept alive.</summary>
    protected internal virtual Needs DerivativeNeeds(int input) => Needs.Nothing;

    /// <summary>
    /// The gradient with respect to an input, from the gradient with respect to the output: written in ops, so that it can
    /// be differentiated again. It has the shape of the input and does not change the incoming gradient.
    /// </summary>
    protected internal virtual Tensor Derivative(int input, in DerivativeLink link) =>
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
