namespace Denpa;

/// <summary>
/// Supervised learning of all members of an ensemble at once, each of which leaves a fold of the samples out: what a member has not
/// learned from measures it, so that every sample teaches and every sample is measured on (cross-validation; Breiman, "Stacked
/// regressions", 1996). The dataset's last tensor has the fold of each sample, int64 [n]: the member that leaves it out.
/// </summary>
/// <remarks>
/// The members share nothing but the order of the samples, so each learns as it would alone, to the bit: the losses are added up, and a
/// sample that a member leaves out has no weight in its own. Of a batch that it leaves out whole it learns nothing new.
/// </remarks>
public sealed class EnsembleLearning : Objective
{
    private readonly Ensemble ensemble;
    private readonly Loss loss;
    private (Dataset Data, Fold[] Folds)? held;

    /// <summary>Learning of an ensemble.</summary>
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="loss">What each member is to make small; it reduces to the mean.</param>
    /// <exception cref="ArgumentException">The loss reduces to no mean.</exception>
    public EnsembleLearning(Ensemble ensemble, Loss loss)
        : base(ensemble)
    {
        if (loss.Reduction != LossReduction.Mean)
            throw new ArgumentException($"trainer: {loss.Name} does not reduce to the mean, which an ensemble learns by", nameof(loss));
        (this.ensemble, this.loss) = (ensemble, loss);
    }

    /// <inheritdoc/>
    public override string Name => loss.Name;

    /// <inheritdoc/>
    public override bool ComputesFromTensorsAlone => loss.ComputesFromTensorsAlone;

    internal override int LossCount => ensemble.Members.Count;

    /// <summary>The sum of the members' losses of a batch: features, targets, weights where the dataset has some, folds.</summary>
    /// <param name="batch">The dataset's tensors.</param>
    public override Tensor Loss(IReadOnlyList<Tensor> batch)
    {
        (Tensor features, Tensor targets, Tensor fold) = (batch[0], batch[1], batch[^1]);
        Tensor? weights = batch.Count > 3 ? batch[2] : null;
        Tensor? sum = null;
        for (int i = 0; i < ensemble.Members.Count; i++)
        {
            Tensor taken = fold.NotEqualTo(i).To(features.DType);
            if (weights is not null) taken *= weights;

            // Of no weight at all there is no mean: then all samples have one, and the loss none.
            Tensor isNothing = taken.Sum().EqualTo(0).To(features.DType);
            Tensor each = loss.Forward(ensemble.Members[i].Forward(features), targets, taken + isNothing) * (1 - isNothing);
            sum = sum is null ? each : sum + each;
        }

        return sum!;
    }

    /// <summary>Measures each sample by the member that has left it out.</summary>
    /// <inheritdoc/>
    public override Evaluation Evaluate(Dataset data, IReadOnlyList<Metric> metrics, int batchSize = Predictor.DefaultBatchSize)
    {
        if (held is null || held.Value.Data != data) held = (data, FoldsOf(data, batchSize));
        ensemble.Evaluate();
        (Tensor outputs, Tensor targets, Tensor? weights) = (OutputsOf(held.Value.Folds), data.Targets, WeightsOf(data));
        using GraphScope constant = Graph.WithoutGradients();
        double value = loss.Forward(outputs, targets, weights).Item();
        return new Evaluation(value, metrics.ToDictionary(metric => metric.Name, metric => metric.Measure(outputs, targets)));
    }

    /// <summary>The outputs for each sample of the member that has left it out, in the order of the samples.</summary>
    /// <param name="data">The samples, with their folds.</param>
    /// <exception cref="ArgumentException">A sample's fold is none of the members.</exception>
    public Tensor HeldOutOutputs(Dataset data)
    {
        ensemble.Evaluate();
        return OutputsOf(FoldsOf(data, Predictor.DefaultBatchSize));
    }

    private static Tensor? WeightsOf(Dataset data) => data.Samples.Count > 3 ? data.Weights : null;

    private static Tensor OutputsOf(Fold[] folds)
    {
        Tensor[] parts = Array.ConvertAll(folds, fold => fold.Predictor.Predict(fold.Features));
        using GraphScope constant = Graph.WithoutGradients();
        long[] places = new long[folds.Sum(fold => fold.Rows.Length)];
        int place = 0;
        foreach (int row in folds.SelectMany(fold => fold.Rows)) places[row] = place++;
        return Tensor.Concatenate(parts).Gather(Tensor.From(places, [places.Length]));
    }

    private Fold[] FoldsOf(Dataset data, int batchSize)
    {
        long[] folds = data.TensorAt(data.Samples.Count - 1).ToArray<long>();
        int[] strays = [.. folds.Select((_, row) => row).Where(row => folds[row] < 0 || folds[row] >= ensemble.Members.Count)];
        if (strays.Length > 0)
        {
            string fold = $"ensemble: sample {strays[0]} is of fold {folds[strays[0]]}";
            throw new ArgumentException($"{fold}, and there are {ensemble.Members.Count} members", nameof(data));
        }

        return
        [
            .. folds.Index()
                .GroupBy(sample => (int)sample.Item, sample => sample.Index)
                .OrderBy(fold => fold.Key)
                .Select(fold => (Member: ensemble.Members[fold.Key], Rows: fold.ToArray()))
                .Select(fold => new Fold(fold.Rows, data.Subset(fold.Rows).Features, new Predictor(fold.Member, batchSize))),
        ];
    }

    /// <summary>The samples that a member leaves out.</summary>
    private sealed record Fold(int[] Rows, Tensor Features, Predictor Predictor);
}
