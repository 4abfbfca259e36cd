namespace Denpa;

/// <summary>Reverse-mode differentiation: the derivative links walked from the loss in descending order of creation.</summary>
internal static class Backpropagation
{
    public static Gradients Run(Tensor output, Tensor seed, bool createGraph, ReadOnlySpan<Tensor> retain)
    {
        Scope scope = Scope.Current;
        using GraphScope differentiates = Scope.Enter(around => around with { Differentiates = createGraph, IsDerivative = true });
        HashSet<Node> retained = [];
        foreach (Tensor tensor in retain)
        {
            retained.Add((Node?)tensor.Origin
                ?? throw new GraphException($"backward: retain names a tensor {tensor.Spec} outside of the graph"));
        }

        Dictionary<Node, Tensor> found = [];
        // What has come in so far; null stands for zeros.
        Dictionary<Node, (Tensor? Gradient, TensorSpec Spec)> pending = [];
        Dictionary<OpNode, Tensor?[]> furtherOutputs = [];
        PriorityQueue<Node, long> latestFirst = new();
        Receive((Node)output.Origin!, seed, output.Spec);
        while (latestFirst.TryDequeue(out Node? node, out _))
        {
            pending.Remove(node, out (Tensor? Gradient, TensorSpec Spec) received);
            (Tensor? gradient, TensorSpec spec) = received;
            if (node is Leaf || retained.Contains(node)) found.Add(node, gradient ?? Tensor.Zeros(spec.Shape, spec.DType));
            if (node is OpNode applied) PassOn(applied, gradient);
            else if (node is FurtherOutputNode further) Gather(further, gradient);
        }

        return new Gradients(found);

        void PassOn(OpNode node, Tensor? first)
        {
            using GraphScope layer = scope.Recording is null ? default : Scope.Enter(around => around with { Layer = node.Layer });
            ReadOnlySpan<Tensor?> upstream = new(ref first);
            if (furtherOutputs.Remove(node, out Tensor?[]? gathered))
            {
                gathered[0] = first;
                upstream = gathered;
            }
            else if (node.OutputCount > 1)
            {
                Tensor?[] alone = new Tensor?[node.OutputCount];
                alone[0] = first;
                upstream = alone;
            }

            Tensor?[] gradients = new Tensor?[node.InputCount];
            if (IsAnyThere(upstream)) node.Op.Derivatives(node.Tracked, new DerivativeLink(node, upstream), gradients);
            for (int input = 0; input < gradients.Length; input++)
            {
                if (node.InputNode(input) is { } source) Receive(source, Checked(node, input, gradients[input]), node.InputSpec(input));
            }
        }

        void Gather(FurtherOutputNode output, Tensor? gradient)
        {
            if (!furtherOutputs.TryGetValue(output.Op, out Tensor?[]? gathered))
            {
                furtherOutputs.Add(output.Op, gathered = new Tensor?[output.Op.OutputCount]);
            }

            gathered[output.Output] = gradient;
            Receive(output.Op, null, output.Op.OutputSpec(0));
        }

        void Receive(Node node, Tensor? gradient, TensorSpec spec)
        {
            if (pending.TryGetValue(node, out (Tensor? Gradient, TensorSpec Spec) before))
            {
                bool isSum = before.Gradient is not null && gradient is not null;
                pending[node] = (isSum ? GradientSum.Of(before.Gradient!, gradient!) : before.Gradient ?? gradient, spec);
            }
            else
            {
                pending.Add(node, (gradient, spec));
                latestFirst.Enqueue(node, -node.Number);
            }
        }
    }

    private static bool IsAnyThere(ReadOnlySpan<Tensor?> gradients)
    {
        foreach (Tensor? gradient in gradients)
        {
            if (gradient is not null) return true;
        }

        return false;
    }

    private static Tensor? Checked(OpNode node, int input, Tensor? gradient)
    {
        TensorSpec expected = node.InputSpec(input);
        if (gradient is not null && gradient.Spec != expected)
        {
            throw new GraphException(
                $"{node.Op.Name}: the derivative with respect to input {input} is {gradient.Spec}, but the input is {expected}");
        }

        return gradient;
    }
}

public sealed partial class Tensor
{
    /// <summary>This tensor as one that gradients are asked for: the same elements at the beginning of a graph.</summary>
    /// <param name="name">What messages and traces call it.</param>
    /// <exception cref="DTypeException">The element type has no derivatives.</exception>
    public Tensor Watch(string name = "watched tensor")
    {
        if (!DType.IsFloatingPoint) DTypeException.ThrowNotFloating("watch", DType);
        return new Tensor(Storage, Offset, Shape, new Leaf(() => name));
    }

    /// <summary>This tensor as a constant: the same elements, with no link to what they were computed from.</summary>
    public Tensor Detach() => new(Storage, Offset, Shape);

    // Beside the next for languages that know no params of spans, such as F#.
    /// <summary>The gradients of this tensor with respect to every parameter and watched tensor that it depends on.</summary>
    /// <param name="seed">∂L/∂this, in this tensor's shape; 1 when left out, which only a single element allows.</param>
    /// <param name="createGraph">Whether the gradients can be differentiated again.</param>
    /// <exception cref="GraphException">The tensor depends on nothing watched, or a parameter has changed since.</exception>
    /// <exception cref="ShapeException">The seed is missing, or of another shape.</exception>
    public Gradients Backward(Tensor? seed = null, bool createGraph = false) => Backward(seed, createGraph, []);

    /// <inheritdoc cref="Backward(Tensor?, bool)"/>
    /// <param name="seed">∂L/∂this, in this tensor's shape; 1 when left out, which only a single element allows.</param>
    /// <param name="createGraph">Whether the gradients can be differentiated again.</param>
    /// <param name="retain">Intermediate tensors whose gradients are wanted as well.</param>
    public Gradients Backward(Tensor? seed = null, bool createGraph = false, params ReadOnlySpan<Tensor> retain)
    {
        if (!IsTracked) throw new GraphException("backward: the tensor depends on no parameter or watched tensor, so it has no gradients");
        if (seed is null && Length != 1)
        {
            throw new ShapeException(
                $"backward: the tensor {Spec} is not a single number; " +
                "give a seed of its shape, or reduce it with .Sum() or .Mean()");
        }

        seed ??= Ones(Shape, DType);
        if (seed.Spec != Spec) throw new ShapeException($"backward: the seed is {seed.Spec}, the tensor is {Spec}; they must agree");
        return Backpropagation.Run(this, seed, createGraph, retain);
    }
}
