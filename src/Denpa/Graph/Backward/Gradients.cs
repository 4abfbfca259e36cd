namespace Denpa;

/// <summary>The gradients of a loss with respect to the parameters and watched tensors that it depends on: a value, handed back.</summary>
public sealed partial class Gradients
{
    private readonly Dictionary<Node, Tensor> byNode;

    internal Gradients(Dictionary<Node, Tensor> byNode) => this.byNode = byNode;

    /// <summary>The gradient with respect to a parameter, in its shape.</summary>
    /// <exception cref="GraphException">The loss does not depend on it.</exception>
    public Tensor this[Parameter parameter] => TryGet(parameter) ?? throw new GraphException(
        $"parameter \"{parameter.Name}\" got no gradient: {(parameter.IsFrozen ? "it is frozen" : "the loss does not depend on it")}");

    /// <summary>The gradient with respect to a watched tensor, or to an intermediate one that was asked for with <c>retain</c>.</summary>
    /// <exception cref="GraphException">There is none.</exception>
    public Tensor this[Tensor tensor] => TryGet(tensor) ?? throw new GraphException(
        $"the tensor {tensor.Spec} got no gradient: watch it with .Watch(name), or name it in Backward's retain, " +
        "and see that the loss depends on it");

    /// <summary>The gradient with respect to a parameter, or null when the loss does not depend on it.</summary>
    public Tensor? TryGet(Parameter parameter) => TryGet(parameter.Value);

    /// <summary>The gradient with respect to a tensor, or null when there is none.</summary>
    public Tensor? TryGet(Tensor tensor) => tensor.Origin is Node node ? byNode.GetValueOrDefault(node) : null;

    /// <summary>The sum of two sets of gradients: how gradients accumulate over several batches.</summary>
    public static Gradients operator +(Gradients left, Gradients right)
    {
        Dictionary<Node, Tensor> sum = new(left.byNode);
        foreach ((Node node, Tensor gradient) in right.byNode)
        {
            sum[node] = sum.TryGetValue(node, out Tensor? before) ? GradientSum.Of(before, gradient) : gradient;
        }

        return new Gradients(sum);
    }

    /// <summary>Gradients with every tensor put through a function: how clipping is written.</summary>
    internal Gradients Select(Func<Tensor, Tensor> change) =>
        new(byNode.ToDictionary(entry => entry.Key, entry => change(entry.Value)));

    /// <summary>The gradients in a fixed order: that in which their nodes were made.</summary>
    internal IEnumerable<Tensor> InOrder() => byNode.OrderBy(entry => entry.Key.Number).Select(entry => entry.Value);

    /// <summary>What they are the gradients of, in the same order; null for an intermediate tensor.</summary>
    internal IEnumerable<Leaf?> Leaves() => byNode.Keys.OrderBy(node => node.Number).Select(node => node as Leaf);
}
