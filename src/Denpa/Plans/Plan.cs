namespace Denpa;

/// <summary>
/// A step of computation, such as a training step, recorded once for each shape of its inputs and then replayed: the same ops in
/// the same order into the same buffers, with no graph to build and nothing to allocate, to the same bits.
/// </summary>
/// <remarks>
/// What the step does besides applying ops happens only while it is recorded. It may set learning rates and draw from generators
/// through ops; it may not look at elements. One run at a time: a plan has one set of buffers.
/// </remarks>
public sealed class Plan
{
    private const string Refusal =
        "plan: the step looks at the elements of a tensor (Item, ToArray, AsSpan, an index), which a replay could not; " +
        "look at what the step returns, or run it without a plan";

    private readonly Func<IReadOnlyList<Tensor>, Tensor> step;
    private readonly List<RecordedStep> recorded = [];

    private Plan(Func<IReadOnlyList<Tensor>, Tensor> step) => this.step = step;

    /// <summary>A plan of a step; nothing runs yet.</summary>
    /// <param name="step">The step, from its inputs to one result, such as the loss.</param>
    public static Plan Compile(Func<IReadOnlyList<Tensor>, Tensor> step) => new(step);

    /// <summary>Runs the step once: recorded the first time that inputs have these shapes and element types, replayed ever after.</summary>
    /// <returns>A copy of the step's result.</returns>
    /// <exception cref="HostReadException">The step looks at elements while it is recorded.</exception>
    /// <exception cref="DenpaException">An op of the step does not take its inputs.</exception>
    public Tensor Run(params ReadOnlySpan<Tensor> inputs) => RunInPlace(inputs).Copy();

    /// <summary>Runs the step once and gives its result in the plan's own buffer, which the next run overwrites.</summary>
    internal Tensor RunInPlace(params ReadOnlySpan<Tensor> inputs)
    {
        foreach (RecordedStep candidate in recorded)
        {
            if (candidate.Takes(inputs)) return candidate.Replay(inputs);
        }

        using HostReads.Refused refused = HostReads.Refuse(Refusal);
        RecordedStep made = RecordedStep.Record(step, inputs);
        recorded.Add(made);
        return made.Result;
    }
}
