namespace Denpa;

/// <summary>
/// Which buffer holds each intermediate tensor of a recorded step. A buffer is free again after the last op that reads it or a
/// view of it, and an op may write over an input that it is the last to read. What was there before the recording (parameters,
/// inputs, constants, an optimizer's state) keeps its storage, and so do the results, unless nothing of the recording is to be
/// overwritten.
/// </summary>
internal sealed class BufferAssignment
{
    private readonly Dictionary<Storage, int> lastUse = [];
    private readonly Dictionary<Storage, Storage> buffers = [];
    private readonly Dictionary<DType, List<Storage>> free = [];
    private readonly bool buffersOfItsOwn;

    /// <param name="invocations">The ops.</param>
    /// <param name="results">The step's results.</param>
    /// <param name="buffersOfItsOwn">Whether the recording's own tensors stay as they are, because somebody may hold them.</param>
    public BufferAssignment(IReadOnlyList<Invocation> invocations, IReadOnlyList<Tensor> results, bool buffersOfItsOwn)
    {
        this.buffersOfItsOwn = buffersOfItsOwn;
        HashSet<Storage> made = [.. invocations.SelectMany(invocation => invocation.Made())];
        foreach (Tensor result in results)
        {
            if (made.Remove(result.Storage) && buffersOfItsOwn) buffers.Add(result.Storage, result.Storage.Copy());
        }

        for (int i = 0; i < invocations.Count; i++)
        {
            foreach (Tensor tensor in invocations[i].Operands())
            {
                if (made.Contains(tensor.Storage)) lastUse[tensor.Storage] = i;
            }
        }

        for (int i = 0; i < invocations.Count; i++) Assign(invocations[i], i);
    }

    /// <summary>Has another tensor take the place of one that the recording was given.</summary>
    public void Replace(Tensor given, Tensor own) => buffers[given.Storage] = own.Storage;

    /// <summary>A recorded op with its operands in their buffers.</summary>
    public Instruction Bind(Invocation invocation) =>
        new(invocation.Op, [.. invocation.Inputs.Select(InBuffer)], [.. invocation.Outputs.Select(InBuffer)]);

    /// <summary>A tensor in its buffer.</summary>
    public Tensor InBuffer(Tensor tensor) =>
        buffers.TryGetValue(tensor.Storage, out Storage? buffer) ? new Tensor(buffer, tensor.Offset, tensor.Shape) : tensor.Detach();

    private void Assign(Invocation invocation, int index)
    {
        Storage? taken = null;
        foreach (Storage output in invocation.Made().Where(lastUse.ContainsKey))
        {
            if (taken is null && output == invocation.Output.Storage) taken = Overwritable(invocation, index);
            buffers[output] = taken is not null && output == invocation.Output.Storage ? buffers[taken] : Take(output);
        }

        IEnumerable<Storage> used = invocation.Operands().Select(tensor => tensor.Storage).Distinct();
        foreach (Storage storage in used.Where(storage => storage != taken))
        {
            if (lastUse.TryGetValue(storage, out int last) && last == index) FreeFor(storage.DType).Add(buffers[storage]);
        }
    }

    /// <summary>The storage of an input that nothing reads after this op, in whose place the output may be written.</summary>
    private Storage? Overwritable(Invocation invocation, int index)
    {
        for (int i = 0; i < invocation.Inputs.Count; i++)
        {
            Tensor input = invocation.Inputs[i];
            bool isLast = lastUse.TryGetValue(input.Storage, out int last) && last == index;
            bool sameElements = isLast && input.Spec == invocation.Output.Spec && input.Offset == 0;
            bool onlyWhole = invocation.Inputs.All(
                other => other.Storage != input.Storage || (other.Offset == 0 && other.Shape == input.Shape));
            if (sameElements && onlyWhole && invocation.Op.MayOverwrite.Contains(i)) return input.Storage;
        }

        return null;
    }

    /// <summary>
    /// The smallest free buffer that is large enough; else the tensor's own when it is aligned and may be overwritten, or a new one.
    /// </summary>
    private Storage Take(Storage wanted)
    {
        List<Storage> candidates = FreeFor(wanted.DType);
        Storage? best = candidates.Where(buffer => buffer.Length >= wanted.Length).MinBy(buffer => buffer.Length);
        if (best is null)
            return wanted.IsAligned && !buffersOfItsOwn ? wanted : Storage.Allocate(wanted.DType, wanted.Length, isLasting: true);
        candidates.Remove(best);
        return best;
    }

    private List<Storage> FreeFor(DType dtype)
    {
        if (!free.TryGetValue(dtype, out List<Storage>? buffersOfType)) free.Add(dtype, buffersOfType = []);
        return buffersOfType;
    }
}
