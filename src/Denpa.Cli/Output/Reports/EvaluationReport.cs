using System.Globalization;
using System.Text.Json;
using Denpa.Tables;

namespace Denpa.Cli.Output;

/// <summary>How good predictions are, for people and for programs.</summary>
internal static class EvaluationReport
{
    // Of a larger confusion matrix a page has the worst confusions, and the JSON document the cells that are not 0.
    private const int MostClassesOfPage = 12;
    private const int MostClassesOfDocument = 100;
    private const int WorstConfusions = 10;

    public static void Write(Page page, string label, TableEvaluation evaluation)
    {
        string rows = Quantity.Of(evaluation.Rows, "row");
        if (evaluation.Regression is { } regression)
        {
            string errors = Format($"RMSE {regression.RootMeanSquaredError:G4}, MAE {regression.MeanAbsoluteError:G4}");
            page.Field(label, Format($"{errors}, R² {regression.RSquared:F4} on {rows}"));
            return;
        }

        ClassificationMetrics metrics = evaluation.Classification!;
        string scores = Format($"accuracy {metrics.Accuracy:P2}, macro F1 {metrics.MacroF1:F4}, log loss {metrics.LogLoss:F4}");
        page.Field(label, $"{scores} on {rows}");
        if (metrics.Classes.Count <= MostClassesOfPage) WriteConfusion(page, metrics);
        else WriteWorst(page, metrics);
    }

    public static void Write(Utf8JsonWriter json, string name, TableEvaluation evaluation)
    {
        json.WriteStartObject(name);
        json.WriteNumber("rows", evaluation.Rows);
        if (evaluation.Regression is { } regression)
        {
            json.Number("rmse", regression.RootMeanSquaredError);
            json.Number("mae", regression.MeanAbsoluteError);
            json.Number("r2", regression.RSquared);
        }
        else
        {
            WriteClassification(json, evaluation.Classification!);
        }

        json.WriteEndObject();
    }

    private static void WriteClassification(Utf8JsonWriter json, ClassificationMetrics metrics)
    {
        json.Number("accuracy", metrics.Accuracy);
        json.Number("macroF1", metrics.MacroF1);
        json.Number("logLoss", metrics.LogLoss);
        json.Strings("classes", metrics.Classes);
        if (metrics.Classes.Count <= MostClassesOfDocument) WriteMatrix(json, metrics);
        else WriteCells(json, metrics);
    }

    private static void WriteMatrix(Utf8JsonWriter json, ClassificationMetrics metrics)
    {
        json.WriteStartArray("confusion");
        for (int actual = 0; actual < metrics.Classes.Count; actual++)
        {
            json.WriteStartArray();
            for (int predicted = 0; predicted < metrics.Classes.Count; predicted++)
                json.WriteNumberValue(metrics.Confusion[actual, predicted]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteCells(Utf8JsonWriter json, ClassificationMetrics metrics)
    {
        json.WriteStartArray("confusionCells");
        foreach ((int actual, int predicted, long rows) in metrics.Confusion.Cells)
        {
            json.WriteStartObject();
            json.WriteNumber("actual", actual);
            json.WriteNumber("predicted", predicted);
            json.WriteNumber("rows", rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWorst(Page page, ClassificationMetrics metrics)
    {
        IReadOnlyList<Confusion> worst = metrics.Confusion.WorstConfusions(WorstConfusions + 1);
        if (worst.Count == 0) return;
        page.Field("", worst.Count > WorstConfusions ? "the confusions with the most rows:" : "confusions:");
        page.Columns([["true class", "taken for", "rows"], .. worst.Take(WorstConfusions).Select(Row)], false, false, true);

        string[] Row(Confusion cell) =>
            [metrics.Classes[cell.Actual], metrics.Classes[cell.Predicted], Quantity.Of(cell.Count)];
    }

    private static void WriteConfusion(Page page, ClassificationMetrics metrics)
    {
        List<string[]> rows = [["", .. metrics.Classes, "recall"]];
        for (int actual = 0; actual < metrics.Classes.Count; actual++)
        {
            IEnumerable<string> counts = Enumerable.Range(0, metrics.Classes.Count)
                .Select(predicted => Quantity.Of(metrics.Confusion[actual, predicted]));
            rows.Add([metrics.Classes[actual], .. counts, Recall(metrics, actual)]);
        }

        bool[] right = [false, .. Enumerable.Repeat(true, metrics.Classes.Count + 1)];
        if (!page.Fits(rows, right))
        {
            WriteRecalls(page, metrics);
            return;
        }

        page.Field("", "rows: the true class, columns: the predicted one");
        page.Columns(rows, right);
    }

    /// <summary>What of the confusion matrix has room on a narrow terminal: each class with what it is most often taken for.</summary>
    private static void WriteRecalls(Page page, ClassificationMetrics metrics)
    {
        page.Field("", "recall of each class:");
        IEnumerable<string[]> rows = Enumerable.Range(0, metrics.Classes.Count)
            .Select(actual => (string[])[metrics.Classes[actual], Recall(metrics, actual), Mistake(metrics, actual)]);
        page.Columns([.. rows], false, true);
    }

    private static string Recall(ClassificationMetrics metrics, int actual) =>
        metrics.Recall(actual) is var recall && double.IsNaN(recall) ? "no rows" : Format($"{recall:P1}");

    private static string Mistake(ClassificationMetrics metrics, int actual)
    {
        int[] others = [.. Enumerable.Range(0, metrics.Classes.Count).Where(predicted => predicted != actual)];
        int taken = others.MaxBy(predicted => metrics.Confusion[actual, predicted]);
        long count = metrics.Confusion[actual, taken];
        return count == 0 ? "" : $"{Quantity.Of(count)} taken for {NameList.Name(metrics.Classes[taken])}";
    }

    private static string Format(FormattableString text) => text.ToString(Culture);

    private static readonly CultureInfo Culture = PercentAfterSpace();

    private static CultureInfo PercentAfterSpace()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.PercentPositivePattern = 0;
        return culture;
    }
}
