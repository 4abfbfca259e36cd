namespace Denpa;

/// <summary>How good a model is on a dataset.</summary>
/// <param name="Loss">The loss over all rows.</param>
/// <param name="Metrics">The metrics by name.</param>
public sealed record Evaluation(double Loss, IReadOnlyDictionary<string, double> Metrics)
{
    /// <summary>Measures a model in its mode for use, which it is left in.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">A loss that reduces to one number.</param>
    /// <param name="data">The rows to measure on.</param>
    /// <param name="metrics">The metrics to measure.</param>
    /// <param name="batchSize">The most rows that go through the model at once.</param>
    public static Evaluation Of(
        Layer model, Loss loss, Dataset data, IReadOnlyList<Metric> metrics, int batchSize = Predictor.DefaultBatchSize)
    {
        Tensor outputs = Predict(new Predictor(model, batchSize), data);
        using GraphScope constant = Graph.WithoutGradients();
        double value = loss.Forward(outputs, data.Targets, data.Weights).Item();
        OrderedDictionary<string, double> measured = [];
        foreach (Metric metric in metrics) measured.Add(metric.Name, metric.Measure(outputs, data.Targets));
        return new Evaluation(value, measured);
    }

    /// <summary>The outputs for all rows; features that are not in memory are fetched in parts.</summary>
    private static Tensor Predict(Predictor predictor, Dataset data)
    {
        Tensor[] parts = [.. data.InParts(0).Select(predictor.Predict)];
        return parts.Length == 1 ? parts[0] : Tensor.Concatenate(parts);
    }
}
