namespace Denpa.Tables.Tests;

public sealed class TableTrainingTests
{
    [Fact]
    public void The_same_seed_gives_the_same_weights()
    {
        (TableModel? one, TableModel? two) = (Small.PenguinModel(), Small.PenguinModel());

        Assert.Equal(Small.Bits(one.Network), Small.Bits(two.Network));
    }

    [Fact]
    public void Another_seed_gives_other_weights()
    {
        (PreparedTraining? one, PreparedTraining? two) = (Small.Penguins(), Small.Penguins(Small.Settings with { Seed = 6 }));

        Assert.NotEqual(Small.Bits(one.Network)["0.weight"], Small.Bits(two.Network)["0.weight"]);
    }

    [Theory]
    [InlineData("species")]
    [InlineData("sex")]
    [InlineData("body_mass_g")]
    public void Training_makes_the_loss_fall(string target)
    {
        TrainingResult result = Small.Run(Small.Penguins(Small.Settings with { Epochs = 5, LearningRate = 0.01 }, target));

        Assert.True(result.History[^1].TrainingLoss < result.History[0].TrainingLoss);
        Assert.True(result.History[^1].ValidationLoss < result.History[0].ValidationLoss);
    }

    [Fact]
    public void Means_deviations_and_medians_are_those_of_the_training_rows()
    {
        Table table = Csv.Penguins();
        PreparedTraining training = Small.Penguins();
        Column column = table["body_mass_g"];
        int[] rows = training.Split.RowsOf(RowPart.Training, table, training.Schema);
        double[] present = rows.Where(row => !column.IsMissing(row)).Select(row => double.Parse(column[row])).Order().ToArray();
        NumberFeature feature = training.Schema.Features.OfType<NumberFeature>().Single(feature => feature.Name == "body_mass_g");
        double[] filled = present.Concat(Enumerable.Repeat(feature.Median, rows.Length - present.Length)).ToArray();

        Assert.Equal((present[(present.Length - 1) / 2] + present[present.Length / 2]) / 2, feature.Median);
        Assert.Equal(filled.Average(), feature.Scaling.Mean, 1e-9);
        Assert.Equal(Math.Sqrt(filled.Average(mass => Math.Pow(mass - filled.Average(), 2))), feature.Scaling.StandardDeviation, 1e-9);
    }

    [Theory]
    [InlineData(RowPart.Validation)]
    [InlineData(RowPart.Test)]
    public void A_row_held_out_has_no_say_in_the_schema(RowPart part)
    {
        string[] lines = Small.ThreeClasses(40).TrimEnd().Split('\n');
        Table table = Csv.Read(string.Join('\n', lines));
        PreparedTraining training = Small.Training(table);
        int row = training.Split.RowsOf(part, table, training.Schema)[0];
        lines[row + 1] = "1e6" + lines[row + 1][lines[row + 1].IndexOf(',')..];

        Assert.Equal(training.Schema.ToJson(), Small.Training(Csv.Read(string.Join('\n', lines))).Schema.ToJson());
    }

