using FsCheck;
using FsCheck.Fluent;

namespace Denpa.Tables.Tests;

public sealed class RandomTablesTests
{
    private static readonly Gen<string>[] Kinds =
    [
        Gen.Choose(-1000, 1000).Select(number => FormattableString.Invariant($"{number / 8.0}")),
        Gen.Elements("yes", "no"),
        Gen.Elements("red", "green", "blue", "緑 \"茶\""),
        Gen.Choose(0, 40000).Select(minutes => $"{new DateTime(2024, 1, 1).AddMinutes(minutes):yyyy-MM-dd'T'HH:mm}"),
        Gen.Choose(0, 1_000_000_000).Select(number => $"free text {number}"),
    ];

    private static readonly Gen<string> Missing = Gen.Elements("", "NA", "?", "null");

    private static readonly Gen<string[][]> Tables =
        from width in Gen.Choose(1, 6)
        from height in Gen.Choose(4, 60)
        from columns in Column(height).ArrayOf(width)
        from target in Gen.Elements("p", "q", "r").ArrayOf(height - 2)
        let spare = Enumerable.Range(0, height).Select(row => $"{row}.25")
        select (string[][])[["spare", .. spare], .. columns, ["target", "p", "q", .. target]];

    [Fact]
    public void Every_encoding_is_finite_and_of_the_promised_size() => ForAll(columns =>
    {
        (Table? table, TableSchema? schema) = FitHalf(columns);
        EncodingReport report = new();
        float[] inputs = schema.EncodeFeatures<float>(table, Csv.AllRows(table), report);

        return inputs.Length == table.RowCount * schema.InputCount
            && schema.InputNames.Count == schema.InputCount
            && inputs.All(float.IsFinite);
    });

    [Fact]
    public void The_standardised_training_rows_have_mean_zero() => ForAll(columns =>
    {
        (Table? table, TableSchema? schema) = FitHalf(columns);
        int[] rows = [.. Csv.AllRows(table).Where(row => row % 2 == 0)];
        double[] inputs = schema.EncodeFeatures<double>(table, rows);
        double[] spare = Enumerable.Range(0, rows.Length).Select(row => inputs[row * schema.InputCount]).ToArray();

        return Math.Abs(spare.Average()) < 1e-12 && Math.Abs(spare.Average(value => value * value) - 1) < 1e-12;
    });

    [Fact]
    public void The_order_of_the_columns_changes_nothing() => ForAll(columns =>
    {
        (Table? table, TableSchema? schema) = FitHalf(columns);
        Table reordered = Csv.Read(Write([.. columns.Reverse()], ';'));
        int[] rows = Csv.AllRows(table);

        return schema.EncodeFeatures<double>(table, rows).SequenceEqual(schema.EncodeFeatures<double>(reordered, rows))
            && schema.EncodeLabels(table, rows).SequenceEqual(schema.EncodeLabels(reordered, rows))
            && schema.Fingerprint(table) == schema.Fingerprint(reordered);
    });

    [Fact]
    public void A_stored_schema_encodes_as_the_one_that_was_fitted() => ForAll(columns =>
    {
        (Table? table, TableSchema? schema) = FitHalf(columns);
        TableSchema stored = TableSchema.FromJson(schema.ToJson());
        int[] rows = Csv.AllRows(table);

        return schema.EncodeFeatures<double>(table, rows).SequenceEqual(stored.EncodeFeatures<double>(table, rows));
    });

    private static Gen<string[]> Column(int height) =>
        from kind in Gen.Elements(Kinds)
        from fields in Gen.Frequency((9, kind), (1, Missing)).ArrayOf(height)
        select fields;

    private static void ForAll(Func<string[][], bool> property) =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Tables.Select(Named).ToArbitrary(), property));

    private static string[][] Named(string[][] columns) =>
        [columns[0], .. columns[1..^1].Select((fields, i) => (string[])[$"c{i}", .. fields]), columns[^1]];

    private static (Table Table, TableSchema Schema) FitHalf(string[][] columns)
    {
        Table table = Csv.Read(Write(columns, ','));
        TableUnderstanding understanding = TableUnderstanding.Of(table, new UnderstandingOptions { Target = "target" });
        int[] trainingRows = [.. Csv.AllRows(table).Where(row => row % 2 == 0)];
        return (table, TableSchema.Fit(table, understanding, trainingRows));
    }

    private static string Write(string[][] columns, char delimiter)
    {
        using StringWriter text = new();
        using (TableWriter writer = new(text, delimiter))
            for (int row = 0; row < columns[0].Length; row++) writer.WriteHeader(columns.Select(column => column[row]));
        return text.ToString();
    }
}
