namespace Denpa;

/// <summary>A step as it ran once on inputs of these shapes: its ops with fixed operands, ready to run again.</summary>
internal sealed class RecordedStep
{
    private readonly Tensor[] inputs;       // the plan's own buffers, into which each run's inputs are copied
    private readonly Tensor[] copied;       // whose elements the buffers hold
    private readonly long[] versions;       // and the versions that these had
    private readonly Instruction[] instructions;

    private RecordedStep(Tensor[] inputs, Tensor[] copied, Instruction[] instructions, Tensor result)
    {
        (this.inputs, this.copied, this.instructions, Result) = (inputs, copied, instructions, result);
        versions = Array.ConvertAll(copied, tensor => tensor.Storage.Version);
    }

    /// <summary>The step's result, overwritten by each run.</summary>
    public Tensor Result { get; }

    /// <summary>Runs a step under a recording.</summary>
    public static RecordedStep Record(Func<IReadOnlyList<Tensor>, Tensor> step, ReadOnlySpan<Tensor> inputs)
    {
        Tensor[] buffers = new Tensor[inputs.Length];
        for (int i = 0; i < inputs.Length; i++) buffers[i] = inputs[i].Copy();
        Recording recording = new();
        Tensor result;
        using (Graph.Record(recording)) result = step(buffers);
        BufferAssignment assignment = new(recording.Invocations, result);
        Instruction[] instructions = [.. recording.Invocations.Where(Computes).Select(assignment.Bind)];
        return new RecordedStep(buffers, inputs.ToArray(), instructions, result.Detach());
    }

    /// <summary>Whether inputs have the shapes and element types of this step.</summary>
    public bool Takes(ReadOnlySpan<Tensor> others)
    {
        if (others.Length != inputs.Length) return false;
        for (int i = 0; i < inputs.Length; i++)
        {
            if (others[i].DType != inputs[i].DType || others[i].Shape != inputs[i].Shape) return false;
        }

        return true;
    }

    public Tensor Replay(ReadOnlySpan<Tensor> others)
    {
        for (int i = 0; i < inputs.Length; i++)
        {
            Tensor other = others[i];
            if (ReferenceEquals(copied[i], other) && versions[i] == other.Storage.Version) continue;
            other.CopyTo(inputs[i]);
            (copied[i], versions[i]) = (other, other.Storage.Version);
        }

        foreach (Instruction instruction in instructions) instruction.Run();
        return Result;
    }

    /// <summary>A view, which shares storage and reads nothing, has nothing to do: the op that filled the storage has done it.</summary>
    private static bool Computes(Invocation invocation) =>
        invocation.Op.Aliases < 0 || Enumerable.Range(0, invocation.Inputs.Count).Any(invocation.Op.Reads);
}

/// <summary>An op with the tensors that it reads and the one that it fills.</summary>
internal readonly struct Instruction(Op op, Tensor[] inputs, Tensor output)
{
    public void Run()
    {
        op.Forward(new Operands(inputs, output));
        foreach (int overwritten in op.Overwrites) inputs[overwritten].Storage.MarkChanged();
    }
}
