using System.Globalization;
using System.Text.Json;
using Denpa.Cli.Language;
using Denpa.Tables;

namespace Denpa.Cli.Output;

/// <summary>What is in each column of a table, before anything is asked of it.</summary>
internal sealed class TableDescription(Table table)
{
    private readonly Content[] contents = [.. table.Columns.Select(column => Describe(table, column))];

    public void Write(Page page)
    {
        page.Field("Data", UnderstandingReport.Describe(table));
        page.Columns([.. contents.Select(Row)]);
        UnderstandingReport.WriteUnread(page, table.Format);
        page.Command("Next", $"denpa train {CommandText.File(table.Path)} --target COLUMN");
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("path", table.Path);
        json.WriteNumber("rows", table.RowCount);
        UnderstandingReport.WriteFormat(json, table.Format);
        json.WriteString("encoding", table.Format.EncodingName);
        json.WriteStartArray("columns");
        foreach (Content content in contents) Write(json, content);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Content content)
    {
        json.WriteStartObject();
        json.WriteString("name", content.Column.Name);
        json.WriteString("kind", JsonOutput.NameOf(content.Column.Kind));
        json.WriteBoolean("used", content.Column.Role == ColumnRole.Feature);
        json.WriteString("reason", content.Column.Reason);
        json.WriteNumber("missing", content.Column.MissingCount);
        if (content.Numbers is { } numbers)
        {
            json.WriteNumber("least", numbers.Least);
            json.WriteNumber("greatest", numbers.Greatest);
            json.WriteNumber("median", numbers.Median);
            json.WriteNumber("mean", numbers.Scaling.Mean);
            json.WriteNumber("deviation", numbers.Scaling.StandardDeviation);
        }

        if (content.Column.Values.Count > 0)
        {
            json.WriteStartArray("values");
            foreach (ValueCount value in content.Column.Values)
            {
                json.WriteStartObject();
                json.WriteString("value", value.Value);
                json.WriteNumber("rows", value.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>What a column is; a text among its numbers, which would be an error of a training, is told as what it holds.</summary>
    private static Content Describe(Table table, Column column)
    {
        try
        {
            ColumnUnderstanding understanding = FeatureRules.Understand(table, column, isRequested: false);
            return new Content(understanding, understanding.Kind == ColumnKind.Number ? Numbers.Of(column) : null);
        }
        catch (TableException problem)
        {
            return new Content(FeatureRules.Glance(table, column, problem.Message), null);
        }
    }

    private static string[] Row(Content content) =>
        [content.Column.Name, UnderstandingReport.Kind(content.Column.Kind), Detail(content)];

    private static string Detail(Content content)
    {
        ColumnUnderstanding column = content.Column;
        if (column.Role == ColumnRole.LeftOut) return Sentences.Of(column.Reason);
        string missing = column.MissingCount == 0 ? "" : Phrase.Of($", {Quantity.Of(column.MissingCount)} missing");
        if (content.Numbers is { } numbers) return numbers.Describe() + missing;
        return column.Values.Count > 0 ? UnderstandingReport.Values(column) + missing : Sentences.Of(column.Reason);
    }

    private sealed record Content(ColumnUnderstanding Column, Numbers? Numbers);

    /// <summary>How the numbers of a column lie, without the missing ones.</summary>
    private sealed record Numbers(double Least, double Greatest, double Median, Scaling Scaling)
    {
        public static Numbers Of(Column column)
        {
            double[] values = new double[column.Count];
            column.ReadNumbers([.. Enumerable.Range(0, column.Count)], values);
            double[] present = Array.FindAll(values, value => !double.IsNaN(value));
            double median = Statistics.Median(present);
            return new Numbers(present.Min(), present.Max(), median, Statistics.Scale(present, median, missing: 0));
        }

        public string Describe()
        {
            (string least, string greatest, string median) = (Digits(Least), Digits(Greatest), Digits(Median));
            string lie = Phrase.Of($"{least} to {greatest}, median {median}");
            string scale = Phrase.Of($"mean {Digits(Scaling.Mean)}, deviation {Significant.Of(Scaling.StandardDeviation)}");
            return Phrase.List([lie, scale]);
        }

        private static string Digits(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
    }
}
