namespace Denpa.Tables;

/// <summary>What a trained network answers to the rows that it has not learned from, those to test on apart.</summary>
/// <param name="Rows">The validation rows; of several networks all rows to learn from.</param>
/// <param name="Outputs">The outputs, [rows, outputs]; of several networks each by the one that has left the row out.</param>
internal sealed record HeldOut(TableRows Rows, Tensor Outputs)
{
    /// <summary>The answers of a network that was made ready and trained; null where no rows were held out.</summary>
    public static HeldOut? Of(PreparedTraining prepared)
    {
        if (prepared.Network.Layers is [Ensemble ensemble])
        {
            Tensor outputs = new EnsembleLearning(ensemble, prepared.Loss).HeldOutOutputs(prepared.Data.FoldedSet());
            return new HeldOut(prepared.Data.Training, outputs);
        }

        return prepared.Data.ValidationSet() is { } validation
            ? new HeldOut(prepared.Data.Validation, new Predictor(prepared.Network).Predict(validation.Features))
            : null;
    }
}
