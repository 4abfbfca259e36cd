namespace Denpa.Tables.Tests;

/// <summary>Tables as people have them, each of a kind that readers take for something else.</summary>
public sealed class MisreadTablesTests
{
    [Fact]
    public void A_comma_before_three_digits_marks_thousands()
    {
        TableUnderstanding understood = Understand("f01.tsv");
        double[] areas = Numbers(understood, "f01.tsv", "area");

        Assert.Equal((800, 1022), (areas[0], areas[6]));
        Assert.Contains("nothing in the file tells", understood.Columns[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_trained_further_keeps_its_scales()
    {
        PreparedTraining first = Small.Training(Read("f02_old.csv"), new TrainingSettings { Hidden = [32], Seed = 5 });
        Small.Run(first);
        TableModel model = first.ToModel();
        Table other = Read("f02_new.csv");
        double before = model.Evaluate(other, Csv.AllRows(other)).Metrics[Metric.RSquared];
        PreparedTraining further = new(other, model, model.Settings with { Epochs = 1, LearningRate = 1e-12 });
        Small.Run(further);

        Assert.True(before > 0.9, $"{before}");
        Assert.Equal(before, further.ToModel().Evaluate(other, Csv.AllRows(other)).Metrics[Metric.RSquared], 1e-6);
    }

    [Theory]
    [InlineData("f03_pandas.csv", "0", "1", "target")]
    [InlineData("f03_blank.csv", "a", "column2", "y")]
    [InlineData("f03_trailing.csv", "a", "b", "y")]
    public void Odd_headers_are_headers(string file, params string[] names)
    {
        Table table = Read(file);

        Assert.True(table.Format.HasHeader);
        Assert.Equal(60, table.RowCount);
        Assert.Equal(names, table.Columns.Select(column => column.Name));
        Assert.Equal(file == "f03_trailing.csv" ? 1 : 0, table.Format.EmptyColumns);
    }

    [Theory]
    [InlineData("f04_version.csv", "python", "3.1", "3.10", "3.9")]
    [InlineData("f04_code.csv", "code", "0042", "007", "7")]
    [InlineData("f04_card.csv", "card", "4556737586899855012", "4556737586899855013", "4556737586899855014")]
    public void Codes_stay_the_texts_that_they_are(string file, string column, params string[] values)
    {
        ColumnUnderstanding understood = Understand(file).Columns.Single(each => each.Name == column);

        Assert.Equal(values, understood.Values.Select(value => value.Value));
    }

    [Theory]
    [InlineData("f05_Id.csv", "Id")]
    [InlineData("f05_PassengerId.csv", "PassengerId")]
    public void Row_numbers_are_left_out(string file, string name)
    {
        ColumnUnderstanding column = Understand(file).Columns[0];

        Assert.Equal((name, ColumnKind.Identifier, ColumnRole.LeftOut), (column.Name, column.Kind, column.Role));
    }

    [Theory]
    [InlineData("f06_True.csv", "f06_upper.csv")]
    [InlineData("f06_True.csv", "f06_01.csv")]
    [InlineData("f06_01.csv", "f06_True.csv")]
    public void Yes_and_no_are_one_thing_in_any_spelling(string trained, string used)
    {
        TableSchema schema = Fit(trained);

        Assert.Equal(Inputs(schema, trained), Inputs(schema, used));
    }

    [Theory]
    [InlineData("f07_1.csv")]
    [InlineData("f07_X.csv")]
    public void One_value_or_none_is_yes_or_no(string file)
    {
        Assert.Equal(ColumnKind.YesNo, Understand(file).Columns[0].Kind);
        Assert.Equal([1, 0, 1, 1], Inputs(Fit(file), file).Chunk(2).Take(4).Select(row => row[0]));
    }

    [Fact]
    public void A_bad_date_among_dates_is_an_error_with_its_line()
    {
        TableException problem = Assert.Throws<TableException>(() => Understand("f08_onebad.csv"));

        Assert.Equal(152, problem.Row);
        Table table = Read("f08_onebad.csv", new TableOptions { Missing = ["0000-00-00"] });
        ColumnUnderstanding when = TableUnderstanding.Of(table).Columns[0];
        Assert.Equal((ColumnKind.Date, 1), (when.Kind, when.MissingCount));
    }

    [Fact]
    public void Nanoseconds_are_dates() => Assert.Equal(ColumnKind.Date, Understand("f08_ns.csv").Columns[0].Kind);

    [Theory]
    [InlineData("f09_NA.csv")]
    [InlineData("f09_None.csv")]
    [InlineData("f09_dash.csv")]
    public void A_number_that_is_missing_is_missing_however_that_is_said(string file)
    {
        ColumnUnderstanding age = Understand(file).Columns[0];

        Assert.Equal((ColumnKind.Number, 13), (age.Kind, age.MissingCount));
        Assert.Equal(Inputs(Fit("f09_NA.csv"), "f09_NA.csv"), Inputs(Fit(file), file));
    }

    [Fact]
    public void A_price_in_dollars_is_a_number()
    {
        TableUnderstanding understood = Understand("f09_dollar.csv");

        Assert.Equal(TableTask.Regression, understood.Task);
        Assert.Equal("$", understood.Target.Format?.Unit);
        Assert.Equal([5.5, 8.5], Numbers(understood, "f09_dollar.csv", "price")[..2]);
    }

    [Fact]
    public void Columns_separated_by_spaces_are_columns() =>
        Assert.Equal(["x", "z", "y"], Read("f09_space.csv").Columns.Select(column => column.Name));

    [Fact]
    public void Signs_are_classes() => Assert.Equal(["+", "-"], Understand("f10.csv").Classes);

    [Fact]
    public void North_America_is_a_continent() => Assert.Equal(["AS", "EU", "NA"], Understand("f11.csv").Classes);

    [Fact]
    public void A_number_with_two_values_is_a_number()
    {
        TableSchema schema = Fit("f12.csv");
        double[] inputs = Inputs(schema, "f12_new.csv");

        // Of 10, 20, 15 and 30, in units of the training rows' deviation, the first two differ as much as the last but one and 25 would.
        Assert.Equal(inputs[2] - inputs[0], 2 * (inputs[4] - inputs[0]), 1e-12);
        Assert.Equal(2 * (inputs[2] - inputs[0]), inputs[6] - inputs[0], 1e-12);
    }

    [Fact]
    public void Letters_and_their_marks_are_one_text_in_either_form() =>
        Assert.Equal(Inputs(Fit("f13_nfc.csv"), "f13_nfc.csv"), Inputs(Fit("f13_nfc.csv"), "f13_nfd.csv"));

    [Fact]
    public void One_row_without_names_is_a_row_where_the_model_knows_none()
    {
        TableSchema schema = Fit("f25.csv");
        TableOptions options = new() { ExpectedNames = [.. schema.Features.Select(feature => feature.Name)] };
        Table one = Table.Read(PathOf("f25_one.csv"), options);

        Assert.Equal(1, one.RowCount);
        Assert.Equal(Inputs(schema, "f25.csv")[..schema.InputCount], schema.EncodeFeatures<double>(one, [0]));
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Cases", file);

    private static Table Read(string file, TableOptions? options = null) => Table.Read(PathOf(file), options);

    private static TableUnderstanding Understand(string file) => TableUnderstanding.Of(Read(file));

    private static TableSchema Fit(string file)
    {
        Table table = Read(file);
        return TableSchema.Fit(table, TableUnderstanding.Of(table), Csv.AllRows(table));
    }

    private static double[] Inputs(TableSchema schema, string file)
    {
        Table table = Read(file);
        return schema.EncodeFeatures<double>(table, Csv.AllRows(table));
    }

    private static double[] Numbers(TableUnderstanding understood, string file, string column)
    {
        Assert.Equal(ColumnKind.Number, understood.Columns.Single(each => each.Name == column).Kind);
        double[] values = new double[60];
        Read(file)[column].ReadNumbers([.. Enumerable.Range(0, 60)], values);
        return values;
    }
}
