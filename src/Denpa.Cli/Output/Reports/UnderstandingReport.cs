using System.Globalization;
using System.Text.Json;
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
            page.Field("Data", $"{table.Path}: {Count(table.RowCount, "image")} of {size} pixels");
            page.Field("Target", Describe(understanding));
            page.Field("Inputs", $"{Count(schema.InputCount, "pixel")}, all standardised alike");
            return;
        }

        page.Field("Data", $"{Describe(table)}, {table.Format.EncodingName}");
        page.Field("Target", Describe(understanding));
        page.Field("Inputs", $"{Count(understanding.Features.Count, "column")} → {Count(schema.InputCount, "input")}");
        WriteFeatures(page, understanding);
        WriteLeftOut(page, understanding);
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
            json.WriteString("delimiter", table.Format.Delimiter.ToString());
            json.WriteBoolean("header", table.Format.HasHeader);
        }

        json.WriteEndObject();
        json.WriteString("task", Lower(understanding.Task));
        json.WriteString("target", understanding.Target.Name);
        json.Strings("classes", understanding.Classes);
        json.WriteStartArray("columns");
        foreach (ColumnUnderstanding column in understanding.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("kind", Lower(column.Kind));
            json.WriteString("role", Lower(column.Role));
            json.WriteString("reason", column.Reason);
            json.WriteNumber("missing", column.MissingCount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("inputs", schema.InputCount);
        json.WriteNumber("outputs", schema.OutputCount);
    }

    /// <summary>A table's size and form in words.</summary>
    public static string Describe(Table table)
    {
        string header = table.Format.HasHeader ? "with a header" : "without a header";
        string size = $"{Count(table.RowCount, "row")}, {Count(table.Columns.Count, "column")}";
        return $"{table.Path}: {size}, {table.Format.DelimiterName}-separated, {header}";
    }

    public static string Count(long number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{Number(number)} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>A whole number with thin groups: 1 797.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Describe(TableUnderstanding understanding)
    {
        ColumnUnderstanding target = understanding.Target;
        string missing = target.MissingCount == 0 ? "" : $"; {Count(target.MissingCount, "row")} without it left out";
        string classes = target.Values.Count == 1 ? "1 class" : $"{Number(target.Values.Count)} classes";
        return understanding.Task == TableTask.Regression
            ? $"{NameList.Name(target.Name)}: a number, so this is a regression{missing}"
            : $"{NameList.Name(target.Name)}: {Number(target.Values.Count)} classes, {Values(target)}{missing}";
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
                page.Field("", $"{columns.Length} × {Words(kind.Key)}: {names}{missing}");
            }

            return;
        }

        page.Columns([.. understanding.Features.Select(feature => (string[])[feature.Name, Words(feature.Kind), Detail(feature)])]);
    }

    private static void WriteLeftOut(Page page, TableUnderstanding understanding)
    {
        ColumnUnderstanding[] leftOut = [.. understanding.Columns.Where(column => column.Role == ColumnRole.LeftOut)];
        foreach (IGrouping<string, ColumnUnderstanding> reason in leftOut.GroupBy(column => column.Reason))
        {
            string names = NameList.Of([.. reason.Select(column => column.Name)]);
            page.Field("Left out", $"{names}: {reason.Key}");
        }
    }

    /// <summary>What a column holds and becomes: values with their counts, or the reason why it was taken so.</summary>
    private static string Detail(ColumnUnderstanding feature) =>
        feature.Kind is ColumnKind.Category or ColumnKind.YesNo ? Values(feature) + Missing(feature.MissingCount, feature.Kind) : feature.Reason;

    private static string Missing(int count, ColumnKind kind) => count == 0 ? "" : kind is ColumnKind.Category or ColumnKind.YesNo
        ? $", {Number(count)} missing, a class of their own"
        : $", {Number(count)} missing, set to the training median";

    /// <summary>The first values of a column with their counts.</summary>
    public static string Values(ColumnUnderstanding column)
    {
        IEnumerable<string> shown = column.Values.Take(ShownValues)
            .Select(value => $"{NameList.Name(value.Value)} ({Number(value.Count)})");
        return string.Join(", ", shown) + (column.Values.Count > ShownValues ? ", …" : "");
    }

    /// <summary>A kind of column in words.</summary>
    public static string Words(ColumnKind kind) => kind == ColumnKind.YesNo ? "yes/no" : Lower(kind);

    /// <summary>A name as programs read it: yes-no.</summary>
    public static string Lower<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
