namespace Denpa.Tables.Tests;

public sealed class TableUnderstandingTests
{
    private const string Text = "a,b,c\n1,x,p\n2,y,q\n4,x,p\n";

    [Fact]
    public void The_penguins_are_understood()
    {
        const string missing = "; 2 missing get the training median and are marked";
        TableUnderstanding understanding = TableUnderstanding.Of(Csv.Penguins(), new UnderstandingOptions { Target = "species" });

        Assert.Equal(
        [
            ("species", ColumnKind.Category, ColumnRole.Target, 0, "3 classes: Adelie, Chinstrap, Gentoo"),
            ("island", ColumnKind.Category, ColumnRole.Feature, 0, "3 values: Biscoe, Dream, Torgersen"),
            ("bill_length_mm", ColumnKind.Number, ColumnRole.Feature, 2, "from 32.1 to 59.6" + missing),
            ("bill_depth_mm", ColumnKind.Number, ColumnRole.Feature, 2, "from 13.1 to 21.5" + missing),
            ("flipper_length_mm", ColumnKind.Number, ColumnRole.Feature, 2, "from 172 to 231" + missing),
            ("body_mass_g", ColumnKind.Number, ColumnRole.Feature, 2, "from 2700 to 6300" + missing),
            ("sex", ColumnKind.YesNo, ColumnRole.Feature, 11, "two values: female, male; 11 missing are a category of their own"),
            ("year", ColumnKind.Number, ColumnRole.Feature, 0, "from 2007 to 2009"),
        ],
        understanding.Columns.Select(column => (column.Name, column.Kind, column.Role, column.MissingCount, column.Reason)));
        Assert.Equal(TableTask.Classification, understanding.Task);
        Assert.Equal([new("Adelie", 152), new("Chinstrap", 68), new("Gentoo", 124)], understanding.Target.Values);
        Assert.Equal([new("Biscoe", 168), new("Dream", 124), new("Torgersen", 52)], understanding.Columns[1].Values);
        Assert.Equal([new("female", 165), new("male", 168)], understanding.Columns[6].Values);
        Assert.Equal(344, understanding.LabelledRows.Length);
    }

    [Fact]
    public void The_last_column_is_the_target_when_none_is_named()
    {
        Assert.Equal("c", Csv.Understand(Text).Target.Name);
        Assert.Equal("year", TableUnderstanding.Of(Csv.Penguins()).Target.Name);
    }

    [Fact]
    public void Ignored_columns_are_left_out()
    {
        TableUnderstanding understanding = Csv.Understand(Text, new UnderstandingOptions { Ignore = ["b"] });

        Assert.Equal(["a"], understanding.Features.Select(feature => feature.Name));
        Assert.Equal((ColumnRole.LeftOut, "ignored, as asked"), (understanding.Columns[1].Role, understanding.Columns[1].Reason));
    }

    [Fact]
    public void Only_the_features_asked_for_are_learnt_from()
    {
        TableUnderstanding understanding = Csv.Understand(Text, new UnderstandingOptions { Features = ["b"] });

        Assert.Equal(["b"], understanding.Features.Select(feature => feature.Name));
        Assert.Equal("not among the features asked for", understanding.Columns[0].Reason);
    }

    [Fact]
    public void What_is_wrong_in_an_ignored_column_is_no_error()
    {
        string text = Csv.WithTarget(Enumerable.Range(0, 20).Select(i => i == 12 ? "NaN" : $"{i}.5"));

        Assert.Equal(["spare"], Csv.Understand(text, new UnderstandingOptions { Ignore = ["x"] }).Features.Select(feature => feature.Name));
    }

    [Fact]
    public void Columns_that_are_not_there_are_refused_with_a_suggestion()
    {
        const string text = "alpha,beta,gamma\n1,x,p\n2,y,q\n";
        string[] messages =
        [
            Csv.NotUnderstood(text, new UnderstandingOptions { Target = "gama" }).Message,
            Csv.NotUnderstood(text, new UnderstandingOptions { Features = ["Alpha"] }).Message,
            Csv.NotUnderstood(text, new UnderstandingOptions { Ignore = ["betta"] }).Message,
        ];

        Assert.Equal(
        [
            "t.csv: there is no column \"gama\" — did you mean \"gamma\"?",
            "t.csv: there is no column \"Alpha\" — did you mean \"alpha\"?",
            "t.csv: there is no column \"betta\" — did you mean \"beta\"?",
        ],
        messages);
    }

    [Fact]
    public void The_target_can_be_neither_a_feature_nor_ignored()
    {
        Assert.Equal(
            "t.csv: column \"c\" is the target and cannot be a feature too — take it out of the features",
            Csv.NotUnderstood(Text, new UnderstandingOptions { Features = ["a", "c"] }).Message);
        Assert.Equal(
            "t.csv: column \"c\" is the target and cannot be ignored — name another target",
            Csv.NotUnderstood(Text, new UnderstandingOptions { Ignore = ["c"] }).Message);
    }

    [Fact]
    public void A_table_needs_something_to_learn_from()
    {
        Assert.Equal(
            "t.csv: there is one column only, the target — say what separates the columns by --delimiter, or add columns",
            Csv.NotUnderstood("y\n1\n2\n").Message);
        Assert.Equal(
            "t.csv: no column is left to learn from: \"id\" (whole numbers under the name \"id\") — "
                + "add columns, or name the features",
            Csv.NotUnderstood("id,y\n1,a\n2,b\n3,a\n").Message);
    }

    [Fact]
    public void Regression_has_no_class_labels() =>
        Assert.Throws<InvalidOperationException>(() => Csv.Understand("x,y\n1,1.5\n2,2.5\n3,3.5\n").ClassLabels());
}
