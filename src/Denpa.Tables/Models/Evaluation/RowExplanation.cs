namespace Denpa.Tables;

/// <summary>How far a column has moved a prediction, by two measures that agree for a linear model.</summary>
/// <param name="Column">The column.</param>
/// <param name="Gradient">Gradient × input: the slope at the row, times how far the row lies from the middle of training.</param>
/// <param name="Ablation">By how much the prediction would fall if the column were in the middle of training.</param>
internal readonly record struct ColumnInfluence(string Column, double Gradient, double Ablation);

/// <summary>
/// What moved a model's predictions: of classes the logit of the predicted one, of a number the number itself. The middle of training is
/// where all inputs of a column are 0: the mean of a number, no category at all.
/// </summary>
internal sealed class RowExplanation
{
    private RowExplanation(IReadOnlyList<ColumnInfluence> columns) => Columns = columns;

    /// <summary>The columns in the order of the schema.</summary>
    public IReadOnlyList<ColumnInfluence> Columns { get; }

    /// <summary>Explains rows some at a time.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows.</param>
    public static IEnumerable<RowExplanation> Of(TableModel model, Table table, int[] rows) =>
        rows.Chunk(Predictor.DefaultBatchSize).SelectMany(some => OfSome(model, table, some));

    private static RowExplanation[] OfSome(TableModel model, Table table, int[] rows)
    {
        IReadOnlyList<FeatureSchema> features = model.Schema.Features;
        Tensor inputs = TableTensors.Features(model.Schema, table, rows, model.Settings.DType).Watch();
        Tensor outputs = model.Network.Forward(inputs);
        double[] weights = Weights(model.Schema.Target, outputs.Detach());
        Tensor seed = Tensor.Wrap(weights, outputs.Shape).To(outputs.DType);
        double[] slopes = Numbers(outputs.Backward(seed)[inputs]);
        double[] values = Numbers(inputs.Detach());
        double[] whole = Scores(outputs.Detach(), weights, rows.Length);
        ColumnInfluence[][] influences = [.. rows.Select(_ => new ColumnInfluence[features.Count])];
        int width = model.Schema.InputCount;
        int first = 0;
        for (int column = 0; column < features.Count; column++)
        {
            int end = first + features[column].InputCount;
            double[] without = [.. values];
            for (int row = 0; row < rows.Length; row++) without.AsSpan((row * width) + first, end - first).Clear();
            using GraphScope constant = Graph.WithoutGradients();
            double[] scores = Scores(
                model.Network.Forward(Tensor.Wrap(without, inputs.Shape).To(inputs.DType)), weights, rows.Length);
            for (int row = 0; row < rows.Length; row++)
            {
                double gradient = Enumerable.Range((row * width) + first, end - first).Sum(input => slopes[input] * values[input]);
                influences[row][column] = new ColumnInfluence(features[column].Name, gradient, whole[row] - scores[row]);
            }

            first = end;
        }

        return Array.ConvertAll(influences, columns => new RowExplanation(columns));
    }

    /// <summary>What each output counts in what is explained: of classes the predicted one, of a number its unit.</summary>
    private static double[] Weights(TargetSchema target, Tensor outputs)
    {
        int width = outputs.Shape[1];
        double[] weights = new double[outputs.Length];
        if (target is NumberTarget number)
        {
            Array.Fill(weights, number.Scaling.StandardDeviation);
            return weights;
        }

        long[] likeliest = TablePredictions.Likeliest(outputs);
        for (int row = 0; row < likeliest.Length; row++)
        {
            // One output speaks for the second class, and against the first.
            if (width == 1) weights[row] = likeliest[row] == 1 ? 1 : -1;
            else weights[(row * width) + likeliest[row]] = 1;
        }

        return weights;
    }

    private static double[] Scores(Tensor outputs, double[] weights, int rows)
    {
        double[] numbers = Numbers(outputs);
        int width = numbers.Length / rows;
        return
        [
            .. Enumerable.Range(0, rows)
                .Select(row => Enumerable.Range(row * width, width).Sum(output => numbers[output] * weights[output])),
        ];
    }

    private static double[] Numbers(Tensor tensor) => tensor.Detach().To(DType.Float64).ToArray<double>();
}
