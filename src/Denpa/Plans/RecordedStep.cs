using Denpa.Kernels;

namespace Denpa;

/// <summary>A step as it ran once on inputs of these shapes: its ops with fixed operands, ready to run again.</summary>
internal sealed class RecordedStep
{
    private readonly Tensor[] inputs;
    private readonly Instruction[] instructions;

    private readonly Storage[] variables;
    private readonly bool[] wereFrozen;

    private RecordedStep(Tensor[] inputs, Instruction[] instructions, IReadOnlyList<Tensor> results, Storage[] variables)
    {
        (this.inputs, this.instructions, Results, this.variables) = (inputs, instructions, results, variables);
        wereFrozen = Array.ConvertAll(variables, variable => variable.IsFrozen);
    }

    /// <summary>The step's own inputs, to be filled before each replay. They hold those that it was recorded with.</summary>
    public ReadOnlySpan<Tensor> Inputs => inputs;

    /// <summary>The step's results, overwritten by each run.</summary>
    public IReadOnlyList<Tensor> Results { get; }

    /// <summary>The only result, or the first.</summary>
    public Tensor Result => Results[0];

    /// <summary>Whether the same parameters are frozen as when the step ran: others have other gradients.</summary>
    public bool IsFrozenAsItWas
    {
        get
        {
            for (int i = 0; i < variables.Length; i++)
            {
                if (variables[i].IsFrozen != wereFrozen[i]) return false;
            }

            return true;
        }
    }

    /// <summary>
    /// Runs a step of Denpa's own under a recording, and makes of it what a replay needs: the tensors of the run themselves, which nobody
    /// else holds.
    /// </summary>
    /// <exception cref="HostReadException">The step looks at elements or draws by itself.</exception>
    public static RecordedStep Record(
        Func<IReadOnlyList<Tensor>, Tensor> step, ReadOnlySpan<Tensor> inputs, IReadOnlyList<Rewrite> rewrites)
    {
        Tensor[] own = LastingCopies(inputs);
        Recording recording = new();
        Tensor result;
        using (HostReads.Refuse())
        using (Graph.Record(recording))
        {
            result = step(own);
        }

        return Bind(recording.Invocations, own, own, [result], rewrites, buffersOfItsOwn: false);
    }

    /// <summary>What a replay of this run needs, in tensors of its own: whatever the run let out stays as it is.</summary>
    public static RecordedStep Of(StepRun run, IReadOnlyList<Rewrite> rewrites) => Bind(
        run.Invocations, [.. run.Inputs], LastingCopies([.. run.Inputs]), run.Results, rewrites, buffersOfItsOwn: true);

    /// <summary>Takes the elements of tensors like the inputs for theirs, which those get in exchange.</summary>
    public void ExchangeInputs(ReadOnlySpan<Tensor> others)
    {
        for (int i = 0; i < inputs.Length; i++) inputs[i].Storage.Exchange(others[i].Storage);
    }

    /// <summary>Computes the results from the inputs as they are now; returns the first.</summary>
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

    /// <param name="invocations">What ran.</param>
    /// <param name="given">The tensors that the run was given.</param>
    /// <param name="own">The tensors that replays take in their place.</param>
    /// <param name="results">What the run returned.</param>
    /// <param name="rewrites">What makes the tape faster.</param>
    /// <param name="buffersOfItsOwn">Whether no tensor of the run may be overwritten by a replay.</param>
    private static RecordedStep Bind(
        IReadOnlyList<Invocation> invocations,
        Tensor[] given,
        Tensor[] own,
        IReadOnlyList<Tensor> results,
        IReadOnlyList<Rewrite> rewrites,
        bool buffersOfItsOwn)
    {
        Tape tape = new(invocations, given, results);
        foreach (Rewrite rewrite in rewrites) rewrite.Apply(tape);
        BufferAssignment assignment = new(tape.Invocations, results, buffersOfItsOwn);
        for (int i = 0; i < given.Length; i++) assignment.Replace(given[i], own[i]);
        Instruction[] instructions = [.. tape.Invocations.Select(assignment.Bind)];
        return new RecordedStep(own, instructions, [.. results.Select(assignment.InBuffer)], VariablesOf(invocations));
    }

    private static Storage[] VariablesOf(IReadOnlyList<Invocation> invocations) =>
    [
        .. invocations.SelectMany(invocation => invocation.Inputs)
            .Select(input => input.Storage)
            .Where(storage => storage.IsVariable)
            .Distinct(),
    ];

    private static Tensor[] LastingCopies(ReadOnlySpan<Tensor> tensors)
    {
        Tensor[] copies = new Tensor[tensors.Length];
        for (int i = 0; i < tensors.Length; i++) copies[i] = tensors[i].Copy(isLasting: true);
        return copies;
    }
}
