using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>A place in the graph of derivative links. Numbers grow in the order of creation, so inputs have smaller ones.</summary>
internal abstract class Node
{
    private static long created;

    private protected Node() => Number = Interlocked.Increment(ref created);

    public long Number { get; }
}

/// <summary>Where the graph begins: a parameter, or a tensor that is watched.</summary>
internal sealed class Leaf(Func<string> name) : Node
{
    public string Name => name();
}

/// <summary>An op that ran on tracked inputs, with those of its operands that its derivatives need.</summary>
internal sealed class OpNode : Node
{
    private readonly Kept[] inputs;
    private Kept output;

    private OpNode(Op op, int inputCount, string? layer)
    {
        Op = op;
        Layer = layer;
        inputs = new Kept[inputCount];
    }

    public Op Op { get; }

    public string? Layer { get; }

    public int InputCount => inputs.Length;

    public TensorSpec OutputSpec => output.Spec;

    /// <summary>The output with a node of its own as its origin.</summary>
    public static Tensor Link(Op op, ReadOnlySpan<Tensor> inputs, Tensor output, string? layer)
    {
        OpNode node = new(op, inputs.Length, layer);
        Needs needs = Needs.Nothing;
        for (int i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].IsTracked) needs |= op.DerivativeNeeds(i);
        }

        for (int i = 0; i < inputs.Length; i++)
        {
            node.inputs[i] = new Kept(inputs[i], i < 4 && needs.HasFlag((Needs)((int)Needs.Input0 << i)));
        }

        Tensor linked = new(output.Storage, output.Offset, output.Shape, node);
        node.output = new Kept(linked, needs.HasFlag(Needs.Output));
        return linked;
    }

    public Node? InputNode(int input) => inputs[input].Node;

    public TensorSpec InputSpec(int input) => inputs[input].Spec;

    public Tensor Input(int input) => inputs[input].Value(Op, $"input {input}");

    public Tensor Output() => output.Value(Op, "the output");

    /// <summary>An operand's place and spec, and its value where a derivative needs it, with the version that it had.</summary>
    private readonly struct Kept(Tensor tensor, bool value)
    {
        private readonly Tensor? value = value ? tensor : null;
        private readonly long version = tensor.Storage.Version;

        public Node? Node { get; } = (Node?)tensor.Origin;

        public TensorSpec Spec { get; } = tensor.Spec;

        public Tensor Value(Op op, string operand)
        {
            if (value is null) ThrowUndeclared(op, operand);
            if (value.Storage.Version != version) ThrowChanged(op, operand);
            return value;
        }

        [DoesNotReturn]
        private static void ThrowUndeclared(Op op, string operand) =>
            throw new GraphException($"{op.Name}: its derivative reads {operand} without declaring it in DerivativeNeeds");

        [DoesNotReturn]
        private void ThrowChanged(Op op, string operand)
        {
            string name = Source(Node) is Leaf leaf ? leaf.Name : operand;
            throw new GraphException(
                $"backward: {name} has changed since {op.Name} used it (version {version} then, {value!.Storage.Version} now); " +
                "run forward again before asking for gradients");
        }

        /// <summary>The node whose storage a node's value shares, through any number of views.</summary>
        private static Node? Source(Node? node)
        {
            while (node is OpNode { Op.Aliases: >= 0 } view) node = view.InputNode(view.Op.Aliases);
            return node;
        }
    }
}
