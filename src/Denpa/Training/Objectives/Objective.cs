namespace Denpa;

/// <summary>
/// What a training makes small: a number computed from a batch by modules. Supervised learning, a layer with a loss, is the usual one;
/// others take several inputs, add several losses, or put a price on weights.
/// </summary>
public abstract class Objective
{
    /// <summary>An objective with these modules.</summary>
    /// <param name="model">The module whose parameters and state the training is about.</param>
    protected Objective(Module model) => Model = model;

    /// <summary>The module whose parameters and state the training is about.</summary>
    public Module Model { get; }

    /// <summary>What messages and checkpoints call it.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>
    /// Whether <see cref="Loss"/> depends on tensors alone, as <see cref="Module.ComputesFromTensorsAlone"/> says it: then a training may
    /// replay a recorded step. An objective speaks for itself, not for its modules.
    /// </summary>
    public virtual bool ComputesFromTensorsAlone => false;

    /// <summary>How the losses of rows make one number: a mean's value counts for as many rows as the batch has.</summary>
    public virtual LossReduction Reduction => LossReduction.Mean;

    /// <summary>The loss of a batch: a scalar, from which gradients are taken.</summary>
    /// <param name="batch">The dataset's tensors, samples along axis 0.</param>
    public abstract Tensor Loss(IReadOnlyList<Tensor> batch);

    /// <summary>
    /// Measures the objective on a dataset, with the model in its mode for use, in which it is left: by default the loss over all
    /// batches, which knows no metrics.
    /// </summary>
    /// <exception cref="NotSupportedException">There are metrics to measure, and the objective does not say how.</exception>
    public virtual Evaluation Evaluate(Dataset data, IReadOnlyList<Metric> metrics, int batchSize = Predictor.DefaultBatchSize)
    {
        if (metrics.Count > 0)
            throw new NotSupportedException($"evaluate: {Name} does not say how metrics are measured; override Evaluate");
        Model.Evaluate();
        using GraphScope constant = Graph.WithoutGradients();
        double sum = 0;
        for (int start = 0; start < data.Count; start += batchSize)
        {
            int[] rows = [.. Enumerable.Range(start, Math.Min(batchSize, data.Count - start))];
            double value = Loss(data.Take(rows).Tensors).Item();
            sum += Reduction == LossReduction.Sum ? value : value * rows.Length;
        }

        return new Evaluation(Reduction == LossReduction.Sum ? sum : sum / data.Count, new Dictionary<string, double>());
    }

    /// <summary>How many losses a batch's number is the sum of.</summary>
    internal virtual int LossCount => 1;

    /// <summary>What rows of a dataset count for; null where each counts for one.</summary>
    internal virtual RowShares? SharesOf(Dataset data) => null;
}
