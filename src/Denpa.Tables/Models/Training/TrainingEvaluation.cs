namespace Denpa.Tables;

/// <summary>A trained model held against the rows of its training.</summary>
/// <param name="prepared">What the training began with.</param>
/// <param name="model">The model.</param>
public sealed class TrainingEvaluation(PreparedTraining prepared, TableModel model)
{
    private const int MostExamined = 1000;

    /// <summary>The number of training rows that <see cref="Examine"/> looks at: all, or the first thousand.</summary>
    public int ExaminedRows => Math.Min(MostExamined, prepared.TrainingRows);

    /// <summary>Holds the model against the test rows; null when there are none.</summary>
    public TableEvaluation? Test() => Evaluate(prepared.Data.Test);

    /// <summary>
    /// Holds the model against the validation rows, of several networks each against the rows that it has left out; null when there are
    /// none.
    /// </summary>
    public TableEvaluation? Validate() =>
        model.Network.Layers is [Ensemble ensemble] ? ValidateFolds(ensemble) : Evaluate(prepared.Data.Validation);

    /// <summary>Holds the model against the rows that it has learnt from, which says nothing of others.</summary>
    public TableEvaluation? Train() => Evaluate(prepared.Data.Training);

    /// <summary>Says how numbers flow through the layers of the model, on training rows.</summary>
    public HealthReport Examine()
    {
        Dataset examined = prepared.Data.TrainingSet(MostExamined);
        return Health.Examine(model.Network, prepared.Loss, examined.Features, examined.Targets, examined.Weights);
    }

    private TableEvaluation ValidateFolds(Ensemble ensemble)
    {
        TableRows training = prepared.Data.Training;
        Tensor outputs = new EnsembleLearning(ensemble, prepared.Loss).HeldOutOutputs(prepared.Data.FoldedSet());
        return TableEvaluation.Of(model.Schema, [outputs], training.Table, training.Rows);
    }

    private TableEvaluation? Evaluate(TableRows held) => held.Rows.Length == 0 ? null : model.Evaluate(held.Table, held.Rows);
}
