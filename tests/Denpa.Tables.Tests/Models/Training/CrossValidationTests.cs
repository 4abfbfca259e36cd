namespace Denpa.Tables.Tests;

public sealed class CrossValidationTests
{
    [Fact]
    public void Every_row_is_measured_once_and_each_class_as_often_as_it_is_in_the_whole()
    {
        SplitRows[] folds = Shares(Small.Settings);
        Table table = Csv.Penguins();
        Assert.Equal(Enumerable.Range(0, 344), folds.SelectMany(fold => fold.Test).Order());
        Assert.All(folds, fold =>
        {
            Assert.Empty(fold.Test.Intersect(fold.Training.Concat(fold.Validation)));
            Assert.Equal(344, fold.Training.Length + fold.Validation.Length + fold.Test.Length);
            Assert.InRange(fold.Test.Count(row => table["species"][row] == "Chinstrap"), 68 / 5, (68 / 5) + 1);
        });
    }

    [Fact]
    public void Groups_stay_together()
    {
        Table table = Csv.Penguins();
        SplitRows[] folds = Shares(Small.Settings with { Group = "island" }, folds: 3);
        Assert.All(folds, fold => Assert.Single(fold.Test.Select(row => table["island"][row]).Distinct()));
    }

    [Fact]
    public void In_time_each_fold_is_told_by_the_rows_before_it()
    {
        Table table = Csv.Penguins();
        SplitRows[] folds = Shares(Small.Settings with { SplitBy = "body_mass_g" }, folds: 4);
        Assert.Equal(4, folds.Length);
        Assert.All(folds, fold => Assert.True(fold.Training.Concat(fold.Validation).Max(Mass) <= fold.Test.Min(Mass)));

        double Mass(int row) => table["body_mass_g"].ReadNumber(row, out double mass) == NumberReading.Number ? mass : 0;
    }

    [Fact]
    public void More_folds_than_rows_are_refused() =>
        Assert.Throws<TableException>(() => Shares(Small.Settings, folds: 345));

    private static SplitRows[] Shares(TrainingSettings settings, int folds = 5)
    {
        Table table = Csv.Penguins();
        TableUnderstanding understanding = TableUnderstanding.Of(table, new UnderstandingOptions { Target = "species" });
        return [.. new CrossValidation(table, understanding, settings, folds).Shares()];
    }
}
