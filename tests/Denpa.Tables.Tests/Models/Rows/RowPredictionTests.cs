using System.Globalization;

namespace Denpa.Tables.Tests.Models;

public sealed class RowPredictionTests
{
    private static readonly Table Penguins = Csv.Penguins();

    [Fact]
    public void Row_by_row_a_dictionary_has_the_bits_of_the_table()
    {
        TableModel model = Small.PenguinModel();
        TablePredictions table = model.Predict(Penguins);
        for (int row = 0; row < Penguins.RowCount; row++)
        {
            RowPrediction prediction = model.Predict(Fields(row));
            Assert.Equal(table.Class(row), prediction.Class);
            Assert.Equal(table.Probability(row, table.ClassIndex(row)), prediction.Probability);
            foreach ((int i, string name) in table.Classes.Index())
                Assert.Equal(table.Probability(row, i), prediction.ProbabilityOf(name));
        }
    }

    [Fact]
    public void Row_by_row_an_object_has_the_bits_of_the_table()
    {
        TableModel model = Small.PenguinModel("body_mass_g");
        TablePredictions table = model.Predict(Penguins);
        for (int row = 0; row < Penguins.RowCount; row++) Assert.Equal(table.Number(row), model.Predict(ObjectOf(row)).Number);
    }

    [Fact]
    public void A_date_and_a_truth_are_what_their_texts_are()
    {
        DateFeatures(out TableSchema schema, out Table table);
        float[] expected = schema.EncodeFeatures<float>(table, [0]);
        Assert.Equal(expected, Encoded(schema, ("when", new DateTime(2024, 2, 29, 12, 30, 0)), ("is_open", true)));
        Assert.Equal(expected, Encoded(schema, ("when", "2024-02-29T12:30:00"), ("is_open", "yes")));
        DateTimeOffset moment = new(2024, 2, 29, 12, 30, 0, TimeSpan.FromHours(9));
        Assert.Equal(expected, Encoded(schema, ("when", moment), ("is_open", 1)));
    }

    [Fact]
    public void An_unknown_column_is_refused_with_the_nearest_name()
    {
        Dictionary<string, object?> row = Fields(0);
        row["iland"] = "Biscoe";
        Assert.Equal(
            "row: there is no column \"iland\" in the model — did you mean \"island\"?",
            Assert.Throws<TableException>(() => Small.PenguinModel().Predict(row)).Message);
    }

    [Fact]
    public void A_column_that_is_left_out_is_refused_where_training_always_had_it()
    {
        Dictionary<string, object?> row = Fields(0);
        row.Remove("island");
        Assert.StartsWith(
            "row: column \"island\" is left out, and no training row was without it",
            Assert.Throws<TableException>(() => Small.PenguinModel().Predict(row)).Message,
            StringComparison.Ordinal);
        row["island"] = null;
        Assert.NotNull(Small.PenguinModel().Predict(row).Class);
    }

