namespace Denpa.Tables.Tests;

public sealed class TableSchemaTests
{
    private const string Text =
        """
        size,color,fresh,y
        1,red,yes,a
        3,blue,no,b
        NA,red,NA,a
        8,green,yes,b

        """;

    [Fact]
    public void Numbers_are_filled_with_the_median_and_standardised()
    {
        TableSchema schema = Fit("x,y\n1,a\n3,b\nNA,a\n8,b\n");

        // Filled with the median 3: 1, 3, 3, 8 has the mean 3.75 and the squared deviations 7.5625, 0.5625, 0.5625, 18.0625.
        double deviation = Math.Sqrt(26.75 / 4);
        NumberFeature number = Assert.IsType<NumberFeature>(schema.Features[0]);
        Assert.Equal((3, 3.75), (number.Median, number.Scaling.Mean));
        Assert.Equal(deviation, number.Scaling.StandardDeviation, 1e-15);

        double[] inputs = schema.EncodeFeatures<double>(Csv.Read("x,y\n1,a\n3,b\nNA,a\n8,b\n"), [0, 2, 3]);
        Assert.Equal(
            [-2.75 / deviation, 0, -0.75 / deviation, 1, 4.25 / deviation, 0], inputs, (left, right) => Math.Abs(left - right) < 1e-15);
    }

