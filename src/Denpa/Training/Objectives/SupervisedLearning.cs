namespace Denpa;

/// <summary>A layer whose predictions of features a loss holds against targets, with weights where the dataset has some.</summary>
public sealed class SupervisedLearning : Objective
{
    private readonly Layer model;
    private readonly Loss loss;

    /// <summary>Supervised learning of a layer.</summary>
    /// <param name="model">The layer.</param>
    /// <param name="loss">What to make small; it reduces to one number.</param>
    /// <exception cref="ArgumentException">The loss does not reduce.</exception>
    public SupervisedLearning(Layer model, Loss loss)
        : base(model)
    {
        if (loss.Reduction == LossReduction.None)
        {
            throw new ArgumentException($"trainer: {loss.Name} does not reduce to one number; give it a mean or a sum", nameof(loss));
        }

        (this.model, this.loss) = (model, loss);
    }

    /// <inheritdoc/>
    public override string Name => loss.Name;

    /// <inheritdoc/>
    public override bool ComputesFromTensorsAlone => loss.ComputesFromTensorsAlone;

    /// <inheritdoc/>
    public override LossReduction Reduction => loss.Reduction;

    /// <summary>The loss.</summary>
    internal Loss RowLoss => loss;

    /// <inheritdoc/>
    public override Tensor Loss(IReadOnlyList<Tensor> batch) =>
        loss.Forward(model.Forward(batch[0]), batch[1], batch.Count > 2 ? batch[2] : null);

    /// <inheritdoc/>
    public override Evaluation Evaluate(Dataset data, IReadOnlyList<Metric> metrics, int batchSize = Predictor.DefaultBatchSize) =>
        Evaluation.Of(model, loss, data, metrics, batchSize);

    /// <inheritdoc/>
    internal override RowShares SharesOf(Dataset data) => new(data, loss);
}
