using System.Text.Json;
using Denpa.Cli.Language;
using Denpa.Tables;

namespace Denpa.Cli.Output;

/// <summary>How important each column is to a model, for people and for programs.</summary>
internal static class ImportanceSection
{
    private const int MostOfPage = 20;

    public static void Write(Page page, Metric metric, IReadOnlyList<ColumnImportance> columns)
    {
        MetricForm form = MetricForm.Of(metric);
        int repeats = PermutationImportance.Repeats;
        page.Field("Importance", Phrase.Of($"what {Phrase.Word(form.Label)} loses when a column is shuffled, {repeats} times:"));
        string[][] rows = [.. columns.Take(MostOfPage).Select(Row)];
        page.Columns(rows, false, true, true);
        if (columns.Count > MostOfPage) page.Field("", Phrase.Of($"and {Quantity.Of(columns.Count - MostOfPage)} more, less important"));

        string[] Row(ColumnImportance column) => [column.Column, form.Value(column.Mean), $"± {form.Value(column.Deviation)}"];
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<ColumnImportance> columns)
    {
        json.WriteStartArray("importance");
        foreach (ColumnImportance column in columns)
        {
            json.WriteStartObject();
            json.WriteString("column", column.Column);
            json.Number("mean", column.Mean);
            json.Number("deviation", column.Deviation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
