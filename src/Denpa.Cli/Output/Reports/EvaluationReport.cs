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
        string values = string.Join(", ", evaluation.Metrics.Select(metric => MetricForm.Of(metric.Key).Write(metric.Value)));
        page.Field(label, $"{values} on {Quantity.Of(evaluation.Rows, "row")}");
        if (evaluation.Confusion is not { } confusion) return;
        if (confusion.Classes <= MostClassesOfPage) WriteConfusion(page, evaluation.Classes, confusion);
        else WriteWorst(page, evaluation.Classes, confusion);
    }

    public static void Write(Utf8JsonWriter json, string name, TableEvaluation evaluation)
    {
        json.WriteStartObject(name);
        json.WriteNumber("rows", evaluation.Rows);
        foreach ((Metric metric, double value) in evaluation.Metrics) json.Number(MetricForm.Of(metric).Member, value);
        if (evaluation.Confusion is { } confusion)
        {
            json.Strings("classes", evaluation.Classes);
            if (confusion.Classes <= MostClassesOfDocument) WriteMatrix(json, confusion);
            else WriteCells(json, confusion);
        }

        json.WriteEndObject();
    }

    private static void WriteMatrix(Utf8JsonWriter json, ConfusionMatrix confusion)
    {
        json.WriteStartArray("confusion");
        for (int actual = 0; actual < confusion.Classes; actual++)
        {
            json.WriteStartArray();
            for (int predicted = 0; predicted < confusion.Classes; predicted++)
                json.WriteNumberValue(confusion[actual, predicted]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteCells(Utf8JsonWriter json, ConfusionMatrix confusion)
    {
        json.WriteStartArray("confusionCells");
        foreach ((int actual, int predicted, long rows) in confusion.Cells)
        {
            json.WriteStartObject();
            json.WriteNumber("actual", actual);
            json.WriteNumber("predicted", predicted);
            json.WriteNumber("rows", rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWorst(Page page, IReadOnlyList<string> classes, ConfusionMatrix confusion)
    {
        IReadOnlyList<Confusion> worst = confusion.WorstConfusions(WorstConfusions + 1);
        if (worst.Count == 0) return;
        page.Field("", worst.Count > WorstConfusions ? "the confusions with the most rows:" : "confusions:");
        page.Columns([["true class", "taken for", "rows"], .. worst.Take(WorstConfusions).Select(Row)], false, false, true);

        string[] Row(Confusion cell) =>
            [classes[cell.Actual], classes[cell.Predicted], Quantity.Of(cell.Count)];
    }

    private static void WriteConfusion(Page page, IReadOnlyList<string> classes, ConfusionMatrix confusion)
    {
        string[] recalls = Recalls(confusion);
        List<string[]> rows = [["", .. classes, "recall"]];
        for (int actual = 0; actual < classes.Count; actual++)
        {
            IEnumerable<string> counts = Enumerable.Range(0, classes.Count)
                .Select(predicted => Quantity.Of(confusion[actual, predicted]));
            rows.Add([classes[actual], .. counts, recalls[actual]]);
        }

        bool[] right = [false, .. Enumerable.Repeat(true, classes.Count + 1)];
        if (!page.Fits(rows, right))
        {
            WriteRecalls(page, classes, confusion);
            return;
        }

        page.Field("", "rows: the true class, columns: the predicted one");
        page.Columns(rows, right);
    }

    /// <summary>What of the confusion matrix has room on a narrow terminal: each class with what it is most often taken for.</summary>
    private static void WriteRecalls(Page page, IReadOnlyList<string> classes, ConfusionMatrix confusion)
    {
        string[] recalls = Recalls(confusion);
        page.Field("", "recall of each class:");
        IEnumerable<string[]> rows = Enumerable.Range(0, classes.Count)
            .Select(actual => (string[])[classes[actual], recalls[actual], Mistake(classes, confusion, actual)]);
        page.Columns([.. rows], false, true);
    }

    /// <summary>The recall of each class; a class of no rows has none.</summary>
    private static string[] Recalls(ConfusionMatrix confusion) =>
        [.. Recall.PerClass(confusion).Select((recall, label) => confusion.Actual(label) == 0 ? "no rows" : MetricForm.Share(recall))];

    private static string Mistake(IReadOnlyList<string> classes, ConfusionMatrix confusion, int actual)
    {
        IEnumerable<int> others = Enumerable.Range(0, classes.Count).Where(predicted => predicted != actual);
        int taken = others.MaxBy(predicted => confusion[actual, predicted]);
        long count = confusion[actual, taken];
        return count == 0 ? "" : $"{Quantity.Of(count)} taken for {NameList.Name(classes[taken])}";
    }
}
