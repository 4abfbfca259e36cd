using Microsoft.Data.Analysis;
using Microsoft.ML;

namespace Denpa.Tables;

/// <summary>Predictions of the rows of ML.NET's data views and of data frames.</summary>
public static class DataViewRows
{
    /// <summary>Predicts the target of every row of a view, in the view's order.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">
    /// A view with the model's feature columns, in any order and of any types that their values can have; other columns are not asked
    /// for. Case and the marks between words do not count in names: <c>BillLengthMm</c> is bill_length_mm.
    /// </param>
    /// <param name="report">Counts values that training never saw.</param>
    /// <exception cref="TableException">
    /// A column is missing, a value cannot be what its column was in training, or a number is so far off that the answer is not finite.
    /// </exception>
    public static TablePredictions Predict(this TableModel model, IDataView rows, EncodingReport? report = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(rows);
        return new TablePredictions(model.Schema.Target, [.. new ViewPrediction(model, rows, report).Outputs(null)]);
    }

    /// <summary>Predicts the target of every row of a data frame, in the frame's order.</summary>
    /// <inheritdoc cref="Predict(TableModel, IDataView, EncodingReport)"/>
    public static TablePredictions Predict(this TableModel model, DataFrame rows, EncodingReport? report = null) =>
        model.Predict((IDataView)rows, report);

    /// <summary>Holds predictions of the rows of a view or a data frame that have a target against it. The others are left out.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">A view with the model's feature columns and its target.</param>
    /// <param name="report">Counts values that training never saw.</param>
    /// <exception cref="TableException">
    /// A column is missing, a value cannot be what its column was in training, a number is so far off that the answer is not finite,
    /// no row has a target, or not one has a class that training knew.
    /// </exception>
    public static TableEvaluation Evaluate(this TableModel model, IDataView rows, EncodingReport? report = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(rows);
        List<string> targets = [];
        Tensor[] outputs = [.. new ViewPrediction(model, rows, report).Outputs(targets)];
        TargetSchema target = model.Schema.Target;
        if (targets.Count == 0)
        {
            string problem = $"no row has a value of the target {Quoted.Text(target.Name)} — fill them in";
            throw new TableException(ViewColumns.Place, null, null, problem);
        }

        Table table = Table.From(targets, new TableColumns<string>().Text(target.Name, text => text), ViewColumns.Place);
        return TableEvaluation.Of(model.Schema, outputs, table, [.. Enumerable.Range(0, targets.Count)]);
    }
}
