using System.Globalization;
using System.Numerics.Tensors;

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

        IReadOnlyList<Invocation> invocations = Rerun(model, loss, batch).Invocations;
        return invocations.FirstOrDefault(IsFirst) is { } invocation ? DescribeFirst(invocation) : DescribeLargest(invocations);
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

    private static DivergenceException.Origin DescribeFirst(Invocation invocation)
    {
        string name = invocation.Op.Name;
        string phase = invocation.IsDerivative ? "in back propagation" : "in forward propagation";
        string place = invocation.Layer is null ? " of the loss" : "";
        return new DivergenceException.Origin(
            $"the first op whose output is not finite is {name}, {phase}{place}", name, invocation.Layer, invocation.IsDerivative);
    }

    /// <summary>Where the numbers have grown most while all are still finite: in a layer, for a loss is large because its inputs are.</summary>
    private static DivergenceException.Origin DescribeLargest(IReadOnlyList<Invocation> invocations)
    {
        Invocation[] inLayers = [.. invocations.Where(invocation => invocation is { Layer: not null, IsDerivative: false })];
        Invocation largest = (inLayers.Length > 0 ? inLayers : invocations).MaxBy(invocation => Magnitude(invocation.Output))!;
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"every number is still finite, and the largest outputs are those of {largest.Op.Name}, up to {Magnitude(largest.Output):G3}");
        return new DivergenceException.Origin(text, largest.Op.Name, largest.Layer, largest.IsDerivative);
    }

    private static double Magnitude(Tensor tensor) => tensor switch
    {
        { Length: 0 } => 0,
        { DType: DType.Float32 } => Math.Abs(TensorPrimitives.MaxMagnitude(tensor.AsSpan<float>())),
        { DType: DType.Float64 } => Math.Abs(TensorPrimitives.MaxMagnitude(tensor.AsSpan<double>())),
        _ => 0,
    };
}
