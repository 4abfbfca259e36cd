using Denpa.Kernels;

namespace Denpa;

/// <summary>A step as it ran once on inputs of these shapes: its ops with fixed operands, ready to run again.</summary>
internal sealed class RecordedStep
{
    private readonly Tensor[] inputs;
    private readonly Instruction[] instructions;

    private RecordedStep(Tensor[] inputs, Instruction[] instructions, Tensor result) =>
        (this.inputs, this.instructions, Result) = (inputs, instructions, result);

    /// <summary>The step's own inputs, to be filled before each replay. They hold those that it was recorded with.</summary>
    public ReadOnlySpan<Tensor> Inputs => inputs;

    /// <summary>The step's result, overwritten by each run.</summary>
    public Tensor Result { get; }

    /// <summary>Runs a step under a recording, and makes of it what a replay needs.</summary>
    /// <exception cref="HostReadException">The step looks at elements.</exception>
    public static RecordedStep Record(
        Func<IReadOnlyList<Tensor>, Tensor> step, ReadOnlySpan<Tensor> inputs, IReadOnlyList<Rewrite> rewrites)
    {
        Tensor[] own = new Tensor[inputs.Length];
        for (int i = 0; i < inputs.Length; i++) own[i] = inputs[i].Copy(isLasting: true);
        Recording recording = new();
        Tensor result;
        using (HostReads.Refuse())
        using (Graph.Record(recording))
        {
            result = step(own);
        }

        Tape tape = new(recording.Invocations, own, result);
        foreach (Rewrite rewrite in rewrites) rewrite.Apply(tape);
        BufferAssignment assignment = new(tape.Invocations, result);
        return new RecordedStep(own, [.. tape.Invocations.Select(assignment.Bind)], result.Detach());
    }

    /// <summary>Takes the elements of tensors like the inputs for theirs, which those get in exchange.</summary>
    public void ExchangeInputs(ReadOnlySpan<Tensor> others)
    {
        for (int i = 0; i < inputs.Length; i++) inputs[i].Storage.Exchange(others[i].Storage);
    }

    /// <summary>Computes the result from the inputs as they are now.</summary>
    public Tensor Replay()
    {
        WorkerPool.EnterReplay();
        try
        {
            foreach (Instruction instruction in instructions) instruction.Run();
        }
        finally
        {
            WorkerPool.LeaveReplay();
        }

        return Result;
    }
}
