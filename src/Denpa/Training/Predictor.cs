using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>
/// A trained model in use: no dropout, no derivatives, large inputs in batches. Any number of threads may predict at once, as long
/// as nobody trains the model meanwhile.
/// </summary>
public sealed class Predictor
{
    /// <summary>The most rows that go through a model at once when nothing else is said.</summary>
    public const int DefaultBatchSize = 1024;

    private readonly int batchSize;
    private readonly RecordedForward forward;

    /// <summary>Puts a model into use.</summary>
    /// <param name="model">The model, which is put into its mode for use.</param>
    /// <param name="batchSize">The most rows that go through the model at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is below 1.</exception>
    public Predictor(Layer model, int batchSize = DefaultBatchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        this.batchSize = batchSize;
        forward = new RecordedForward(model);
        model.Evaluate();
    }

    /// <summary>The model's outputs: for classes these are logits.</summary>
    /// <param name="features">Features, [n, …] with n from 1 up.</param>
    /// <returns>Outputs, [n, …].</returns>
    /// <exception cref="DenpaException">The features do not fit the model.</exception>
    public Tensor Predict(Tensor features)
    {
        if (features.Rank == 0 || features.Shape[0] == 0) throw new ShapeException($"predict: the features {features.Shape} have no rows");
        int count = features.Shape[0];
        if (count <= batchSize) return forward.Run(features);
        if (Scope.Current.Recording is not null) return RunRecorded(features);
        Tensor first = forward.Run(features.Rows(..batchSize));
        RequireRows(batchSize, first, first);
        Tensor all = Tensor.Allocate(first.Spec with { Shape = first.Shape.With(0, count) });
        first.CopyTo(all.Rows(..batchSize));
        for (int start = batchSize; start < count; start += batchSize)
        {
            Range rows = start..Math.Min(start + batchSize, count);
            forward.Read(features.Rows(rows), output =>
            {
                RequireRows(rows.End.Value - rows.Start.Value, output, first);
                output.CopyTo(all.Rows(rows));
            });
        }

        return all;
    }

    /// <summary>
    /// The class of each row, int64 [n]: the column of the highest output, the first of equals; of a single output, taken as a
    /// logit x, that of the scores 0 and x, class 1 where it is above 0. As in <c>ArgMax</c>, NaN is the highest; no class of a row that
    /// holds one is to be trusted, and metrics count such a row as a miss.
    /// </summary>
    /// <param name="features">Features, [n, …] with n from 1 up.</param>
    /// <exception cref="DenpaException">The features do not fit the model, or its outputs are no scores of classes.</exception>
    public Tensor PredictClasses(Tensor features) => Tensor.From<long>(ClassIndices.OfOutputs(Predict(features)));

    /// <summary>By ops alone, so that a recording has all of it.</summary>
    private Tensor RunRecorded(Tensor features)
    {
        List<Tensor> parts = [];
        for (int start = 0; start < features.Shape[0]; start += batchSize)
        {
            int end = Math.Min(start + batchSize, features.Shape[0]);
            parts.Add(forward.Run(features.Rows(start..end)));
            RequireRows(end - start, parts[^1], parts[0]);
        }

        return Tensor.Concatenate([.. parts]);
    }

    /// <summary>Requires a row of each row, such as those that the first batch made.</summary>
    private static void RequireRows(int rows, Tensor outputs, Tensor first)
    {
        if (outputs.Rank == 0 || outputs.Shape[0] != rows) ThrowRows(rows, outputs);
        if (outputs.Spec != first.Spec with { Shape = first.Shape.With(0, rows) }) ThrowOther(rows, outputs, first);
    }

    [DoesNotReturn]
    private static void ThrowRows(int rows, Tensor outputs) => throw new ShapeException(
        $"predict: of {rows} rows the model makes {outputs.Shape}; " +
        "it must make a row of each, or take all rows at once by a larger batch size");

    [DoesNotReturn]
    private static void ThrowOther(int rows, Tensor outputs, Tensor first) => throw new ShapeException(
        $"predict: of {rows} rows the model makes {outputs.Spec}, of the {first.Shape[0]} of the first batch {first.Spec}; " +
        "its rows must be alike whatever the batch, or take all rows at once by a larger batch size");
}
