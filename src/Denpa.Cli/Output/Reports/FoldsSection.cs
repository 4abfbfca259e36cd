using System.Text.Json;
using Denpa.Cli.Language;
using Denpa.Tables;

namespace Denpa.Cli.Output;

/// <summary>What the folds of a cross-validation have measured, for people and for programs.</summary>
internal static class FoldsSection
{
    public static void Write(Page page, IReadOnlyList<TableEvaluation> folds)
    {
        if (folds.Count == 0) return;
        IEnumerable<string> values = Spreads(folds).Select(spread =>
            $"{Phrase.Word(spread.Form.Label)} {spread.Form.Value(spread.Mean)} ± {spread.Form.Value(spread.Deviation)}");
        page.Field("Folds", Phrase.Of($"{Phrase.List(values)} over {Quantity.Of(folds.Count, "fold")}"));
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<TableEvaluation> folds)
    {
        if (folds.Count == 0) return;
        json.WriteStartArray("folds");
        foreach (TableEvaluation fold in folds) EvaluationReport.Write(json, fold);
        json.WriteEndArray();
        Write(json, "foldMean", folds, spread => spread.Mean);
        Write(json, "foldDeviation", folds, spread => spread.Deviation);
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<TableEvaluation> folds, Func<Spread, double> value)
    {
        json.WriteStartObject(name);
        foreach (Spread spread in Spreads(folds)) json.Number(spread.Form.Member, value(spread));
        json.WriteEndObject();
    }

    /// <summary>Each metric over the folds in which it is a number.</summary>
    private static IEnumerable<Spread> Spreads(IReadOnlyList<TableEvaluation> folds)
    {
        foreach (Metric metric in folds[0].Metrics.Keys)
        {
            double[] values = [.. folds.Select(fold => fold[metric]).Where(value => !double.IsNaN(value))];
            if (values.Length == 0) continue;
            yield return new Spread(MetricForm.Of(metric), values.Average(), PermutationImportance.Deviation(values));
        }
    }

    private sealed record Spread(MetricForm Form, double Mean, double Deviation);
}