    [Fact]
    public void A_text_where_a_number_belongs_is_refused()
    {
        Dictionary<string, object?> row = Fields(0);
        row["bill_length_mm"] = "long";
        Assert.StartsWith(
            "row: \"long\" in column \"bill_length_mm\" is no number",
            Assert.Throws<TableException>(() => Small.PenguinModel().Predict(row)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_training_never_saw_is_counted()
    {
        Dictionary<string, object?> row = Fields(0);
        row["island"] = "Anvers";
        EncodingReport report = new();
        Small.PenguinModel().Predict(row, report);
        Assert.Equal(["Anvers"], Assert.Single(report.Unseen).Examples);
    }

    [Fact]
    public void A_number_of_single_precision_is_the_one_that_it_is_written_as()
    {
        TableModel model = Small.PenguinModel("body_mass_g");
        Dictionary<string, object?> row = Fields(0);
        double expected = model.Predict(row).Number;
        foreach (string column in (string[])["bill_length_mm", "bill_depth_mm"]) row[column] = (float)(double)row[column]!;
        Assert.Equal(expected, model.Predict(row).Number);
        Penguin first = ObjectOf(0);
        double single = model.Predict(new
        {
            first.Species,
            first.Island,
            BillLengthMm = (float?)first.BillLengthMm,
            BillDepthMm = (float?)first.BillDepthMm,
            first.FlipperLengthMm,
            first.Sex,
            first.Year,
        }).Number;
        Assert.Equal(expected, single);
    }

    [Fact]
    public void The_target_a_space_and_another_order_change_nothing()
    {
        TableModel model = Small.PenguinModel();
        double expected = model.Predict(Fields(0)).Probability;
        Dictionary<string, object?> row = Fields(0);
        row.Remove("species");
        Assert.Equal(expected, model.Predict(row).Probability);
        Dictionary<string, object?> other = row.Reverse().ToDictionary(field => $" {field.Key}", field => field.Value);
        Assert.Equal(expected, model.Predict(other).Probability);
        IReadOnlyDictionary<string, object?> readOnly = row;
        Assert.Equal(expected, model.Predict(readOnly).Probability);
    }

    [Fact]
    public void A_dictionary_of_numbers_alone_is_a_row_too()
    {
        TableModel model = Small.Linear(new NumberTarget { Name = "y", Scaling = new Scaling(0, 1) }, [2], [0]);
        Assert.Equal(2, model.Predict(new Dictionary<string, double> { ["x"] = 4 }).Number);
        Assert.Equal(2, model.Predict(new Dictionary<string, int> { ["x"] = 4 }).Number);
    }

    [Fact]
    public void A_text_that_training_knew_as_a_category_is_not_missing()
    {
        FieldEncoding encoding = new CategoryFeature { Name = "x", Categories = ["DE", "NA"], HasMissingClass = true }
            .FieldEncoding(MissingValues.Usual);
        Assert.Equal([0, 1, 0], Inputs(FieldValue.OfText("NA")));
        Assert.Equal([0, 0, 1], Inputs(FieldValue.OfText("N/A")));
        Assert.Equal([0, 0, 1], Inputs(FieldValue.Missing));
        Assert.Equal([0, 0, 0], Inputs(FieldValue.OfText("FR")));

        double[] Inputs(FieldValue value)
        {
            double[] inputs = new double[3];
            encoding(value, inputs, null);
            return inputs;
        }
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(7, 2)]
    [InlineData(1234, 3)]
    [InlineData(8, -1)]
    public void Of_several_writings_of_a_number_its_own_is_meant(double number, int position) =>
        Assert.Equal(position, new ValueIndex(["03", "3", "7.0", "1,234"], areNumeric: true).Find(FieldValue.OfNumber(number)));

    private static void DateFeatures(out TableSchema schema, out Table table)
    {
        table = Csv.Read("""
            when,is_open,y
            2024-02-29T12:30:00,yes,a
            2023-05-01T08:00:00,no,b
            2022-11-11T23:59:59,yes,a
            2021-01-31T00:00:00,no,b
            """);
        schema = TableSchema.Fit(table, TableUnderstanding.Of(table), [0, 1, 2, 3]);
    }

    private static float[] Encoded(TableSchema schema, params (string Column, object? Value)[] row)
    {
        double[] inputs = new double[schema.InputCount];
        int first = 0;
        foreach (FeatureSchema feature in schema.Features)
        {
            object? value = row.Single(field => field.Column == feature.Name).Value;
            feature.FieldEncoding(MissingValues.Usual)(FieldValue.Of(value)!.Value, inputs.AsSpan(first, feature.InputCount), null);
            first += feature.InputCount;
        }

        return Array.ConvertAll(inputs, input => (float)input);
    }

    private static Dictionary<string, object?> Fields(int row) => Penguins.Columns.ToDictionary(
        column => column.Name,
        column => column.IsMissing(row) ? null
            : double.TryParse(column[row], CultureInfo.InvariantCulture, out double number) ? number
            : (object)column[row]);

    private static Penguin ObjectOf(int row)
    {
        Dictionary<string, object?> fields = Fields(row);
        return new Penguin(
            (string)fields["species"]!,
            (string)fields["island"]!,
            (double?)fields["bill_length_mm"],
            (double?)fields["bill_depth_mm"],
            (int?)(double?)fields["flipper_length_mm"],
            (string?)fields["sex"],
            (int)(double)fields["year"]!,
            "not a column");
    }

    private sealed record Penguin(
        string Species, string Island, double? BillLengthMm, double? BillDepthMm, int? FlipperLengthMm, string? Sex, int Year, string Note);
}
