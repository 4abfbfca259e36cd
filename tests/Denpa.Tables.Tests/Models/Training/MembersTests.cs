namespace Denpa.Tables.Tests;

public sealed class MembersTests
{
    private static readonly TrainingSettings Settings = TrainingSettings.For(
        TableUnderstanding.Of(Csv.Penguins(), new UnderstandingOptions { Target = "species" })) with
    {
        Epochs = 4,
        Seed = 3,
    };

    [Fact]
    public void Every_row_that_teaches_is_left_out_by_one_network()
    {
        PreparedTraining training = Small.Penguins(Settings);
        int[] folds = training.Data.Folds;
        Assert.Equal((training.TrainingRows, 0), (folds.Length, training.ValidationRows));
        int fifth = folds.Length / 5;
        Assert.All(Enumerable.Range(0, 5), fold => Assert.InRange(folds.Count(each => each == fold), fifth, fifth + 1));
        Small.Run(training);
        Assert.Equal(training.TrainingRows, new TrainingEvaluation(training, training.ToModel()).Validate()!.Rows);
    }

    [Theory]
    [InlineData("species")]
    [InlineData("sex")]
    [InlineData("body_mass_g")]
    public void A_model_of_five_is_one_file_that_predicts_the_same(string target)
    {
        TableModel model = Small.PenguinModel(target, Settings with { Activation = "selu" });
        using MemoryStream file = new();
        model.Save(file);
        file.Position = 0;
        TableModel loaded = TableModel.Load(file, "file");
        Assert.Equal(5, loaded.Settings.Members);
        Assert.Equal(Small.Bits(model.Network), Small.Bits(loaded.Network));
        Table table = Csv.Penguins();
        Assert.Equal(Answers(model), Answers(loaded));

        string[] Answers(TableModel asked)
        {
            TablePredictions answers = asked.Predict(table);
            return [.. Enumerable.Range(0, 20).Select(row => asked.Schema.Target is NumberTarget
                ? $"{answers.Number(row):R}" : $"{answers.Class(row)} {answers.Probability(row, 0):R}")];
        }
    }

    [Fact]
    public void Stopped_and_resumed_they_have_the_bits_of_a_run_at_once()
    {
        using TestFolder folder = new();
        PreparedTraining whole = Small.Penguins(Settings);
        Small.Run(whole);
        using (CheckpointStore store = new(folder["run"]))
        {
            using CancellationTokenSource stop = new();
            new TableTraining(Small.Penguins(Settings)).Run(store, null, new StopAfter(stop, epochs: 2), stop.Token);
        }

        using CheckpointStore again = new(folder["run"]);
        PreparedTraining resumed = Small.Penguins(Settings);
        new TableTraining(resumed).Run(again, again.TryLoadLatest(out _), null, TestContext.Current.CancellationToken);
        Assert.Equal(Small.Bits(whole.Network), Small.Bits(resumed.Network));
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        Assert.Equal(Bits(1), Bits(3));

        static Dictionary<string, string> Bits(int threads)
        {
            using IDisposable limit = Workers.Limit(threads);
            PreparedTraining training = Small.Penguins(Settings with { Hidden = [96] });
            Small.Run(training);
            return Small.Bits(training.Network);
        }
    }

    [Fact]
    public void A_metric_is_watched_on_the_rows_that_are_left_out()
    {
        PreparedTraining training = Small.Penguins(Settings with { Metric = "auc" }, "sex");
        Assert.All(Small.Run(training).History, epoch => Assert.InRange(epoch.Metrics[training.Watched!.Name], 0.5, 1));
    }

    [Fact]
    public void More_networks_than_rows_are_refused() => Assert.Contains(
        "cannot be shared out over 100 members",
        Assert.Throws<TableException>(() => Small.Training(Csv.Read(Small.ThreeClasses(60)), Settings with { Members = 100 })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Trained_further_they_leave_out_the_rows_that_they_have_left_out()
    {
        TableModel from = Small.PenguinModel("species", Settings);
        PreparedTraining first = Small.Penguins(Settings);
        PreparedTraining further = new(Csv.Penguins(), from, Settings with { Seed = 77 });
        Assert.Equal(first.Data.Folds, further.Data.Folds);
        Assert.Equal(Small.Bits(from.Network), Small.Bits(further.Network));
    }

    private sealed class StopAfter(CancellationTokenSource stop, int epochs) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Finished is { } done && done.Epoch == epochs) stop.Cancel();
        }
    }
}
