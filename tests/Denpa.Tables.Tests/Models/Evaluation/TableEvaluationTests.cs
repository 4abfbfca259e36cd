namespace Denpa.Tables.Tests;

/// <summary>Measures of linear models whose every prediction can be worked out by hand.</summary>
public sealed class TableEvaluationTests
{
    [Fact]
    public void A_regression_is_measured_in_the_targets_units()
    {
        // Predicted are 10, 15 and 20; the errors 1, −2 and 4; the targets' mean is 14 and their squares around it 25 + 9 + 4.
        TableModel model = Small.Linear(new NumberTarget { Name = "y", Scaling = new Scaling(10, 5) }, [1], [0]);
        TableEvaluation evaluation = Evaluate(model, "x,y\n2,9\n4,17\n6,16\n");

        Assert.Null(evaluation.Confusion);
        Assert.Empty(evaluation.Classes);
        Assert.Equal(3, evaluation.Rows);
        Assert.Equal(Math.Sqrt(21.0 / 3), evaluation[Metric.RootMeanSquaredError], 1e-12);
        Assert.Equal(7.0 / 3, evaluation[Metric.MeanAbsoluteError], 1e-12);
        Assert.Equal(1 - 21.0 / 38, evaluation[Metric.RSquared], 1e-12);
        Assert.Equal([Metric.RootMeanSquaredError, Metric.MeanAbsoluteError, Metric.RSquared], evaluation.Metrics.Keys);
        Assert.Throws<KeyNotFoundException>(() => evaluation[Metric.Accuracy]);
    }

    [Fact]
    public void Two_classes_are_measured_by_their_one_output()
    {
        // The logits are 1, −1, 1 and 0, the last of which is not above 0: predicted are b, a, b and a.
        TableEvaluation evaluation = Evaluate(Small.Linear(Small.Classes("a", "b"), [1], [0]), "x,y\n4,b\n0,a\n4,a\n2,a\n");

        Assert.Equal(["a", "b"], evaluation.Classes);
        Assert.Equal([2, 1, 0, 1], Counts(evaluation));
        Metric[] metrics = [Metric.Accuracy, Metric.F1, Metric.AreaUnderCurve, Metric.LogLoss, Metric.CalibrationError];
        Assert.Equal(metrics, evaluation.Metrics.Keys);

        // Of the three rows of class a, the one row of class b beats those of −1 and 0, and ties with that of 1.
        Assert.Equal(2.5 / 3, evaluation[Metric.AreaUnderCurve], 1e-12);
        Assert.Equal(0.75, evaluation[Metric.Accuracy]);
        Assert.Equal((2.0 * 2 / 5 + 2.0 * 1 / 3) / 2, evaluation[Metric.F1], 1e-12);
        double[] losses = new[] { Math.Log(1 + Math.Exp(-1)), Math.Log(1 + Math.Exp(-1)), Math.Log(1 + Math.E), Math.Log(2) };
        Assert.Equal(losses.Average(), evaluation[Metric.LogLoss], 1e-12);
    }

    [Fact]
    public void Three_classes_are_measured_by_their_highest_output()
    {
        // At x = 4 the logits are 0, 1, −1; at x = 0 they are 0, −1, 1; at x = 2 all are 0, and the first class is taken.
        TableEvaluation evaluation = Evaluate(
            Small.Linear(Small.Classes("a", "b", "c"), [0, 1, -1], [0, 0, 0]), "x,y\n4,b\n4,a\n0,c\n2,a\n");
        double sum = Math.Log(1 + Math.E + 1 / Math.E);

        Assert.Equal([1, 1, 0, 0, 1, 0, 0, 0, 1], Counts(evaluation));
        Assert.Equal(0.75, evaluation[Metric.Accuracy]);
        Assert.Equal((2.0 / 3 + 2.0 / 3 + 1) / 3, evaluation[Metric.F1], 1e-12);
        Assert.Equal(((sum - 1) + sum + (sum - 1) + Math.Log(3)) / 4, evaluation[Metric.LogLoss], 1e-12);
    }

    [Fact]
    public void A_class_without_rows_does_not_count()
    {
        TableEvaluation evaluation = Evaluate(Small.Linear(Small.Classes("a", "b", "c"), [0, 1, -1], [0, 0, 0]), "x,y\n4,b\n2,a\n");

        Assert.Equal(0, evaluation.Confusion!.Actual(2));
        Assert.Equal(1, evaluation[Metric.F1]);
    }

    [Fact]
    public void Predictions_and_measures_tell_the_same_classes()
    {
        TableModel model = Small.PenguinModel();
        Table table = Csv.Penguins();
        TablePredictions predictions = model.Predict(table);
        int hits = Enumerable.Range(0, table.RowCount).Count(row => predictions.Class(row) == table["species"][row]);

        Assert.Equal((double)hits / table.RowCount, model.Evaluate(table, Csv.AllRows(table))[Metric.Accuracy]);
    }

