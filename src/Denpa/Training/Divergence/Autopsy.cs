using System.Globalization;
using System.Numerics.Tensors;

namespace Denpa;

/// <summary>Finds out where numbers stopped being finite, by running a step again under a recording.</summary>
internal static class Autopsy
{
    /// <summary>The origin of the first number that is not finite in this batch's forward or backward run.</summary>
    /// <param name="objective">
    /// What is made small, its model with the parameters, and generators in the state, that the step began with.
    /// </param>
    /// <param name="batch">The step's batch.</param>
    /// <param name="isUntouched">Whether the parameters are those that training began from.</param>
    public static Origin Find(Objective objective, Batch batch, bool isUntouched)
    {
        if (InBatch(objective, batch) is { } data) return data;
        foreach (Parameter parameter in objective.Model.Parameters)
        {
            if (FiniteCheck.IsFinite(parameter.Value)) continue;
            return isUntouched
                ? new Origin($"parameter \"{parameter.Name}\" was not finite before training began") { Cure = "begin with other weights" }
                : new Origin($"the update before left parameter \"{parameter.Name}\" not finite");
        }

        IReadOnlyList<Invocation> invocations = Rerun(objective, batch).Invocations;
        Origin origin = invocations.FirstOrDefault(IsFirst) is { } invocation ? DescribeFirst(invocation) : DescribeLargest(invocations);
        return isUntouched ? origin with { Largest = Largest(objective, batch) } : origin;
    }

    /// <summary>What is wrong with the batch itself, or null.</summary>
    private static Origin? InBatch(Objective objective, Batch batch)
    {
        foreach ((string name, Tensor tensor) in Named(objective, batch))
        {
            if (FiniteCheck.FirstStray(tensor) is not { } stray) continue;
            string place = Place(tensor, batch.Rows.Span, stray);
            string text = string.Create(
                CultureInfo.InvariantCulture, $"the {name} hold {tensor.ElementAt(stray)} in {place}, counted from 0");
            return new Origin(text) { Cure = "correct the number, or leave the row out" };
        }

        bool cancels = objective is SupervisedLearning
            && batch.Weights is { } weights
            && Enumerable.Range(0, weights.Length).Sum(weights.ElementAt) == 0;
        return cancels
            ? new Origin("the weights of this batch add up to 0, by which the mean loss divides") { Cure = "give weights above 0" }
            : null;
    }

    /// <summary>Where in the dataset an element of a batch stands: its row, and its column or its index in the row.</summary>
    private static string Place(Tensor tensor, ReadOnlySpan<int> rows, int position)
    {
        int width = tensor.Length / tensor.Shape[0];
        string row = $"row {rows[position / width]}";
        int rest = position % width;
        if (tensor.Rank == 1) return row;
        if (tensor.Rank == 2) return $"{row}, column {rest}";
        int[] index = new int[tensor.Rank - 1];
        for (int axis = tensor.Rank - 1; axis > 0; axis--)
        {
            index[axis - 1] = rest % tensor.Shape[axis];
            rest /= tensor.Shape[axis];
        }

        return $"{row} at [{string.Join(", ", index)}]";
    }

    /// <summary>A batch's tensors by what they are called.</summary>
    private static IEnumerable<(string Name, Tensor Tensor)> Named(Objective objective, Batch batch)
    {
        string[] names = ["features", "targets", "weights"];
        return batch.Tensors.Select((tensor, i) => (objective is SupervisedLearning ? names[i] : $"numbers of tensor {i}", tensor));
    }

    private static string Largest(Objective objective, Batch batch)
    {
        (string Name, double Magnitude)[] all =
        [
            .. objective.Model.Parameters.Select(parameter => ($"parameter \"{parameter.Name}\"", Magnitude(parameter.Value))),
            .. Named(objective, batch).Take(2).Select(entry => ($"the {entry.Name}", Magnitude(entry.Tensor))),
        ];
        (string name, double magnitude) = all.MaxBy(entry => entry.Magnitude);
        return string.Create(CultureInfo.InvariantCulture, $"{magnitude:G3} in {name}");
    }

    private static Recording Rerun(Objective objective, Batch batch)
    {
        Recording recording = new();
        using GraphScope recorded = Graph.Record(recording);
        objective.Loss(batch.Tensors).Backward();
        return recording;
    }

    private static bool IsFirst(Invocation invocation) =>
        !FiniteCheck.IsFinite(invocation.Output) && invocation.Inputs.All(FiniteCheck.IsFinite);

    private static Origin DescribeFirst(Invocation invocation)
    {
        string name = invocation.Op.Name;
        string phase = invocation.IsDerivative ? "in back propagation" : "in forward propagation";
        string place = invocation.Layer is null ? " of the loss" : "";
        return new Origin(
            $"the first op whose output is not finite is {name}, {phase}{place}", name, invocation.Layer, invocation.IsDerivative);
    }

    /// <summary>
    /// Where the numbers have grown most while all are still finite: in a layer, for a loss is large because its inputs are.
    /// </summary>
    private static Origin DescribeLargest(IReadOnlyList<Invocation> invocations)
    {
        Invocation[] inLayers = [.. invocations.Where(invocation => invocation is { Layer: not null, IsDerivative: false })];
        Invocation largest = (inLayers.Length > 0 ? inLayers : invocations).MaxBy(invocation => Magnitude(invocation.Output))!;
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"every number is still finite, and the largest outputs are those of {largest.Op.Name}, up to {Magnitude(largest.Output):G3}");
        return new Origin(text, largest.Op.Name, largest.Layer, largest.IsDerivative);
    }

    private static double Magnitude(Tensor tensor) => tensor switch
    {
        { Length: 0 } => 0,
        { DType: DType.Float32 } => Math.Abs(TensorPrimitives.MaxMagnitude(tensor.AsSpan<float>())),
        { DType: DType.Float64 } => Math.Abs(TensorPrimitives.MaxMagnitude(tensor.AsSpan<double>())),
        _ => 0,
    };
}
