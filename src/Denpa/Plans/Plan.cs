namespace Denpa;

/// <summary>
/// A step of computation, such as a training step, recorded once for each shape of its inputs and then replayed: the same ops in
/// the same order into the same buffers, with no graph to build and nothing to allocate, to the same bits.
/// </summary>
/// <remarks>
/// A replay computes from tensors alone: from the step's inputs and from variables as they are then, and it draws through ops anew. What
/// the step does besides happens only when it is run: it may not look at elements, and what it makes of numbers, clocks or counters of
/// the program's own must not change. That is checked: the step is run anew in its second, third and fourth run and then at doubling
/// distances, and is held against what was recorded. A step that turns out to be another before any replay is run op by op from then on
/// (<see cref="Refusal"/>); one that turns out so later throws. One run at a time: a plan has one set of buffers. While a recording
/// watches, another plan's or a trace's, the step runs op by op and is a part of that.
/// </remarks>
public sealed class Plan
{
    private readonly Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> step;
    private readonly IReadOnlyList<Rewrite> rewrites;
    private readonly List<Variant> variants = [];
    private readonly ComparedSteps compared = new();

    private Plan(Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> step, IReadOnlyList<Rewrite> rewrites) =>
        (this.step, this.rewrites) = (step, rewrites);

    /// <summary>Why the step runs op by op: what it did otherwise when it was run anew; null while it is replayed.</summary>
    public string? Refusal { get; private set; }

    /// <summary>A plan of a step; nothing runs yet.</summary>
    /// <param name="step">The step, from its inputs to one result, such as the loss.</param>
    public static Plan Compile(Func<IReadOnlyList<Tensor>, Tensor> step) => Compile(step, Rewrite.All);

    /// <summary>A plan of a step with several results; nothing runs yet.</summary>
    /// <param name="step">The step, from its inputs to its results, one or more.</param>
    public static Plan Compile(Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> step) => new(step, Rewrite.All);

    /// <summary>A plan that changes its recordings by these rewrites alone.</summary>
    internal static Plan Compile(Func<IReadOnlyList<Tensor>, Tensor> step, IReadOnlyList<Rewrite> rewrites) =>
        new(inputs => [step(inputs)], rewrites);

    /// <summary>Runs the step once: recorded the first time that inputs have these shapes and element types, replayed ever after.</summary>
    /// <returns>A copy of the step's result.</returns>
    /// <exception cref="HostReadException">The step looks at elements, or draws outside of an op, while it is recorded.</exception>
    /// <exception cref="PlanException">
    /// The step does something else than it did when it was recorded, and was replayed meanwhile. What it overwrites is put back to what it
    /// was before those replays; from now on the step runs op by op.
    /// </exception>
    /// <exception cref="DenpaException">An op of the step does not take its inputs.</exception>
    public Tensor Run(params ReadOnlySpan<Tensor> inputs) => IsReplayed ? RunInPlace(inputs)[0].Copy() : step(inputs.ToArray())[0];

    /// <summary>Runs the step once, as <see cref="Run"/> does, and gives all of its results.</summary>
    /// <returns>Copies of the step's results.</returns>
    /// <exception cref="HostReadException">The step looks at elements, or draws outside of an op, while it is recorded.</exception>
    /// <exception cref="PlanException">The step has changed and was replayed meanwhile, as <see cref="Run"/> says.</exception>
    /// <exception cref="DenpaException">An op of the step does not take its inputs.</exception>
    public Tensor[] RunAll(params ReadOnlySpan<Tensor> inputs) =>
        IsReplayed ? [.. RunInPlace(inputs).Select(result => result.Copy())] : [.. step(inputs.ToArray())];

    /// <summary>Runs the step once and gives the only element of its result: a loss, say. A replay allocates nothing.</summary>
    /// <exception cref="ShapeException">The result has not exactly one element.</exception>
    /// <exception cref="HostReadException">The step looks at elements, or draws outside of an op, while it is recorded.</exception>
    /// <exception cref="PlanException">
    /// The step does something else than it did when it was recorded, and was replayed meanwhile. What it overwrites is put back to what it
    /// was before those replays; from now on the step runs op by op.
    /// </exception>
    /// <exception cref="DenpaException">An op of the step does not take its inputs.</exception>
    public double RunItem(params ReadOnlySpan<Tensor> inputs) => (IsReplayed ? RunInPlace(inputs) : step(inputs.ToArray()))[0].Item();

    private bool IsReplayed => Refusal is null && Scope.Current.Recording is null;

    private IReadOnlyList<Tensor> RunInPlace(ReadOnlySpan<Tensor> inputs)
    {
        if (!variants.TrueForAll(variant => variant.Step.Recorded.IsFrozenAsItWas))
        {
            variants.Clear();
            compared.Clear();
        }

        foreach (Variant variant in variants)
        {
            if (!variant.Takes(inputs)) continue;
            if (variant.Step.BeginsCompared()) return RunCompared(variant.Step, inputs);
            compared.NoteReplay();
            return variant.Replay(inputs);
        }

        ComparedStep recorded = compared.Record(step, inputs, rewrites);
        variants.Add(new Variant(recorded, inputs));
        return recorded.FirstResults;
    }

    private IReadOnlyList<Tensor> RunCompared(ComparedStep recorded, ReadOnlySpan<Tensor> inputs)
    {
        string? difference = compared.Compare(recorded, inputs, out StepRun? run);
        if (difference is null) return run!.Results;
        Refusal = $"plan: the step does not compute from tensors alone: {difference}; " +
            "let what changes be a Variable or an input of the step";
        variants.Clear();
        if (compared.IsSettled)
        {
            compared.Clear();
            return run is null ? step(inputs.ToArray()) : run.Results;
        }

        long replays = compared.Replays;
        run?.Undo.Restore();
        compared.GoBack();
        throw new PlanException(
            $"{Refusal}; it was replayed {replays} times since it was last found the same, and what it overwrites is put back to " +
            "what it was then; from now on it runs op by op");
    }

    /// <summary>The step for inputs of certain shapes, and which tensors' elements it holds.</summary>
    private sealed class Variant
    {
        private readonly Tensor[] held;
        private readonly long[] versions;

        public Variant(ComparedStep step, ReadOnlySpan<Tensor> inputs)
        {
            (Step, held) = (step, inputs.ToArray());
            versions = Array.ConvertAll(held, tensor => tensor.Storage.Version);
        }

        public ComparedStep Step { get; }

        public bool Takes(ReadOnlySpan<Tensor> inputs)
        {
            if (inputs.Length != held.Length) return false;
            for (int i = 0; i < inputs.Length; i++)
            {
                if (ReferenceEquals(inputs[i], held[i])) continue;
                if (inputs[i].DType != held[i].DType || inputs[i].Shape != held[i].Shape) return false;
            }

            return true;
        }

        public IReadOnlyList<Tensor> Replay(ReadOnlySpan<Tensor> inputs)
        {
            for (int i = 0; i < inputs.Length; i++)
            {
                Tensor input = inputs[i];
                bool isHeld = ReferenceEquals(input, held[i]) && versions[i] == input.Storage.Version && !input.Storage.IsShared;
                if (isHeld) continue;
                input.CopyTo(Step.Recorded.Inputs[i]);
                (held[i], versions[i]) = (input, input.Storage.Version);
            }

            Step.Recorded.Replay();
            return Step.Recorded.Results;
        }
    }
}