    /// <summary>With so small a learning rate the losses are those of the initial weights, which can be worked out.</summary>
    [Fact]
    public void Balanced_classes_weigh_each_row_by_its_class_among_the_training_rows()
    {
        Table table = Csv.Read(Small.ThreeClasses(41));
        TrainingSettings settings = new()
        {
            Hidden = [],
            BalancedClasses = true,
            LearningRate = double.Epsilon,
            Epochs = 1,
            BatchSize = DataLoader.FullBatch,
            DType = DType.Float64,
        };
        PreparedTraining training = Small.Training(table, settings);
        TablePredictions predictions = training.ToModel().Predict(table);
        int[] learned = training.Split.RowsOf(RowPart.Training, table, training.Schema);
        Dictionary<string, int> counts = learned.CountBy(row => table["y"][row]).ToDictionary();

        EpochRecord epoch = Small.Run(training).History[0];

        Assert.Equal(Loss(RowPart.Training), epoch.TrainingLoss, 1e-12);
        Assert.Equal(Loss(RowPart.Validation), epoch.ValidationLoss!.Value, 1e-12);

        double Loss(RowPart part)
        {
            int[] rows = training.Split.RowsOf(part, table, training.Schema);
            double[] weights = rows.Select(row => 1.0 / counts[table["y"][row]]).ToArray();
            IEnumerable<double> losses = rows.Select(row => -Math.Log(predictions.Probability(row, ClassOf(row))));
            return weights.Zip(losses, (weight, loss) => weight * loss).Sum() / weights.Sum();
        }

        int ClassOf(int row) => "abc".IndexOf(table["y"][row], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_validation_rows_it_trains_all_the_same()
    {
        PreparedTraining training = Small.Penguins(Small.Settings with { Split = new SplitFractions(90, 0, 10) });
        TrainingResult result = Small.Run(training);
        TableModel model = training.ToModel();

        Assert.Equal(3, result.History.Count);
        Assert.Null(result.History[0].ValidationLoss);
        Assert.Null(new TrainingEvaluation(training, model).Validate());
        Assert.Equal(training.TestRows, new TrainingEvaluation(training, model).Test()!.Rows);
    }

    [Fact]
    public void Without_test_rows_there_is_no_test()
    {
        PreparedTraining training = Small.Penguins(Small.Settings with { Split = new SplitFractions(90, 10, 0) });
        Small.Run(training);
        TableModel model = training.ToModel();

        Assert.Null(new TrainingEvaluation(training, model).Test());
        Assert.Equal(training.ValidationRows, new TrainingEvaluation(training, model).Validate()!.Rows);
    }

    [Fact]
    public void A_test_table_is_what_is_tested_on()
    {
        Table test = Csv.Read("y,x\na,1\n,2\nc,3\nb,NA\n");
        PreparedTraining training = Small.Training(Csv.Read(Small.ThreeClasses(40)), test: test);

        Assert.Equal(3, new TrainingEvaluation(training, training.ToModel()).Test()!.Rows);
    }

    [Theory]
    [InlineData("y\na\n", "there is no column \"x\"")]
    [InlineData("x,y\n1,z\n2,z\n", "is none of the classes of training")]
    [InlineData("x,y\n1,a\nmany,b\n", "\"many\" in column \"x\"")]
    [InlineData("x,y\n1,\n2,\n", "has no values")]
    public void A_test_table_that_cannot_be_used_is_refused_before_training(string test, string problem)
    {
        TableException refusal = Assert.Throws<TableException>(
            () => Small.Training(Csv.Read(Small.ThreeClasses(40)), test: Csv.Read(test)));

        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }

    public static TheoryData<TrainingSettings, string> ImpossibleSettings => new()
    {
        { new TrainingSettings { Hidden = [0] }, "cannot have 0 units" },
        { new TrainingSettings { Hidden = [2_000_000_000, 2_000_000_000] }, "GB of memory" },
        { new TrainingSettings { Dropout = 1 }, "Dropout of 1 is impossible: give a number of at least 0 and less than 1" },
        { new TrainingSettings { Dropout = double.NaN }, "Dropout of NaN" },
        { new TrainingSettings { DType = DType.Int64 }, "use float32 or float64" },
        { new TrainingSettings { Activation = "relo" }, "no activation is called \"relo\"" },
        { new TrainingSettings { Initializer = "normal:x" }, "no initialiser is called \"normal:x\"" },
        { new TrainingSettings { Loss = "mse" }, "use cross-entropy" },
        { new TrainingSettings { Optimizer = "adamant" }, "use one of sgd, " },
        { new TrainingSettings { Optimizer = "sgd", Momentum = 0.9 }, "the optimizer sgd takes no momentum: use momentum or " },
        { new TrainingSettings { Schedule = "stairs" }, "use one of constant, " },
        { new TrainingSettings { Schedule = "cosine", Gamma = 0.5 }, "the schedule cosine takes no factor: use step or " },
        { new TrainingSettings { Schedule = "one-cycle", Epochs = 1, BatchSize = 0 }, "one cycle needs steps up and down" },
        { new TrainingSettings { LearningRate = 0 }, "LearningRate of 0 is impossible: give a number above 0" },
        { new TrainingSettings { LearningRate = double.PositiveInfinity }, "LearningRate of Infinity" },
        { new TrainingSettings { Optimizer = "momentum", Momentum = 1 }, "Momentum of 1" },
        { new TrainingSettings { Schedule = "step", Gamma = 1 }, "Gamma of 1 is impossible: give a number between 0 and 1" },
        { new TrainingSettings { StepSize = 0 }, "StepSize of 0" },
        { new TrainingSettings { WeightDecay = -0.1 }, "WeightDecay of -0.1 is impossible: give a number of at least 0" },
        { new TrainingSettings { TimeLimit = TimeSpan.FromSeconds(-1) }, "TimeLimit of -1" },
        { new TrainingSettings { WarmUp = -1 }, "WarmUp of -1" },
        { new TrainingSettings { Epochs = 0 }, "Epochs of 0 is impossible: give a whole number of at least 1" },
        { new TrainingSettings { BatchSize = -1 }, "BatchSize" },
        { new TrainingSettings { Patience = -1 }, "Patience" },
        { new TrainingSettings { ClipNorm = 0 }, "ClipNorm" },
    };

    [Theory]
    [MemberData(nameof(ImpossibleSettings), DisableDiscoveryEnumeration = true)]
    public void Settings_that_would_fail_in_training_are_refused_before(TrainingSettings settings, string problem)
    {
        ArgumentException refusal = Assert.ThrowsAny<ArgumentException>(() => Small.Penguins(settings));

        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_has_no_classes_to_balance()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            () => Small.Penguins(Small.Settings with { BalancedClasses = true }, "body_mass_g"));

        Assert.Contains("\"body_mass_g\" is a number", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_rows_than_parts_are_refused()
    {
        TableException refusal = Assert.Throws<TableException>(() => Small.Training(Csv.Read("x,y\n1,a\n2,b\n")));

        Assert.Contains("2 rows cannot be shared out over parts", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_rows_than_classes_are_refused()
    {
        Table table = Csv.Read("x,y\n" + string.Concat("abcdefgh".Select(c => $"{c - 'a'},{c}\n")));

        TableException refusal = Assert.Throws<TableException>(() => Small.Training(table));

        Assert.Contains("6 rows are too few to learn the 8 classes of \"y\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_begins_from_the_weights_of_another_model()
    {
        TableModel model = Small.PenguinModel();
        PreparedTraining training = new(Csv.Penguins(), model, Small.Settings);

        Assert.Equal(Small.Bits(model.Network), Small.Bits(training.Network));
        Small.Run(training);
        Assert.NotEqual(Small.Bits(model.Network), Small.Bits(training.Network));
    }

    [Fact]
    public void A_model_that_is_trained_further_keeps_what_it_held_out_of_its_own_table()
    {
        TableModel model = Small.PenguinModel(settings: Small.Settings with { Split = new SplitFractions(0.7, 0.2, 0.1) });
        string[] lines = File.ReadAllLines(Csv.PenguinsPath);
        IEnumerable<string> turned = lines.Select(line => string.Join(',', line.Split(',').Reverse()));
        PreparedTraining same = new(Csv.Read(string.Join('\n', turned)), model, Small.Settings with { Seed = 99 });
        PreparedTraining other = new(Csv.Read(string.Join('\n', lines[..^1])), model, Small.Settings with { Seed = 99 });

        Assert.True(same.IsSplitKept);
        Assert.Equal(model.Split, same.Split);
        Assert.Equal((69, 34), (same.ValidationRows, same.TestRows));
        Assert.DoesNotContain(same.Warnings, warning => warning.Contains("another table", StringComparison.Ordinal));
        Assert.False(other.IsSplitKept);
        Assert.Equal(99UL, other.Split.Seed);
        Assert.Contains(other.Warnings, warning => warning.Contains("another table", StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_is_trained_further_on_a_table_that_lacks_a_category_and_a_class()
    {
        TableModel model = Small.PenguinModel();
        string[] lines = File.ReadAllLines(Csv.PenguinsPath);
        Table fewer = Csv.Read(string.Join('\n', lines.Where(line => !line.Contains("Torgersen") && !line.Contains("Gentoo"))));
        PreparedTraining training = new(fewer, model, Small.Settings);
        Small.Run(training);

        Assert.Equal(model.Schema.InputNames, training.Schema.InputNames);
        Assert.Equal(["Adelie", "Chinstrap", "Gentoo"], ((ClassTarget)training.ToModel().Schema.Target).Classes);
    }

    [Fact]
    public void A_class_that_a_model_to_train_further_does_not_know_is_refused_with_its_line()
    {
        TableModel model = Small.PenguinModel();
        string[] lines = File.ReadAllLines(Csv.PenguinsPath);
        Table strange = Csv.Read(string.Join('\n', lines.Select(line => line.Replace("Gentoo", "Emperor", StringComparison.Ordinal))));
        TableException refusal = Assert.Throws<TableException>(() => new PreparedTraining(strange, model, Small.Settings));

        Assert.Contains("\"Emperor\" in column \"species\" is none of the classes", refusal.Message, StringComparison.Ordinal);
        Assert.Matches(@":\d+:\d+: ", refusal.Message);
    }

    [Fact]
    public void A_checkpoint_of_a_model_that_was_trained_further_is_of_its_schema()
    {
        TableModel model = Small.PenguinModel();
        using TestFolder folder = new();
        using CheckpointStore store = new(folder["run"]);
        Small.Run(new PreparedTraining(Csv.Penguins(), model, Small.Settings), store);
        Checkpoint checkpoint = store.TryLoadLatest(out _)!;
        CheckpointException refusal = Assert.Throws<CheckpointException>(() => Small.Run(Small.Penguins(), from: checkpoint));

        Assert.Contains(refusal.Differences, difference => difference.Name == "setting from");
    }

    [Theory]
    [InlineData("layers", "different layers: Linear(14 → 6) → Relu → Dropout(0.1) → Linear(6 → 3) of float32, and here they are ")]
    [InlineData("type", "and here they are Linear(14 → 6) → Relu → Dropout(0.1) → Linear(6 → 3) of float64")]
    public void Other_layers_than_those_of_a_model_to_train_further_are_refused(string difference, string problem)
    {
        TableModel model = Small.PenguinModel();
        TrainingSettings settings = difference == "layers"
            ? Small.Settings with { Hidden = [8] }
            : Small.Settings with { DType = DType.Float64 };
        ArgumentException refusal =
            Assert.Throws<ArgumentException>(() => new PreparedTraining(Csv.Penguins(), model, settings));

        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }
}
