using System.Text.Json;
using Denpa.Cli.Language;
using Denpa.Tables;

namespace Denpa.Cli.Output;

/// <summary>What was inferred from a table, said before anything is trained on it.</summary>
internal static class UnderstandingReport
{
    private const int ShownValues = 6;

    // Above so many inputs of one kind the columns are summed up instead of listed.
    private const int MostListed = 24;

    public static void Write(Page page, Table table, TableUnderstanding understanding, TableSchema schema)
    {
        if (table.Images is { } size)
        {
            page.Field("Data", Phrase.Of($"{table.Path}: {Quantity.Of(table.RowCount, "image")} of {size} pixels"));
            page.Field("Target", Describe(understanding));
            page.Field("Inputs", Phrase.Of($"{Quantity.Of(schema.InputCount, "pixel")}, all standardised alike"));
            return;
        }

        page.Field("Data", Describe(table));
        page.Field("Target", Describe(understanding));
        page.Field("Inputs", $"{Quantity.Of(understanding.Features.Count, "column")} → {Quantity.Of(schema.InputCount, "input")}");
        WriteFeatures(page, understanding);
        WriteLeftOut(page, understanding);
        WriteUnread(page, table.Format);
    }

    public static void Write(Utf8JsonWriter json, Table table, TableUnderstanding understanding, TableSchema schema)
    {
        json.WriteStartObject("data");
        json.WriteString("path", table.Path);
        json.WriteNumber("rows", table.RowCount);
        if (table.Images is { } size)
        {
            json.WriteNumber("imageHeight", size.Height);
            json.WriteNumber("imageWidth", size.Width);
        }
        else
        {
            WriteFormat(json, table.Format);
        }

        json.WriteEndObject();
        json.WriteString("task", JsonOutput.NameOf(understanding.Task));
        json.WriteString("target", understanding.Target.Name);
        json.Strings("classes", understanding.Classes);
        json.WriteStartArray("columns");
        foreach (ColumnUnderstanding column in understanding.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("kind", JsonOutput.NameOf(column.Kind));
            json.WriteString("role", JsonOutput.NameOf(column.Role));
            json.WriteString("reason", column.Reason);
            json.WriteNumber("missing", column.MissingCount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("inputs", schema.InputCount);
        json.WriteNumber("outputs", schema.OutputCount);
    }

    /// <summary>What the file was taken for.</summary>
    public static void WriteFormat(Utf8JsonWriter json, TableFormat format)
    {
        json.WriteString("format", format.Kind);
        if (format.Sheet is { } sheet) json.WriteString("sheet", sheet);
        if (format.Kind == TableFormat.Csv) json.WriteString("delimiter", format.Delimiter.ToString());
        json.WriteBoolean("header", format.HasHeader);
        if (format.UnreadColumns.Count > 0) json.Strings("unreadColumns", format.UnreadColumns);
        if (format.TitleRows > 0) json.WriteNumber("titleRows", format.TitleRows);
    }

    /// <summary>A table's size and form in words.</summary>
    public static string Describe(Table table)
    {
        string header = Phrase.Word(table.Format.HasHeader ? "with a header" : "without a header");
        string[] form = [Quantity.Of(table.RowCount, "row"), Quantity.Of(table.Columns.Count, "column"), Kind(table.Format), header];
        return $"{table.Path}: {Phrase.List([.. form, .. Encoding(table.Format)])}";
    }

    private static string Kind(TableFormat format) => format switch
    {
        { Kind: TableFormat.Csv } => Phrase.Word($"{format.DelimiterName}-separated"),
        { Sheet: { } sheet } => Phrase.Of($"{format.Kind} sheet {NameList.Name(sheet)}"),
        _ => Phrase.Word(format.Kind),
    };

    /// <summary>The encoding of a text, and whether it is a guess.</summary>
    private static string[] Encoding(TableFormat format) =>
        !format.IsText ? []
        : format.IsEncodingGuessed ? [Phrase.Of($"{format.EncodingName} as a guess")]
        : [format.EncodingName];

    private static string Describe(TableUnderstanding understanding)
    {
        ColumnUnderstanding target = understanding.Target;
        string missing = target.MissingCount == 0
            ? ""
            : Phrase.Of($"; {Quantity.Of(target.MissingCount, "row")} without it left out");
        string name = NameList.Name(target.Name);
        string other = !target.FitsEitherTask ? ""
            : understanding.Task == TableTask.Regression ? Phrase.Word("; for classes: --task classification")
            : Phrase.Word("; for a number: --task regression");
        if (understanding.Task == TableTask.Regression)
        {
            string unit = target.Format?.Unit ?? "";
            string kind = unit.Length == 0
                ? Phrase.Of($"{name}: a number, so this is a regression")
                : Phrase.Of($"{name}: a number in {unit}, so this is a regression");
            return kind + other + missing;
        }

        string classes = target.Values.Count == 1 ? Phrase.Word("1 class") : Phrase.Of($"{Quantity.Of(target.Values.Count)} classes");
        return Phrase.List([$"{name}: {classes}", Values(target)]) + other + missing;
    }

    private static void WriteFeatures(Page page, TableUnderstanding understanding)
    {
        if (understanding.Features.Count > MostListed)
        {
            foreach (IGrouping<ColumnKind, ColumnUnderstanding> kind in understanding.Features.GroupBy(feature => feature.Kind))
            {
                ColumnUnderstanding[] columns = [.. kind];
                string missing = Missing(columns.Sum(column => column.MissingCount), kind.Key);
                string names = $"{NameList.Name(columns[0].Name)} … {NameList.Name(columns[^1].Name)}";
                page.Field("", $"{columns.Length} × {Kind(kind.Key)}: {names}{missing}");
            }

            return;
        }

        page.Columns([.. understanding.Features.Select(feature => (string[])[feature.Name, Kind(feature.Kind), Detail(feature)])]);
    }

    private static void WriteLeftOut(Page page, TableUnderstanding understanding)
    {
        ColumnUnderstanding[] leftOut = [.. understanding.Columns.Where(column => column.Role == ColumnRole.LeftOut)];
        foreach (IGrouping<string, ColumnUnderstanding> reason in leftOut.GroupBy(column => column.Reason))
        {
            string names = NameList.Of([.. reason.Select(column => column.Name)]);
            page.Field("Left out", $"{names}: {Sentences.Of(reason.Key)}");
        }
    }

    /// <summary>What of the file is not in the table.</summary>
    public static void WriteUnread(Page page, TableFormat format)
    {
        if (format.UnreadColumns.Count > 0)
            page.Field("Left out", $"{NameList.Of([.. format.UnreadColumns])}: {Phrase.Word("lists or records")}");
        if (format.EmptyColumns > 0)
            page.Field("Left out", Phrase.Of($"{Quantity.Of(format.EmptyColumns, "column")} without name and values"));
        if (format.TitleRows > 0) page.Field("Left out", Phrase.Of($"{Quantity.Of(format.TitleRows, "row")} above the table"));
    }

    /// <summary>What a column holds and becomes: values with their counts, or the reason why it was taken so.</summary>
    private static string Detail(ColumnUnderstanding feature) =>
        feature.Values.Count > 0
            ? Values(feature) + Missing(feature.MissingCount, feature.Kind)
            : Sentences.Of(feature.Reason);

    private static string Missing(int count, ColumnKind kind) => count == 0 ? "" : kind is ColumnKind.Category or ColumnKind.YesNo
        ? Phrase.Of($", {Quantity.Of(count)} missing, a category of their own")
        : Phrase.Of($", {Quantity.Of(count)} missing, set to the training median");

    /// <summary>The first values of a column with their counts.</summary>
    public static string Values(ColumnUnderstanding column)
    {
        IEnumerable<string> shown = column.Values.Take(ShownValues)
            .Select(value => $"{NameList.Name(value.Value)} ({Quantity.Of(value.Count)})");
        return Phrase.List(column.Values.Count > ShownValues ? shown.Append("…") : shown);
    }

    /// <summary>A kind of column in words.</summary>
    public static string Kind(ColumnKind kind) => Phrase.Word(kind == ColumnKind.YesNo ? "yes/no" : JsonOutput.NameOf(kind));
}
