using System.Text.Json;
using Denpa.Cli.Language;
using Denpa.Tables;

namespace Denpa.Cli.Output;

/// <summary>How good predictions are, for people and for programs.</summary>
internal static class EvaluationReport
{
    // Of a larger confusion matrix a page has the worst confusions, and the JSON document the cells that are not 0.
    private const int MostClassesOfPage = 12;
    private const int MostClassesOfDocument = 100;
    private const int WorstConfusions = 10;

    private static readonly bool[] ScoresRight = [false, true, true, true, true];

    /// <param name="page">Where to write.</param>
    /// <param name="label">The part of the rows.</param>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="isBrief">Whether the metrics alone are written.</param>
    public static void Write(Page page, string label, TableEvaluation evaluation, bool isBrief = false)
    {
        string values = MetricForm.Write(evaluation.Metrics);
        page.Field(label, Phrase.Of($"{values} on {Quantity.Of(evaluation.Rows, "row")}"));
        if (isBrief) return;
        if (evaluation.Baseline is { } baseline) page.Field("", Describe(baseline));
        if (evaluation.Confusion is not { } confusion) return;
        if (confusion.Classes <= MostClassesOfPage) WriteConfusion(page, evaluation.Classes, confusion);
        else WriteWorst(page, evaluation.Classes, confusion);
    }

    /// <summary>Why the numbers may not mean what they seem to.</summary>
    public static void WriteWarnings(Page page, TableEvaluation evaluation)
    {
        foreach (string warning in evaluation.Warnings) page.Warning(warning);
    }

    private static string Describe(TableBaseline baseline)
    {
        string values = MetricForm.Write(baseline.Metrics);
        return baseline.Class is { } commonest
            ? Phrase.Of($"always {Quoted.Text(commonest)}, the commonest class of training: {values}")
            : Phrase.Of($"always {Significant.Of(baseline.Number!.Value)}, the mean of training: {values}");
    }

    public static void Write(Utf8JsonWriter json, string name, TableEvaluation evaluation)
    {
        json.WritePropertyName(name);
        Write(json, evaluation);
    }

    public static void Write(Utf8JsonWriter json, TableEvaluation evaluation)
    {
        json.WriteStartObject();
        json.WriteNumber("rows", evaluation.Rows);
        foreach ((Metric metric, double value) in evaluation.Metrics) json.Number(MetricForm.Of(metric).Member, value);
        if (evaluation.Baseline is { } baseline) Write(json, baseline);
        if (evaluation.Confusion is { } confusion)
        {
            json.Strings("classes", evaluation.Classes);
            WriteClasses(json, evaluation.Classes, confusion);
            if (confusion.Classes <= MostClassesOfDocument) WriteMatrix(json, confusion);
            else WriteCells(json, confusion);
        }

        json.Strings("warnings", evaluation.Warnings);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TableBaseline baseline)
    {
        json.WriteStartObject("baseline");
        if (baseline.Number is { } mean) json.Number("answer", mean);
        else json.WriteString("answer", baseline.Class);
        foreach ((Metric metric, double value) in baseline.Metrics) json.Number(MetricForm.Of(metric).Member, value);
        json.WriteEndObject();
    }

    private static void WriteClasses(Utf8JsonWriter json, IReadOnlyList<string> classes, ConfusionMatrix confusion)
    {
        double[] precision = Precision.PerClass(confusion);
        double[] recall = Recall.PerClass(confusion);
        double[] f1 = F1.PerClass(confusion);
        json.WriteStartArray("perClass");
        for (int label = 0; label < classes.Count; label++)
        {
            json.WriteStartObject();
            json.WriteString("class", classes[label]);
            json.Number("precision", precision[label]);
            json.Number("recall", recall[label]);
            json.Number("f1", f1[label]);
            json.WriteNumber("rows", confusion.Actual(label));
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
        page.Field("", Phrase.Word(worst.Count > WorstConfusions ? "the confusions with the most rows:" : "confusions:"));
        string[] header = Phrase.Words("true class", "taken for", "rows");
        page.Columns([header, .. worst.Take(WorstConfusions).Select(Row)], false, false, true);

        string[] Row(Confusion cell) =>
            [classes[cell.Actual], classes[cell.Predicted], Quantity.Of(cell.Count)];
    }

    private static void WriteConfusion(Page page, IReadOnlyList<string> classes, ConfusionMatrix confusion)
    {
        List<string[]> rows = [["", .. classes]];
        for (int actual = 0; actual < classes.Count; actual++)
        {
            IEnumerable<string> counts = Enumerable.Range(0, classes.Count)
                .Select(predicted => Quantity.Of(confusion[actual, predicted]));
            rows.Add([classes[actual], .. counts]);
        }

        bool[] right = [false, .. Enumerable.Repeat(true, classes.Count)];
        string[][] scores = Scores(classes, confusion);
        if (!page.Fits(rows, right) || !page.Fits(scores, ScoresRight))
        {
            WriteRecalls(page, classes, confusion);
            return;
        }

        page.Field("", Phrase.Word("rows: the true class, columns: the predicted one"));
        page.Columns(rows, right);
        page.Columns(scores, ScoresRight);
    }

    /// <summary>What there is to know of each class; one without rows has no recall.</summary>
    private static string[][] Scores(IReadOnlyList<string> classes, ConfusionMatrix confusion)
    {
        (double[] precision, string[] recall, double[] f1) = (Precision.PerClass(confusion), Recalls(confusion), F1.PerClass(confusion));
        MetricForm form = MetricForm.Of(Metric.F1);
        string[] header = ["", .. Phrase.Words("precision", "F1", "rows", "recall")];
        return
        [
            header,
            .. classes.Select((name, label) => (string[])
            [
                name,
                confusion.Predicted(label) == 0 ? "" : MetricForm.Share(precision[label]),
                form.Value(f1[label]),
                Quantity.Of(confusion.Actual(label)),
                recall[label],
            ]),
        ];
    }

    /// <summary>What of the confusion matrix has room on a narrow terminal: each class with what it is most often taken for.</summary>
    private static void WriteRecalls(Page page, IReadOnlyList<string> classes, ConfusionMatrix confusion)
    {
        string[] recalls = Recalls(confusion);
        page.Field("", Phrase.Word("recall of each class:"));
        IEnumerable<string[]> rows = Enumerable.Range(0, classes.Count)
            .Select(actual => (string[])[classes[actual], recalls[actual], Mistake(classes, confusion, actual)]);
        page.Columns([.. rows], false, true);
    }

    /// <summary>The recall of each class; a class of no rows has none.</summary>
    private static string[] Recalls(ConfusionMatrix confusion) =>
    [
        .. Recall.PerClass(confusion)
            .Select((recall, label) => confusion.Actual(label) == 0 ? Phrase.Word("no rows") : MetricForm.Share(recall)),
    ];

    private static string Mistake(IReadOnlyList<string> classes, ConfusionMatrix confusion, int actual)
    {
        IEnumerable<int> others = Enumerable.Range(0, classes.Count).Where(predicted => predicted != actual);
        int taken = others.MaxBy(predicted => confusion[actual, predicted]);
        long count = confusion[actual, taken];
        return count == 0 ? "" : Phrase.Of($"{Quantity.Of(count)} taken for {NameList.Name(classes[taken])}");
    }
}
