namespace Denpa.Tables.Tests;

/// <summary>Small trainings and models for tests.</summary>
internal static class Small
{
    /// <summary>A small network and few epochs.</summary>
    public static TrainingSettings Settings { get; } = new() { Hidden = [6], Epochs = 3, Seed = 5, Dropout = 0.1 };

    public static PreparedTraining Training(
        Table table, TrainingSettings? settings = null, string? target = null, Table? test = null)
    {
        TableUnderstanding understanding = TableUnderstanding.Of(table, new UnderstandingOptions { Target = target });
        return new PreparedTraining(table, understanding, settings ?? Settings, test);
    }

    public static PreparedTraining Penguins(TrainingSettings? settings = null, string target = "species") =>
        Training(Csv.Penguins(), settings, target);

    /// <summary>A trained model of the penguins: species are three classes, sex is two, body_mass_g is a number.</summary>
    public static TableModel PenguinModel(string target = "species", TrainingSettings? settings = null)
    {
        PreparedTraining training = Penguins(settings, target);
        Run(training);
        return training.ToModel();
    }

    public static TrainingResult Run(
        PreparedTraining training, CheckpointStore? store = null, Checkpoint? from = null, IProgress<TrainingProgress>? progress = null) =>
        new TableTraining(training).Run(store, from, progress, TestContext.Current.CancellationToken);

    /// <summary>A linear model of a number x, standardised by (x − 2) / 2, with these weights and biases for each output.</summary>
    public static TableModel Linear(TargetSchema target, double[] weights, double[] biases)
    {
        TableSchema schema = new()
        {
            Features = [new NumberFeature { Name = "x", Median = 0, Scaling = new Scaling(2, 2) }],
            Target = target,
        };
        TrainingSettings settings = new() { Hidden = [], DType = DType.Float64 };
        RowSplit split = new() { Fractions = SplitFractions.Default, Seed = 0, Fingerprint = "" };
        Sequential network = TableNetwork.Of(schema, settings, new Generator(0));
        network.LoadState(new Dictionary<string, Tensor>
        {
            ["0.weight"] = Tensor.Wrap(weights, [weights.Length, 1]),
            ["0.bias"] = Tensor.Wrap(biases, [biases.Length]),
        });
        return new TableModel(schema, settings, split, network);
    }

    /// <summary>A schema of so many numbers x0, x1, …, and classes.</summary>
    public static TableSchema Schema(int numbers, int classes) => new()
    {
        Features =
        [
            .. Enumerable.Range(0, numbers).Select(i => new NumberFeature { Name = $"x{i}", Median = 0, Scaling = new Scaling(0, 1) }),
        ],
        Target = Classes([.. Enumerable.Range(0, classes).Select(i => $"c{i}")]),
    };

    public static ClassTarget Classes(params string[] classes) => new() { Name = "y", Classes = classes, IsNumeric = false };

    /// <summary>Two rows of class a for every one of class b and every one of c, with a number x that tells them apart.</summary>
    public static string ThreeClasses(int rows)
    {
        IEnumerable<string> lines = Enumerable.Range(0, rows).Select(i => $"{(i % 4 * 0.75) + (i * 0.01)},{"aabc"[i % 4]}");
        return "x,y\n" + string.Join('\n', lines) + "\n";
    }

    /// <summary>The weights' bytes, by name.</summary>
    public static Dictionary<string, string> Bits(Sequential network) => network.SaveState().ToDictionary(
        entry => entry.Key,
        entry => string.Join(' ', entry.Value.To(DType.Float64).ToArray<double>().Select(BitConverter.DoubleToInt64Bits)));

    /// <summary>All that a model says of a table's rows.</summary>
    public static double[] Answers(TableModel model, Table table)
    {
        TablePredictions predictions = model.Predict(table);
        IEnumerable<int> rows = Enumerable.Range(0, predictions.Count);
        return predictions.Classes.Count == 0
            ? [.. rows.Select(predictions.Number)]
            : [.. rows.SelectMany(row => predictions.Classes.Select((_, index) => predictions.Probability(row, index)))];
    }
}
