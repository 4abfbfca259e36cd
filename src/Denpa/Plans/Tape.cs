namespace Denpa;

/// <summary>
/// The recorded ops of a step in their order, as rewrites change them. Views, which share storage and compute nothing, are gone:
/// operands are known by their storage, offset and shape.
/// </summary>
internal sealed class Tape
{
    private readonly HashSet<Storage> inputs;

    /// <param name="invocations">What ran.</param>
    /// <param name="inputs">The step's inputs, which differ from run to run.</param>
    /// <param name="results">The step's results.</param>
    public Tape(IEnumerable<Invocation> invocations, IEnumerable<Tensor> inputs, IReadOnlyList<Tensor> results)
    {
        Invocations = [.. invocations.Where(Computes)];
        this.inputs = [.. inputs.Select(tensor => tensor.Storage)];
        Results = results;
    }

    public List<Invocation> Invocations { get; }

    public IReadOnlyList<Tensor> Results { get; }

    public bool IsInput(Storage storage) => inputs.Contains(storage);

    /// <summary>The places of the ops that have a storage among their operands, from a place on.</summary>
    public IEnumerable<int> Readers(Storage storage, int from = 0)
    {
        for (int i = from; i < Invocations.Count; i++)
        {
            if (Invocations[i].Inputs.Any(input => input.Storage == storage)) yield return i;
        }
    }

    /// <summary>Whether an op in these places, the end not among them, fills or overwrites a storage.</summary>
    public bool IsWritten(Storage storage, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (Writes(Invocations[i], storage)) return true;
        }

        return false;
    }

    private static bool Writes(Invocation invocation, Storage storage) =>
        invocation.Made().Contains(storage) || invocation.Overwritten().Contains(storage);

    private static bool Computes(Invocation invocation) =>
        invocation.Op.Aliases < 0 || Enumerable.Range(0, invocation.Inputs.Count).Any(invocation.Op.Reads.Contains);
}
