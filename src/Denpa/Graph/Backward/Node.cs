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

/// <summary>An output of an op besides its first, which is the origin of its tensor.</summary>
/// <param name="op">The op.</param>
/// <param name="output">Which output, from 1.</param>
internal sealed class FurtherOutputNode(OpNode op, int output) : Node
{
    public OpNode Op => op;

    public int Output => output;
}

/// <summary>
/// An op that ran on tracked inputs, with those of its operands that its derivatives need: the origin of its first output.
/// </summary>
internal sealed class OpNode : Node
{
    private readonly Kept[] inputs;
    private readonly Kept[] outputs;

    private OpNode(Op op, int inputCount, int outputCount, string? layer)
    {
        Op = op;
        Layer = layer;
        inputs = new Kept[inputCount];
        outputs = new Kept[outputCount];
    }

    public Op Op { get; }

    public string? Layer { get; }

    public int InputCount => inputs.Length;

    public int OutputCount => outputs.Length;

    /// <summary>The inputs whose gradients back propagation asks for.</summary>
    public OperandSet Tracked { get; private set; }

    /// <summary>Makes nodes the origins of the floating-point outputs.</summary>
    public static void Link(Op op, ReadOnlySpan<Tensor> inputs, Span<Tensor> outputs, string? layer)
    {
        OpNode node = new(op, inputs.Length, outputs.Length, layer);
        KeptOperands keeps = KeptOperands.Nothing;
        for (int i = 0; i < inputs.Length; i++)
        {
            if (!inputs[i].IsTracked) continue;
            keeps |= op.Keeps(i);
            node.Tracked |= [i];
        }

        for (int i = 0; i < inputs.Length; i++) node.inputs[i] = new Kept(inputs[i], keeps.Inputs.Contains(i));
        for (int i = 0; i < outputs.Length; i++)
        {
            Tensor output = outputs[i];
            if (output.DType.IsFloatingPoint)
            {
                Node origin = i == 0 ? node : new FurtherOutputNode(node, i);
                outputs[i] = output = new Tensor(output.Storage, output.Offset, output.Shape, origin);
            }

            node.outputs[i] = new Kept(output, keeps.Outputs.Contains(i));
        }
    }

    public Node? InputNode(int input) => inputs[input].Node;

    public TensorSpec InputSpec(int input) => inputs[input].Spec;

    public TensorSpec OutputSpec(int output) => outputs[output].Spec;

    public Tensor Input(int input) => inputs[input].Value(Op, $"input {input}");

    public Tensor Output(int output) => outputs[output].Value(Op, outputs.Length == 1 ? "the output" : $"output {output}");

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
            throw new GraphException($"{op.Name}: its derivative reads {operand} without declaring it in {nameof(Denpa.Op.Keeps)}");

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