    [Fact]
    public void Many_rows_of_many_classes_are_measured_some_at_a_time()
    {
        const int classes = 1000;
        const int rows = 20_000;
        string[] names = Enumerable.Range(0, classes).Select(label => $"k{label}").ToArray();
        TableModel model = Small.Linear(Small.Classes(names), new double[classes], [1, .. new double[classes - 1]]);
        IEnumerable<string> lines = Enumerable.Range(0, rows).Select(row => $"1,k{row % classes}");
        Table table = Csv.Read("x,y\n" + string.Join('\n', lines) + "\n");
        long before = GC.GetAllocatedBytesForCurrentThread();
        TableEvaluation evaluation = model.Evaluate(table, Csv.AllRows(table));

        // Every row is taken for k0. Outputs of all rows alone would be 160 MB as often as they are copied.
        Assert.Equal(1.0 / classes, evaluation[Metric.Accuracy]);
        Confusion[] worst = [.. Enumerable.Range(1, 3).Select(label => new Confusion(label, 0, rows / classes))];
        Assert.Equal(worst, evaluation.Confusion!.WorstConfusions(3));
        Assert.Equal(classes, evaluation.Confusion.Cells.Count());
        double sum = Math.Log(Math.E + classes - 1);
        Assert.Equal(sum - 1.0 / classes, evaluation[Metric.LogLoss], 1e-12);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400_000_000);
    }

    [Fact]
    public void A_class_that_training_did_not_know_is_missed_and_log_loss_leaves_it_out()
    {
        // Predicted are b, a and b; the logits 1, −1 and 1.
        TableEvaluation evaluation = Evaluate(Small.Linear(Small.Classes("a", "b"), [1], [0]), "x,y\n4,b\n0,z\n4,b\n");

        Assert.Equal(["a", "b", "z"], evaluation.Classes);
        Assert.Equal(1, evaluation.UnseenClasses);
        Assert.Equal(2.0 / 3, evaluation[Metric.Accuracy], 1e-12);
        Assert.Equal(1, evaluation.Confusion![2, 0]);
        Assert.Equal(Math.Log(1 + Math.Exp(-1)), evaluation[Metric.LogLoss], 1e-12);
        Assert.Contains(evaluation.Warnings, warning => warning.Contains("did not have: z", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_of_unknown_classes_alone_are_another_column()
    {
        TableException problem = Assert.Throws<TableException>(
            () => Evaluate(Small.Linear(Small.Classes("a", "b"), [1], [0]), "x,y\n4,y\n0,z\n"));

        Assert.StartsWith("t.csv:2:2: ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_baseline_of_classes_is_the_commonest_of_training_and_not_of_the_rows()
    {
        // Training had three of a and one of b; of the rows two are b. Their shares say −ln ¾ once and −ln ¼ twice.
        ClassTarget target = Small.Classes("a", "b") with { TrainingRows = [3, 1] };
        TableBaseline baseline = Evaluate(Small.Linear(target, [1], [0]), "x,y\n4,b\n0,a\n4,b\n").Baseline!;

        Assert.Equal("a", baseline.Class);
        Assert.Null(baseline.Number);
        Assert.Equal(1.0 / 3, baseline.Metrics[Metric.Accuracy], 1e-12);
        Assert.Equal((2.0 / 4 + 0) / 2, baseline.Metrics[Metric.F1], 1e-12);
        Assert.Equal((Math.Log(4.0 / 3) + (2 * Math.Log(4))) / 3, baseline.Metrics[Metric.LogLoss], 1e-12);
    }

    [Fact]
    public void The_baseline_of_numbers_is_the_mean_of_training()
    {
        // The mean of training is 10: the errors are 1, −7 and −6, and those around the rows' own mean of 14 −5, 3 and 2.
        TableModel model = Small.Linear(new NumberTarget { Name = "y", Scaling = new Scaling(10, 5) }, [1], [0]);
        TableBaseline baseline = Evaluate(model, "x,y\n2,9\n4,17\n6,16\n").Baseline!;

        Assert.Equal(10, baseline.Number);
        Assert.Equal(Math.Sqrt(86.0 / 3), baseline.Metrics[Metric.RootMeanSquaredError], 1e-12);
        Assert.Equal(14.0 / 3, baseline.Metrics[Metric.MeanAbsoluteError], 1e-12);
        Assert.Equal(1 - (86.0 / 38), baseline.Metrics[Metric.RSquared], 1e-12);
    }

    [Fact]
    public void A_model_that_does_not_say_what_training_had_has_no_baseline_of_classes() =>
        Assert.Null(Evaluate(Small.Linear(Small.Classes("a", "b"), [1], [0]), "x,y\n4,b\n0,a\n").Baseline);

    [Theory]
    [InlineData("x,y\n4,b\n0,a\n", "2 rows are too few")]
    [InlineData("x,y\n4,b\n", "1 row is too few")]
    [InlineData("x,y\n4,b\n6,b\n", "of the one class \"b\"")]
    [InlineData("x,y\n0,b\n4,a\n2,a\n", "to answer \"a\" every time would be right as often")]
    public void Numbers_that_say_little_are_warned_of(string text, string warning)
    {
        ClassTarget target = Small.Classes("a", "b") with { TrainingRows = [3, 1] };
        Assert.Contains(
            Evaluate(Small.Linear(target, [1], [0]), text).Warnings, said => said.Contains(warning, StringComparison.Ordinal));
    }

    [Fact]
    public void Enough_rows_that_a_model_tells_apart_are_not_warned_of()
    {
        ClassTarget target = Small.Classes("a", "b") with { TrainingRows = [3, 1] };
        IEnumerable<string> rows = Enumerable.Range(0, 12).Select(row => row % 2 == 0 ? "0,a" : "4,b");
        Assert.Empty(Evaluate(Small.Linear(target, [1], [0]), $"x,y\n{string.Join('\n', rows)}\n").Warnings);
    }

    private static long[] Counts(TableEvaluation evaluation)
    {
        IEnumerable<int> classes = Enumerable.Range(0, evaluation.Classes.Count);
        return [.. classes.SelectMany(actual => classes.Select(predicted => evaluation.Confusion![actual, predicted]))];
    }

    private static TableEvaluation Evaluate(TableModel model, string text)
    {
        Table table = Csv.Read(text);
        return model.Evaluate(table, Csv.AllRows(table));
    }
}
