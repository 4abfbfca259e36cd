namespace Denpa;

/// <summary>
/// A step of computation, such as a training step, recorded once for each shape of its inputs and then replayed: the same ops in
/// the same order into the same buffers, with no graph to build and nothing to allocate, to the same bits.
/// </summary>
/// <remarks>
/// What the step does besides applying ops happens only while it is recorded. It may set learning rates and draw from generators
/// through ops; it may not look at elements. One run at a time: a plan has one set of buffers. While a recording watches, another
/// plan's or a trace's, the step runs op by op and is a part of that.
/// </remarks>
public sealed class Plan
{
    private readonly Func<IReadOnlyList<Tensor>, Tensor> step;
    private readonly IReadOnlyList<Rewrite> rewrites;
    private readonly List<Variant> variants = [];

    private Plan(Func<IReadOnlyList<Tensor>, Tensor> step, IReadOnlyList<Rewrite> rewrites) =>
        (this.step, this.rewrites) = (step, rewrites);

    /// <summary>A plan of a step; nothing runs yet.</summary>
    /// <param name="step">The step, from its inputs to one result, such as the loss.</param>
    public static Plan Compile(Func<IReadOnlyList<Tensor>, Tensor> step) => new(step, Rewrite.All);

    /// <summary>A plan that changes its recordings by these rewrites alone.</summary>
    internal static Plan Compile(Func<IReadOnlyList<Tensor>, Tensor> step, IReadOnlyList<Rewrite> rewrites) => new(step, rewrites);

    /// <summary>Runs the step once: recorded the first time that inputs have these shapes and element types, replayed ever after.</summary>
    /// <returns>A copy of the step's result.</returns>
    /// <exception cref="HostReadException">The step looks at elements while it is recorded.</exception>
    /// <exception cref="DenpaException">An op of the step does not take its inputs.</exception>
    public Tensor Run(params ReadOnlySpan<Tensor> inputs) =>
        Scope.Current.Recording is null ? RunInPlace(inputs).Copy() : step(inputs.ToArray());

    /// <summary>Runs the step once and gives the only element of its result: a loss, say. A replay allocates nothing.</summary>
    /// <exception cref="ShapeException">The result has not exactly one element.</exception>
    /// <exception cref="HostReadException">The step looks at elements while it is recorded.</exception>
    /// <exception cref="DenpaException">An op of the step does not take its inputs.</exception>
    public double RunItem(params ReadOnlySpan<Tensor> inputs) =>
        (Scope.Current.Recording is null ? RunInPlace(inputs) : step(inputs.ToArray())).Item();

    private Tensor RunInPlace(ReadOnlySpan<Tensor> inputs)
    {
        foreach (Variant variant in variants)
        {
            if (variant.Takes(inputs)) return variant.Run(inputs);
        }

        RecordedStep recorded = RecordedStep.Record(step, inputs, rewrites);
        variants.Add(new Variant(recorded, inputs));
        return recorded.Result;
    }

    /// <summary>The step for inputs of certain shapes, and which tensors' elements it holds.</summary>
    private sealed class Variant
    {
        private readonly RecordedStep recorded;
        private readonly Tensor[] held;
        private readonly long[] versions;

        public Variant(RecordedStep recorded, ReadOnlySpan<Tensor> inputs)
        {
            (this.recorded, held) = (recorded, inputs.ToArray());
            versions = Array.ConvertAll(held, tensor => tensor.Storage.Version);
        }

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

        public Tensor Run(ReadOnlySpan<Tensor> inputs)
        {
            for (int i = 0; i < inputs.Length; i++)
            {
                Tensor input = inputs[i];
                bool isHeld = ReferenceEquals(input, held[i]) && versions[i] == input.Storage.Version && !input.Storage.IsShared;
                if (isHeld) continue;
                input.CopyTo(recorded.Inputs[i]);
                (held[i], versions[i]) = (input, input.Storage.Version);
            }

            return recorded.Replay();
        }
    }
}
