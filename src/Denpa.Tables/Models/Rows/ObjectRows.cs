using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Denpa.Tables;

/// <summary>Predictions of rows that are objects of a program.</summary>
public static class ObjectRows
{
    /// <summary>Predicts the target of one row, an object with a public property for each feature column.</summary>
    /// <param name="model">The model.</param>
    /// <param name="row">
    /// The object. Properties are found once for each type, by the column's name as in <c>JsonPropertyName</c> or as the property's, in
    /// which case and the marks between words do not count: <c>BillLengthMm</c> is bill_length_mm. Others are not looked at. Only a column
    /// with missing values in training may have none. Any dictionary of names and values is taken for what it holds.
    /// </param>
    /// <param name="report">Counts values that training never saw.</param>
    /// <exception cref="TableException">
    /// A column has no property, a value cannot be what its column was in training, or a number is so far off that the answer is not
    /// finite.
    /// </exception>
    public static RowPrediction Predict<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        this TableModel model, T row, EncodingReport? report = null)
        where T : notnull => row switch
        {
            IEnumerable<KeyValuePair<string, object?>> fields => model.Rows.Predict(fields, report),
            IDictionary entries => model.Rows.Predict(FieldsOf(entries), report),
            _ => model.Rows.Predict(row, report),
        };

    private static IEnumerable<KeyValuePair<string, object?>> FieldsOf(IDictionary entries) =>
        entries.Keys.Cast<object>().Select(key => KeyValuePair.Create($"{key}", entries[key]));
}