    [Theory]
    [InlineData("1 €,a\n8 €,b", "€")]
    [InlineData("1円,a\n8円,b", "円")]
    [InlineData("1,a\n8,b", null)]
    public void A_unit_that_training_did_not_have_is_taken_for_granted_and_said(string rows, string? unit)
    {
        TableSchema schema = Fit("x,y\n1,a\n3,b\n8,b\n");
        EncodingReport report = new();
        double[] inputs = schema.EncodeFeatures<double>(Csv.Read($"x,y\n{rows}\n"), [0, 1], report);

        Assert.Equal(schema.EncodeFeatures<double>(Csv.Read("x,y\n1,a\n8,b\n"), [0, 1]), inputs);
        Assert.Equal(unit is null ? 0 : 1, report.Notes.Count());
        if (unit is not null) Assert.Contains($"is in {unit} here", report.Notes.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 $,a\n3 $,b\n8 $,b", "t.csv:2:1: \"1 €\" in column \"x\" is in €, and training had its numbers in $")]
    [InlineData("1,a\n3,b\n8,b", "t.csv:2:1: \"1 %\" in column \"x\" is in %, and training had its numbers without a unit")]
    public void A_unit_that_makes_another_number_is_refused(string training, string problem)
    {
        TableSchema schema = Fit($"x,y\n{training}\n");
        string unit = problem.Contains('%', StringComparison.Ordinal) ? "%" : "€";
        Table table = Csv.Read($"x,y\n1 {unit},a\n8 {unit},b\n");
        TableException refusal = Assert.Throws<TableException>(() => schema.EncodeFeatures<double>(table, [0, 1]));

        Assert.StartsWith(problem, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_inputs_are_named_and_laid_out_row_by_row()
    {
        Table table = Csv.Read(Text);
        TableSchema schema = Fit(Text);

        Assert.Equal(
            ["size", "size=(missing)", "color=blue", "color=green", "color=red", "fresh=yes", "fresh=(missing)"],
            schema.InputNames);
        Assert.Equal(7, schema.InputCount);
        float[] inputs = schema.EncodeFeatures<float>(table, [0, 1, 2, 3]);
        Assert.Equal(28, inputs.Length);
        Assert.Equal([0, 0, 0, 1, 1, 0], inputs[1..7]);
        Assert.Equal([0, 1, 0, 0, 0, 0], inputs[8..14]);
        Assert.Equal([1, 0, 0, 1, 0, 1], inputs[15..21]);
        Assert.Equal([0, 0, 1, 0, 1, 0], inputs[22..28]);
    }

    [Fact]
    public void Rows_come_in_the_order_asked_for()
    {
        Table table = Csv.Read(Text);
        TableSchema schema = Fit(Text);
        double[] all = schema.EncodeFeatures<double>(table, [0, 1, 2, 3]);

        Assert.Equal([.. all[21..28], .. all[0..7]], schema.EncodeFeatures<double>(table, [3, 0]));
    }

    [Fact]
    public void Only_training_rows_have_a_say()
    {
        Table table = Csv.Read("x,c,y\n1,p,a\n3,q,b\n1,q,a\n3,p,b\n1000000,r,a\nNA,NA,b\n");
        TableUnderstanding understanding = TableUnderstanding.Of(table);
        TableSchema schema = TableSchema.Fit(table, understanding, [0, 1, 2, 3]);

        NumberFeature number = Assert.IsType<NumberFeature>(schema.Features[0]);
        Assert.Equal((2, new Scaling(2, 1)), (number.Median, number.Scaling));
        CategoryFeature category = Assert.IsType<CategoryFeature>(schema.Features[1]);
        Assert.Equal(["p", "q"], category.Categories);
        Assert.False(category.HasMissingClass);
    }

    [Fact]
    public void The_order_of_the_training_rows_does_not_matter_to_a_bit()
    {
        Table penguins = Csv.Penguins();
        TableUnderstanding understanding = TableUnderstanding.Of(penguins, new UnderstandingOptions { Target = "species" });
        int[] rows = Csv.AllRows(penguins);
        TableSchema forward = TableSchema.Fit(penguins, understanding, rows);
        Array.Reverse(rows);

        Assert.Equal(forward.ToJson(), TableSchema.Fit(penguins, understanding, rows).ToJson());
    }

    [Fact]
    public void A_number_that_is_constant_in_training_is_shifted_and_not_scaled()
    {
        Table table = Csv.Read("x,y\n0.1,a\n0.1,b\n0.1,a\n5,b\n7,a\n");
        TableSchema schema = TableSchema.Fit(table, TableUnderstanding.Of(table), [0, 1, 2]);

        Assert.Equal([0, 4.9], schema.EncodeFeatures<double>(table, [0, 3]));
    }

    [Fact]
    public void Columns_may_come_in_any_order_and_with_others()
    {
        TableSchema schema = Fit(Text);
        Table shuffled = Csv.Read("y;extra;fresh;color;size\na;9;yes;red;1\nb;9;no;blue;3\na;9;NA;red;NA\nb;9;yes;green;8\n");
        int[] rows = [0, 1, 2, 3];

        Assert.Equal(schema.EncodeFeatures<float>(Csv.Read(Text), rows), schema.EncodeFeatures<float>(shuffled, rows));
        Assert.Equal(schema.EncodeLabels(Csv.Read(Text), rows), schema.EncodeLabels(shuffled, rows));
        Assert.Equal(schema.Fingerprint(Csv.Read(Text)), schema.Fingerprint(shuffled));
    }

    [Fact]
    public void Inputs_do_not_depend_on_how_numbers_are_written()
    {
        const string text = "x,flag,y\n1.5,0,a\n2.5,1,b\n3.5,1,a\n";
        TableSchema schema = Fit(text);
        Table otherwise = Csv.Read("x;flag;y\n1,5;0,0;a\n2,50;1e0;b\n3,5;1;a\n");

        Assert.Equal(schema.EncodeFeatures<float>(Csv.Read(text), [0, 1, 2]), schema.EncodeFeatures<float>(otherwise, [0, 1, 2]));
    }

    [Fact]
    public void A_missing_column_is_an_error_with_a_suggestion()
    {
        TableException problem = Assert.Throws<TableException>(
            () => Fit(Text).EncodeFeatures<float>(Csv.Read("size,colour,fresh\n1,red,yes\n"), [0]));

        Assert.Equal("t.csv: there is no column \"color\" — did you mean \"colour\"?", problem.Message);
    }

    [Fact]
    public void Unseen_values_are_counted_and_leave_no_mark()
    {
        TableSchema schema = Fit("color,fresh,y\nred,yes,a\nblue,no,b\ngreen,yes,a\nred,no,b\n");
        Table table = Csv.Read("color,fresh\nmauve,yes\nteal,no\nteal,maybe\nNA,NA\nred,no\n");
        EncodingReport report = new();

        Assert.Equal(
        [
            0, 0, 0, 1,
            0, 0, 0, 0,
            0, 0, 0, 0.5f,
            0, 0, 0, 0.5f,
            0, 0, 1, 0,
        ],
        schema.EncodeFeatures<float>(table, [0, 1, 2, 3, 4], report));
        Assert.Equal([("color", 4), ("fresh", 2)], report.Unseen.Select(unseen => (unseen.Column, unseen.Count)));
        Assert.Equal(6, report.UnseenCount);
        Assert.Equal(
        [
            "4 values of column \"color\" did not occur in training: mauve, teal, (missing)",
            "2 values of column \"fresh\" did not occur in training: maybe, (missing)",
        ],
        report.Notes);
    }

    [Fact]
    public void A_field_that_cannot_be_what_its_column_was_is_an_error_at_its_row()
    {
        TableSchema schema = Fit("x,d,y\n1,2024-01-01,a\n2,2024-01-02,b\n3,2024-01-03,a\n");

        Assert.Equal(
            "t.csv:3:1: \"high\" in column \"x\" is not a number, where the column held numbers in training — "
                + "correct it, leave the field empty, or ignore the column",
            Problem("high,2024-01-02"));
        Assert.Equal(
            "t.csv:3:1: \"Inf\" in column \"x\" is not a finite number — leave the field empty if its value is missing",
            Problem("Inf,2024-01-02"));
        Assert.Equal(
            "t.csv:3:2: \"tomorrow\" in column \"d\" is no date, where the column held dates in training — "
                + "write it as 2024-02-29 or 2024-02-29T12:30:00",
            Problem("2,tomorrow"));

        string Problem(string row)
        {
            Table table = Csv.Read($"x,d\n1,2024-01-01\n{row}\n");
            return Assert.Throws<TableException>(() => schema.EncodeFeatures<float>(table, [0, 1])).Message;
        }
    }

    [Fact]
    public void A_missing_date_takes_the_median_of_each_part()
    {
        TableSchema schema = Fit("d,y\n2020-01-01,a\n2021-01-01,b\n2025-01-01,a\n");
        double[] inputs = schema.EncodeFeatures<double>(Csv.Read("d,z\n2021-01-01,1\nNA,1\n"), [0, 1]);

        Assert.Equal(inputs[0], inputs[schema.InputCount]);
    }

    [Fact]
    public void Two_classes_have_one_output_and_three_have_three()
    {
        Assert.Equal(1, Fit("x,y\n1,a\n2,b\n3,a\n").OutputCount);
        Assert.Equal(3, Fit("x,y\n1,a\n2,b\n3,c\n4,a\n").OutputCount);
        Assert.Equal(1, Fit("x,y\n1,1.5\n2,2.5\n3,3.5\n").OutputCount);
    }

    [Fact]
    public void Labels_are_indices_into_the_classes()
    {
        TableSchema schema = Fit("x,y\n1,b\n2,a\n3,b\n");

        Assert.Equal(["a", "b"], Assert.IsType<ClassTarget>(schema.Target).Classes);
        Assert.Equal([1, 0], schema.EncodeLabels(Csv.Read("y,x\nb,1\na,2\n"), [0, 1]));
        Assert.Throws<InvalidOperationException>(() => schema.EncodeTargets<float>(Csv.Read("x,y\n1,b\n"), [0]));
    }

    [Fact]
    public void A_class_that_training_did_not_know_is_an_error_at_its_row()
    {
        TableSchema schema = Fit("x,y\n1,b\n2,a\n3,b\n");
        TableException problem = Assert.Throws<TableException>(() => schema.EncodeLabels(Csv.Read("x,y\n1,b\n2,c\n"), [0, 1]));

        Assert.Equal(
            "t.csv:3:2: \"c\" in column \"y\" is none of the classes of training: a, b — correct it, or leave the row out",
            problem.Message);
    }

    [Fact]
    public void A_number_to_predict_is_standardised_and_restored()
    {
        const string text = "x,y\n1,10.5\n2,20.5\n3,30.5\n4,NA\n";
        TableSchema schema = Fit(text);
        NumberTarget target = Assert.IsType<NumberTarget>(schema.Target);
        double[] encoded = schema.EncodeTargets<double>(Csv.Read(text), [0, 1, 2]);

        Assert.Equal([-Math.Sqrt(1.5), 0, Math.Sqrt(1.5)], encoded, (left, right) => Math.Abs(left - right) < 1e-15);
        Assert.Equal([10.5, 20.5, 30.5], encoded.Select(target.Scaling.Restore));
        Assert.Throws<InvalidOperationException>(() => schema.EncodeLabels(Csv.Read(text), [0]));
    }

    [Fact]
    public void Rows_without_a_target_cannot_be_encoded_and_are_easily_left_out()
    {
        Table table = Csv.Read("x,y\n1,10.5\n2,NA\n3,30.5\n");
        TableSchema schema = Fit("x,y\n1,10.5\n2,20.5\n3,30.5\n");

        Assert.Equal([0, 2], schema.LabelledRows(table));
        Assert.Equal(
            "t.csv:3:2: the target column \"y\" has no value here — leave the row out",
            Assert.Throws<TableException>(() => schema.EncodeTargets<float>(table, [1])).Message);
        Assert.Equal(
            "t.csv: the target column \"y\" has no values — fill them in",
            Assert.Throws<TableException>(() => schema.LabelledRows(Csv.Read("x,y\n1,\n2,NA\n"))).Message);
    }

    private static TableSchema Fit(string text)
    {
        Table table = Csv.Read(text);
        TableUnderstanding understanding = TableUnderstanding.Of(table);
        return TableSchema.Fit(table, understanding, understanding.LabelledRows);
    }
}
