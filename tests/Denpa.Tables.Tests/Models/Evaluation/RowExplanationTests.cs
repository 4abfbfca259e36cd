namespace Denpa.Tables.Tests;

/// <summary>What moved a prediction, by models whose answer can be worked out by hand.</summary>
public sealed class RowExplanationTests
{
    [Fact]
    public void Of_a_linear_model_both_measures_are_weight_times_input_in_the_targets_unit()
    {
        // x = 6 is 2 deviations above the mean of 2; the weight is 3, and the target's unit 5.
        TableModel model = Small.Linear(new NumberTarget { Name = "y", Scaling = new Scaling(10, 5) }, [3], [1]);
        ColumnInfluence influence = Assert.Single(Explain(model, "x\n6\n")[0].Columns);
        Assert.Equal("x", influence.Column);
        Assert.Equal(30, influence.Gradient, 1e-9);
        Assert.Equal(30, influence.Ablation, 1e-9);
    }

    [Fact]
    public void Of_two_classes_it_is_what_speaks_for_the_predicted_one()
    {
        // At 6 the logit of b is 2, at −2 it is −2, and a is predicted: both are moved by 2 towards what they are.
        TableModel model = Small.Linear(Small.Classes("a", "b"), [1], [0]);
        Assert.All(Explain(model, "x\n6\n-2\n"), row => Assert.Equal(2, Assert.Single(row.Columns).Gradient, 1e-9));
    }

    [Fact]
    public void Of_any_model_the_slope_is_that_of_a_small_step()
    {
        TableModel model = Small.PenguinModel("body_mass_g", Small.Settings with { DType = DType.Float64 });
        Table table = Csv.Penguins();
        int[] rows = [0, 1, 5];
        int column = model.Schema.Features.ToList().FindIndex(feature => feature.Name == "flipper_length_mm");
        NumberFeature feature = (NumberFeature)model.Schema.Features[column];
        RowExplanation[] explained = [.. RowExplanation.Of(model, table, rows)];
        foreach ((int row, RowExplanation explanation) in rows.Zip(explained))
        {
            double length = double.Parse(table["flipper_length_mm"][row], System.Globalization.CultureInfo.InvariantCulture);
            const double step = 1e-4;
            double slope = (Predict(length + step) - Predict(length - step)) / (2 * step);
            Assert.Equal(slope * (length - feature.Scaling.Mean), explanation.Columns[column].Gradient, 1e-3);
            Assert.Equal(Predict(length) - Predict(feature.Scaling.Mean), explanation.Columns[column].Ablation, 1e-6);

            double Predict(double with)
            {
                string[] lines = File.ReadAllLines(Csv.PenguinsPath);
                string[] fields = lines[row + 1].Split(',');
                fields[lines[0].Split(',').ToList().IndexOf("flipper_length_mm")] =
                    with.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
                return model.Predict(Csv.Read($"{lines[0]}\n{string.Join(',', fields)}\n")).Number(0);
            }
        }
    }

    private static RowExplanation[] Explain(TableModel model, string text)
    {
        Table table = Csv.Read(text);
        return [.. RowExplanation.Of(model, table, Csv.AllRows(table))];
    }
}
