namespace Denpa.Tables.Tests;

public sealed class TargetRulesTests
{
    [Fact]
    public void Texts_are_classes()
    {
        TableUnderstanding understanding = Csv.Understand(WithTarget("b", "a", "c", "a"));

        Assert.Equal(TableTask.Classification, understanding.Task);
        Assert.Equal(["a", "b", "c"], understanding.Classes);
        Assert.Equal([1, 0, 2, 0], understanding.ClassLabels());
        Assert.Equal("3 classes: a, b, c", understanding.Target.Reason);
    }

    [Fact]
    public void Two_numbers_are_classes_however_few_the_rows()
    {
        TableUnderstanding understanding = Csv.Understand(WithTarget("0", "1", "1", "0"));

        Assert.Equal(TableTask.Classification, understanding.Task);
        Assert.Equal(["0", "1"], understanding.Classes);
    }

    [Fact]
    public void Few_whole_numbers_with_five_rows_each_are_classes_in_order_of_size()
    {
        TableUnderstanding understanding = Csv.Understand(WithTarget([.. Enumerable.Range(0, 55).Select(i => $"{i % 11}")]));

        Assert.Equal(TableTask.Classification, understanding.Task);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], understanding.Classes);
    }

    [Fact]
    public void Whole_numbers_with_fewer_rows_each_are_regression()
    {
        TableUnderstanding understanding = Csv.Understand(WithTarget([.. Enumerable.Range(0, 54).Select(i => $"{i % 11}")]));

        Assert.Equal(TableTask.Regression, understanding.Task);
        Assert.Equal("numbers from 0 to 10", understanding.Target.Reason);
        Assert.Empty(understanding.Classes);
    }

    [Fact]
    public void More_than_twenty_whole_numbers_are_regression() =>
        Assert.Equal(TableTask.Regression, Csv.Understand(WithTarget([.. Enumerable.Range(0, 1000).Select(i => $"{i % 21}")])).Task);

    [Fact]
    public void Fractions_are_regression() =>
        Assert.Equal(TableTask.Regression, Csv.Understand(WithTarget([.. Enumerable.Range(0, 30).Select(i => $"{i % 3}.5")])).Task);

    [Fact]
    public void The_task_asked_for_wins()
    {
        TableUnderstanding regression = Csv.Understand(
            WithTarget("0", "1", "1", "0"), new UnderstandingOptions { Task = TableTask.Regression });
        Assert.Equal((TableTask.Regression, ColumnKind.Number), (regression.Task, regression.Target.Kind));
        Assert.Equal("numbers from 0 to 1, as asked", regression.Target.Reason);

        string[] fractions = [.. Enumerable.Range(0, 30).Select(i => $"{i % 3}.5")];
        TableUnderstanding classification = Csv.Understand(
            WithTarget(fractions), new UnderstandingOptions { Task = TableTask.Classification });
        Assert.Equal(["0.5", "1.5", "2.5"], classification.Classes);
    }

    [Fact]
    public void Rows_without_a_target_are_left_out_and_counted()
    {
        TableUnderstanding understanding = Csv.Understand(WithTarget("a", "NA", "b", "", "a"));

        Assert.Equal([0, 2, 4], understanding.LabelledRows.ToArray());
        Assert.Equal([0, 1, 0], understanding.ClassLabels());
        Assert.Equal(2, understanding.Target.MissingCount);
        Assert.Equal("2 classes: a, b; 2 rows without it are left out", understanding.Target.Reason);
    }

    [Fact]
    public void A_target_without_values_is_refused() => Refused(
        WithTarget("NA", "", "?"),
        "t.csv: the target column \"y\" has no values — name another target");

    [Theory]
    [InlineData("a")]
    [InlineData("7")]
    public void A_constant_target_is_refused(string value) => Refused(
        WithTarget(value, value, value),
        $"t.csv: the target column \"y\" has the one value \"{value}\", so there is nothing to predict — name another target");

    [Fact]
    public void Too_many_texts_are_refused() => Refused(
        WithTarget([.. Enumerable.Range(0, 60).Select(i => $"v{i % 30}")]),
        "t.csv: the target column \"y\" has more than 20 different texts, too many for classes — name another target, or merge classes");

    [Fact]
    public void Asked_for_classes_may_be_half_as_many_as_the_rows()
    {
        UnderstandingOptions asked = new() { Task = TableTask.Classification };

        Assert.Equal(30, Csv.Understand(WithTarget([.. Enumerable.Range(0, 60).Select(i => $"v{i % 30}")]), asked).Classes.Count);
        Refused(
            WithTarget([.. Enumerable.Range(0, 60).Select(i => $"{i % 31}")]),
            "t.csv: the target column \"y\" has more than 30 different numbers, too many for classes — predict it by regression",
            asked);
    }

    [Fact]
    public void Text_cannot_be_predicted_by_regression() => Refused(
        WithTarget("1", "2", "low", "4"),
        "t.csv:4:2: \"low\" in column \"y\" is not a number, where regression needs one — "
            + "correct it, leave the field empty, or ignore the column",
        new UnderstandingOptions { Task = TableTask.Regression });

    [Fact]
    public void A_stray_in_a_target_of_numbers_is_an_error_at_its_row()
    {
        TableException problem = Csv.NotUnderstood(WithTarget([.. Enumerable.Range(0, 20).Select(i => i == 3 ? "inf" : $"{i}.25")]));

        Assert.Equal(
            "t.csv:5:2: \"inf\" in column \"y\" is not a finite number — leave the field empty if its value is missing",
            problem.Message);
    }

    private static string WithTarget(params string[] targets) =>
        "x,y\n" + string.Concat(targets.Select((target, i) => $"{i}.5,{target}\n"));

    private static void Refused(string text, string message, UnderstandingOptions? options = null) =>
        Assert.Equal(message, Csv.NotUnderstood(text, options).Message);
}
