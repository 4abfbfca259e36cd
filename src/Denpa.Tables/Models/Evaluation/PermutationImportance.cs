namespace Denpa.Tables;

/// <summary>How much worse a model is when a column's values are dealt out anew among the rows.</summary>
/// <param name="Column">The column.</param>
/// <param name="Mean">The mean loss of accuracy, or of R²; about 0 for a column that the model does without.</param>
/// <param name="Deviation">The sample standard deviation over the repeats.</param>
internal readonly record struct ColumnImportance(string Column, double Mean, double Deviation);

/// <summary>
/// The permutation importance of the columns (Breiman 2001): what the model has learned from each, on rows where each has lost its
/// connection with the others. Of two columns that say the same, neither seems important.
/// </summary>
internal static class PermutationImportance
{
    public const int Repeats = 5;

    /// <summary>The metric whose loss is measured.</summary>
    public static Metric MetricOf(TableSchema schema) => schema.Target is ClassTarget ? Metric.Accuracy : Metric.RSquared;

    /// <summary>The columns, the most important first.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows, at least one.</param>
    public static IReadOnlyList<ColumnImportance> Of(TableModel model, Table table, int[] rows)
    {
        TableSchema schema = model.Schema;
        Metric metric = MetricOf(schema);
        double[] inputs = schema.EncodeFeatures<double>(table, rows);
        double whole = Measure(inputs);
        List<ColumnImportance> columns = [];
        int first = 0;
        foreach (FeatureSchema feature in schema.Features)
        {
            Generator generator = new Generator(model.Settings.Seed).Fork($"importance {feature.Name}");
            double[] losses = new double[Repeats];
            for (int repeat = 0; repeat < Repeats; repeat++)
                losses[repeat] = whole - Measure(Dealt(inputs, schema.InputCount, first, feature.InputCount, generator));
            columns.Add(new ColumnImportance(feature.Name, losses.Average(), Deviation(losses)));
            first += feature.InputCount;
        }

        return [.. columns.OrderByDescending(column => column.Mean)];

        double Measure(double[] numbers)
        {
            Tensor features = Tensor.Wrap(numbers, [rows.Length, schema.InputCount]).To(model.Settings.DType);
            return TableEvaluation.Of(schema, [new Predictor(model.Network).Predict(features)], table, rows)[metric];
        }
    }

    /// <summary>The sample standard deviation, 0 of one number.</summary>
    public static double Deviation(IReadOnlyCollection<double> numbers)
    {
        double mean = numbers.Average();
        return numbers.Count < 2 ? 0 : Math.Sqrt(numbers.Sum(number => (number - mean) * (number - mean)) / (numbers.Count - 1));
    }

    private static double[] Dealt(double[] inputs, int width, int first, int count, Generator generator)
    {
        double[] dealt = [.. inputs];
        int[] order = [.. Enumerable.Range(0, inputs.Length / width)];
        generator.Shuffle<int>(order);
        for (int row = 0; row < order.Length; row++)
            inputs.AsSpan((order[row] * width) + first, count).CopyTo(dealt.AsSpan((row * width) + first));
        return dealt;
    }
}
