namespace Denpa;

/// <summary>Finds out where numbers stopped being finite, by running a step again under a recording.</summary>
internal static class Autopsy
{
    /// <summary>The origin of the first number that is not finite in this batch's forward or backward run.</summary>
    /// <param name="model">The model with the parameters, and its generators in the state, that the step began with.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="batch">The step's batch.</param>
    public static DivergenceException.Origin Find(Module model, Loss loss, Batch batch)
    {
        foreach ((string name, Tensor? tensor) in (ReadOnlySpan<(string, Tensor?)>)
            [("features", batch.Features), ("targets", batch.Targets), ("weights", batch.Weights)])
        {
            if (tensor is null || FiniteCheck.IsFinite(tensor)) continue;
            return new DivergenceException.Origin($"the {name} of this batch hold a number that is not finite");
        }

        foreach (Parameter parameter in model.Parameters)
        {
            if (FiniteCheck.IsFinite(parameter.Value)) continue;
            return new DivergenceException.Origin($"the update before left parameter \"{parameter.Name}\" not finite");
        }

        return Rerun(model, loss, batch).Invocations.FirstOrDefault(IsFirst) is { } invocation
            ? Describe(invocation)
            : new DivergenceException.Origin("no op's output has ceased to be finite yet");
    }

    private static Recording Rerun(Module model, Loss loss, Batch batch)
    {
        Recording recording = new();
        using GraphScope recorded = Graph.Record(recording);
        loss.Forward(model.Forward(batch.Features), batch.Targets, batch.Weights).Backward();
        return recording;
    }

    private static bool IsFirst(Invocation invocation) =>
        !FiniteCheck.IsFinite(invocation.Output) && invocation.Inputs.All(FiniteCheck.IsFinite);

    private static DivergenceException.Origin Describe(Invocation invocation)
    {
        string name = invocation.Op.Name;
        string phase = invocation.IsDerivative ? "in back propagation" : "in forward propagation";
        string place = invocation.Layer is null ? " of the loss" : "";
        return new DivergenceException.Origin(
            $"the first op whose output is not finite is {name}, {phase}{place}", name, invocation.Layer, invocation.IsDerivative);
    }
}
