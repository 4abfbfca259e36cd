namespace Denpa.Tables.Tests;

/// <summary>A training that was stopped goes on as if it had not been, or says why it cannot.</summary>
public sealed class ResumedTrainingTests : IDisposable
{
    private static readonly TrainingSettings Settings =
        Small.Settings with { Epochs = 4, Schedule = "plateau", BalancedClasses = true, WarmUp = 1 };

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(18)]
    public void It_ends_in_the_bits_of_an_unbroken_one(int steps)
    {
        PreparedTraining unbroken = Small.Penguins(Settings);
        TrainingResult whole = Small.Run(unbroken);
        using CheckpointStore store = new(folder["run"]);
        Stop(store, Settings, steps);

        PreparedTraining resumed = Small.Penguins(Settings);
        TrainingResult result = Small.Run(resumed, store, store.TryLoadLatest(out _));

        Assert.Equal(Small.Bits(unbroken.Network), Small.Bits(resumed.Network));
        Assert.Equal(whole.History.Select(epoch => epoch.TrainingLoss), result.History.Select(epoch => epoch.TrainingLoss));
        Assert.Equal(whole.History.Select(epoch => epoch.ValidationLoss), result.History.Select(epoch => epoch.ValidationLoss));
        Assert.Equal(whole.BestEpoch, result.BestEpoch);
    }

    [Fact]
    public void A_finished_one_is_only_read_again()
    {
        using CheckpointStore store = new(folder["run"]);
        PreparedTraining first = Small.Penguins(Settings);
        Small.Run(first, store);
        PreparedTraining again = Small.Penguins(Settings);
        StepCounter steps = new();
        Small.Run(again, store, store.TryLoadLatest(out _), steps);

        Assert.Equal(0, steps.Count);
        Assert.Equal(Small.Bits(first.Network), Small.Bits(again.Network));
    }

    [Theory]
    [InlineData("constant")]
    [InlineData("plateau")]
    public void A_finished_one_goes_on_with_more_epochs_as_if_it_had_been_to_have_them(string schedule)
    {
        PreparedTraining longer = Small.Penguins(Settings with { Schedule = schedule, Epochs = 6 });
        Small.Run(longer);
        using CheckpointStore store = new(folder["run"]);
        Small.Run(Small.Penguins(Settings with { Schedule = schedule }), store);

        PreparedTraining resumed = Small.Penguins(Settings with { Schedule = schedule, Epochs = 6 });
        TrainingResult result = Small.Run(resumed, store, store.TryLoadLatest(out _));

        Assert.Equal(6, result.History.Count);
        Assert.Equal(Small.Bits(longer.Network), Small.Bits(resumed.Network));
    }

    [Theory]
    [InlineData("cosine")]
    [InlineData("one-cycle")]
    public void Under_a_schedule_that_goes_by_its_end_there_are_no_more_epochs(string schedule)
    {
        using CheckpointStore store = new(folder["run"]);
        Stop(store, Settings with { Schedule = schedule }, steps: 1);
        PreparedTraining longer = Small.Penguins(Settings with { Schedule = schedule, Epochs = 6 });

        CheckpointException refusal = Assert.Throws<CheckpointException>(() => Small.Run(longer, store, store.TryLoadLatest(out _)));

        Assert.Contains("epochs was 4, is 6", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_may_have_another_time_limit()
    {
        using CheckpointStore store = new(folder["run"]);
        Stop(store, Settings with { TimeLimit = TimeSpan.FromHours(1) }, steps: 3);

        PreparedTraining resumed = Small.Penguins(Settings with { TimeLimit = TimeSpan.FromHours(2) });
        TrainingResult result = Small.Run(resumed, store, store.TryLoadLatest(out _));

        Assert.Equal(4, result.History.Count);
    }

    public static TheoryData<TrainingSettings, string> OtherSettings => new()
    {
        { Settings with { Hidden = [8] }, "setting hidden was [6], is [8]" },
        { Settings with { Activation = "tanh" }, "setting activation was \"relu\", is \"tanh\"" },
        { Settings with { Initializer = "zeros" }, "setting initializer was \"auto\", is \"zeros\"" },
        { Settings with { Dropout = 0.25 }, "setting dropout was 0.1, is 0.25" },
        { Settings with { Loss = "cross-entropy" }, "setting loss was \"auto\", is \"cross-entropy\"" },
        { Settings with { Optimizer = "adamw" }, "setting optimizer was \"adam\", is \"adamw\"" },
        { Settings with { Optimizer = "momentum", Momentum = 0.5 }, "setting momentum was null, is 0.5" },
        { Settings with { LearningRate = 0.5 }, "setting learningRate was null, is 0.5" },
        { Settings with { Schedule = "constant" }, "setting schedule was \"plateau\", is \"constant\"" },
        { Settings with { StepSize = 7 }, "setting stepSize was 30, is 7" },
        { Settings with { Gamma = 0.25 }, "setting gamma was null, is 0.25" },
        { Settings with { WarmUp = 0 }, "setting warmUp was 1, is 0" },
        { Settings with { WeightDecay = 0.5 }, "setting weightDecay was 0, is 0.5" },
        { Settings with { BalancedClasses = false }, "setting balancedClasses was true, is false" },
        { Settings with { Shuffle = false }, "setting shuffle was true, is false" },
        { Settings with { Split = new SplitFractions(50, 25, 25) }, "setting split was " },
        { Settings with { DType = DType.Float64 }, "setting dType was \"Float32\", is \"Float64\"" },
        { Settings with { Epochs = 3 }, "epochs was 4, is 3" },
        { Settings with { BatchSize = 16 }, "batch size was 32, is 16" },
        { Settings with { Patience = 2 }, "patience was 20, is 2" },
        { Settings with { ClipNorm = 1 }, "clipping by norm was none, is 1" },
        { Settings with { Seed = 6 }, "seed was 5, is 6" },
    };

    [Theory]
    [MemberData(nameof(OtherSettings), DisableDiscoveryEnumeration = true)]
    public void Other_settings_are_refused_by_name(TrainingSettings other, string difference)
    {
        using CheckpointStore store = new(folder["run"]);
        Stop(store, Settings, steps: 1);

        CheckpointException refusal = Assert.Throws<CheckpointException>(
            () => Small.Run(Small.Penguins(other), store, store.TryLoadLatest(out _)));

        Assert.Contains(difference, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_data_is_refused()
    {
        using CheckpointStore store = new(folder["run"]);
        Stop(store, Settings, steps: 1);
        Table other = Csv.Read(File.ReadAllText(Csv.PenguinsPath).Replace("39.1", "39.2", StringComparison.Ordinal));

        CheckpointException refusal = Assert.Throws<CheckpointException>(
            () => Small.Run(Small.Training(other, Settings, "species"), store, store.TryLoadLatest(out _)));

        Assert.Contains("setting data was ", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Trains so many steps and is cancelled.</summary>
    private static void Stop(CheckpointStore store, TrainingSettings settings, int steps)
    {
        using CancellationTokenSource cancellation = new();
        StepCounter counter = new() { Limit = steps, Reached = cancellation.Cancel };
        TrainingResult result = new TableTraining(Small.Penguins(settings))
            .Run(store, progress: counter, cancellationToken: cancellation.Token);
        Assert.Equal(StopReason.Cancelled, result.StopReason);
    }

    private sealed class StepCounter : IProgress<TrainingProgress>
    {
        public int Count { get; private set; }

        public int Limit { get; init; }

        public Action? Reached { get; init; }

        public void Report(TrainingProgress value)
        {
            if (value.Finished is null && ++Count == Limit) Reached?.Invoke();
        }
    }
}
