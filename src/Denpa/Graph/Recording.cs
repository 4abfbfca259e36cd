namespace Denpa;

/// <summary>A tape of every op that ran while <see cref="Graph.Record"/> was in force, in order, with its operands.</summary>
public sealed class Recording
{
    private readonly List<Invocation> invocations = [];

    /// <summary>The ops that ran so far.</summary>
    public IReadOnlyList<Invocation> Invocations => invocations;

    /// <summary>Keeps what the ops change, as it was before them; null where nobody may take them back.</summary>
    internal Undo? Undo { get; init; }

    internal void Add(Invocation invocation)
    {
        lock (invocations) invocations.Add(invocation);
    }
}

/// <summary>One run of an op.</summary>
/// <param name="Op">The op.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Outputs">Its outputs.</param>
/// <param name="Layer">The path of the layer in which it ran, or whose derivative it computed; null outside of layers.</param>
/// <param name="IsDerivative">Whether it ran as part of back propagation.</param>
public sealed record Invocation(
    Op Op, IReadOnlyList<Tensor> Inputs, IReadOnlyList<Tensor> Outputs, string? Layer, bool IsDerivative)
{
    /// <summary>Its only output, or its first.</summary>
    public Tensor Output => Outputs[0];

    /// <summary>The storages that it fills: those of its outputs, but for one that an output shares with an input.</summary>
    internal IEnumerable<Storage> Made() => Outputs.Skip(Op.Aliases < 0 ? 0 : 1).Select(output => output.Storage);

    /// <summary>The storages of inputs that it overwrites.</summary>
    internal IEnumerable<Storage> Overwritten() => Inputs.Where((_, input) => Op.Overwrites.Contains(input)).Select(input => input.Storage);

    /// <summary>Its inputs and outputs.</summary>
    internal IEnumerable<Tensor> Operands() => Inputs.Concat(Outputs);
}
