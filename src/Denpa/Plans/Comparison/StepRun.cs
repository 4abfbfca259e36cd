namespace Denpa;

/// <summary>A step that ran under a recording, in which nothing could be decided from elements, with what takes it back.</summary>
/// <param name="Inputs">The tensors that it was given.</param>
/// <param name="Invocations">What ran.</param>
/// <param name="Results">What it returned.</param>
/// <param name="Undo">All that the step changed, as it was before.</param>
internal sealed record StepRun(
    IReadOnlyList<Tensor> Inputs, IReadOnlyList<Invocation> Invocations, IReadOnlyList<Tensor> Results, Undo Undo)
{
    /// <summary>The only result, or the first.</summary>
    public Tensor Result => Results[0];

    /// <summary>Runs a step on copies of its inputs, so that each has a storage of its own.</summary>
    /// <exception cref="HostReadException">The step looks at elements or draws by itself; what it had changed is put back.</exception>
    public static StepRun Of(Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> step, ReadOnlySpan<Tensor> inputs)
    {
        Tensor[] copies = new Tensor[inputs.Length];
        for (int i = 0; i < copies.Length; i++) copies[i] = inputs[i].Copy();
        Undo undo = new();
        Recording recording = new() { Undo = undo };
        try
        {
            using IDisposable refused = HostReads.Refuse();
            using GraphScope recorded = Graph.Record(recording);
            IReadOnlyList<Tensor> results = step(copies);
            return new StepRun(copies, recording.Invocations, results, undo);
        }
        catch (HostReadException)
        {
            undo.Restore();
            throw;
        }
    }
}
