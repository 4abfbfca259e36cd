namespace Denpa.Tables.Tests;

public sealed class TablePredictionsTests
{
    [Theory]
    [InlineData("species")]
    [InlineData("sex")]
    public void The_probabilities_of_a_row_add_up_to_one(string target)
    {
        TablePredictions predictions = Small.PenguinModel(target).Predict(Csv.Penguins());

        for (int row = 0; row < predictions.Count; row++)
        {
            double[] probabilities = predictions.Classes.Select((_, index) => predictions.Probability(row, index)).ToArray();
            Assert.Equal(1, probabilities.Sum(), 1e-12);
            Assert.All(probabilities, probability => Assert.InRange(probability, 0, 1));
            Assert.Equal(probabilities.Max(), probabilities[predictions.ClassIndex(row)]);
        }
    }

    [Fact]
    public void One_output_is_the_logit_of_the_second_class()
    {
        TablePredictions predictions = Predict(Small.Linear(Small.Classes("no", "yes"), [2], [1]), "4\n-4\n");

        Assert.Equal(1 / (1 + Math.Exp(-3)), predictions.Probability(0, 1), 1e-14);
        Assert.Equal(1 / (1 + Math.Exp(-5)), predictions.Probability(1, 0), 1e-14);
        Assert.Equal(["yes", "no"], [predictions.Class(0), predictions.Class(1)]);
    }

    [Fact]
    public void Several_outputs_are_logits_of_a_softmax()
    {
        TablePredictions predictions = Predict(Small.Linear(Small.Classes("a", "b", "c"), [0, 1, -1], [0, 0, 0]), "4\n0\n2\n");
        double sum = 1 + Math.E + (1 / Math.E);

        Assert.Equal(1 / sum, predictions.Probability(0, 0), 1e-14);
        Assert.Equal(Math.E / sum, predictions.Probability(0, 1), 1e-14);
        Assert.Equal(1 / Math.E / sum, predictions.Probability(0, 2), 1e-14);
        Assert.Equal(["b", "c", "a"], Enumerable.Range(0, 3).Select(predictions.Class));
    }

    [Fact]
    public void A_number_is_in_the_targets_units()
    {
        NumberTarget target = new() { Name = "y", Scaling = new Scaling(10, 5) };
        TablePredictions predictions = Predict(Small.Linear(target, [1], [0.5]), "4\n2\n");

        Assert.Equal([17.5, 12.5], [predictions.Number(0), predictions.Number(1)]);
        Assert.Empty(predictions.Classes);
    }

    [Fact]
    public void A_missing_field_is_predicted_from_the_median() => Assert.Equal(
        10 + 5 * -1,
        Predict(Small.Linear(new NumberTarget { Name = "y", Scaling = new Scaling(10, 5) }, [1], [0]), "NA\n1\n").Number(0));

    [Fact]
    public void Close_outputs_that_round_to_equal_probabilities_still_have_a_higher_one()
    {
        TablePredictions single = Predict(Small.Linear(Small.Classes("no", "yes"), [0], [1e-20]), "1\n");
        TablePredictions several = Predict(Small.Linear(Small.Classes("a", "b", "c"), [0, 0, 0], [0, 1e-20, 0]), "1\n");

        Assert.Equal((0.5, 0.5, "yes"), (single.Probability(0, 0), single.Probability(0, 1), single.Class(0)));
        Assert.Equal((several.Probability(0, 0), "b"), (several.Probability(0, 1), several.Class(0)));
    }

    [Fact]
    public void A_row_without_a_finite_answer_is_named()
    {
        TableModel model = Small.Linear(Small.Classes("a", "b", "c"), [0, 1e300, 0], [0, 0, 0]);

        TableException problem = Assert.Throws<TableException>(() => Predict(model, "4\n1\n-1e38\n"));

        Assert.StartsWith("t.csv:4: the model has no finite answer to this row", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_a_finite_answer_to_a_row_like_those_of_training_is_blamed_itself()
    {
        TableModel overflowing = Small.Linear(Small.Classes("a", "b", "c"), [0, 1e308, 0], [0, 1e308, 0]);
        TableModel unrestored = Small.Linear(new NumberTarget { Name = "y", Scaling = new Scaling(0, 1e38) }, [1e300], [0]);

        foreach (TableModel model in new[] { overflowing, unrestored })
        {
            InvalidFileException problem = Assert.Throws<InvalidFileException>(() => Predict(model, "0\n4\n"));
            Assert.Equal(("the model", "weights"), (problem.File, problem.Place));
            Assert.Contains("no finite answer to the row on line", problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rows_beyond_those_of_one_pass_keep_their_places()
    {
        const int rows = 2500;
        int[] fields = Enumerable.Range(0, rows).Select(row => row % 7).ToArray();
        string text = string.Join('\n', fields) + "\n";
        TablePredictions several = Predict(Small.Linear(Small.Classes("a", "b", "c"), [0, 1, -1], [0, 0, 0]), text);
        TablePredictions single = Predict(Small.Linear(Small.Classes("no", "yes"), [2], [1]), text);
        TablePredictions numbers = Predict(Small.Linear(new NumberTarget { Name = "y", Scaling = new Scaling(10, 5) }, [1], [0]), text);

        for (int row = 0; row < rows; row++)
        {
            double z = (fields[row] - 2) / 2.0;
            Assert.Equal(Math.Exp(z) / (1 + Math.Exp(z) + Math.Exp(-z)), several.Probability(row, 1), 1e-14);
            Assert.Equal(1 / (1 + Math.Exp(-2 * z - 1)), single.Probability(row, 1), 1e-14);
            Assert.Equal(z > 0 ? "b" : z < 0 ? "c" : "a", several.Class(row));
            Assert.Equal(10 + 5 * z, numbers.Number(row));
        }

        Assert.Throws<IndexOutOfRangeException>(() => several.Probability(rows, 0));
    }

    [Fact]
    public void What_the_target_does_not_have_is_refused()
    {
        TablePredictions classes = Predict(Small.Linear(Small.Classes("no", "yes"), [2], [1]), "4\n1\n");
        TablePredictions numbers = Predict(Small.Linear(new NumberTarget { Name = "y", Scaling = new Scaling(0, 1) }, [1], [0]), "4\n1\n");

        Assert.Throws<InvalidOperationException>(() => classes.Number(0));
        Assert.Throws<InvalidOperationException>(() => numbers.Probability(0, 0));
        Assert.Throws<InvalidOperationException>(() => numbers.ClassIndex(0));
        Assert.Throws<InvalidOperationException>(() => numbers.Class(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => classes.Probability(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => classes.Probability(0, -1));
    }

    private static TablePredictions Predict(TableModel model, string fields) => model.Predict(Csv.Read("x\n" + fields));
}
