using Denpa.Tests.Formats;

namespace Denpa.Tests.Training.Checkpoints;

public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 1)]
    [InlineData(true, 3)]
    [InlineData(true, 4)]
    [InlineData(true, 5)]
    [InlineData(true, 18)]
    [InlineData(true, 29)]
    [InlineData(false, 2)]
    [InlineData(false, 4)]
    [InlineData(false, 11)]
    public void A_run_that_is_stopped_anywhere_and_resumed_gives_the_bits_of_an_unbroken_one(bool withAdam, int steps)
    {
        Experiment unbroken = new(withAdam: withAdam);
        using CheckpointStore whole = new(folder["whole"]);
        TrainingResult expected = unbroken.Run(whole);
        using (CheckpointStore store = new(folder["parts"]))
        {
            Assert.Equal(StopReason.Cancelled, new Experiment(withAdam: withAdam).Run(store, steps).StopReason);
        }

        using CheckpointStore reopened = new(folder["parts"]);
        Experiment resumed = new(seed: 99, withAdam);
        AssertSame(unbroken, expected, resumed, resumed.Run(reopened));
        Assert.Equal(Content(whole).Metadata["denpa.checkpoint"], Content(reopened).Metadata["denpa.checkpoint"]);
    }

    [Fact]
    public void A_run_that_is_stopped_again_and_again_gives_the_bits_of_an_unbroken_one()
    {
        Experiment unbroken = new();
        TrainingResult expected = unbroken.Run();
        using CheckpointStore store = new(folder.Path);
        Experiment resumed;
        TrainingResult result;
        ulong seed = 3;
        do
        {
            resumed = new Experiment(seed++);
            result = resumed.Run(store, steps: 3);
        }
        while (result.StopReason == StopReason.Cancelled);
        Assert.True(seed > 10);
        AssertSame(unbroken, expected, resumed, result);
    }

    [Fact]
    public void Early_stopping_and_the_schedule_go_on_counting_over_a_stop()
    {
        // Long enough that patience ends it and the plateau has lowered the rate.
        TrainingOptions options = Experiment.Options with { Epochs = 200, Patience = 3 };
        Experiment unbroken = new(options: options);
        TrainingResult expected = unbroken.Run();
        Assert.Equal(StopReason.Patience, expected.StopReason);
        Assert.True(expected.History[^1].LearningRate < 0.02);
        int steps = (4 * (expected.History.Count - 2)) + 2;
        using CheckpointStore store = new(folder.Path);
        Assert.Equal(StopReason.Cancelled, new Experiment(options: options).Run(store, steps).StopReason);
        Experiment resumed = new(seed: 98, options: options);
        AssertSame(unbroken, expected, resumed, resumed.Run(store));
    }

    [Fact]
    public void A_run_that_was_killed_goes_on_from_its_last_checkpoint_with_the_same_bits()
    {
        Experiment unbroken = new();
        TrainingResult expected = unbroken.Run();
        using CheckpointStore store = new(folder.Path);
        Assert.Throws<InvalidTimeZoneException>(() => new Experiment().Run(store, afterStep: step =>
        {
            if (step == 14) throw new InvalidTimeZoneException();
        }));
        Assert.Equal(3, store.TryLoadLatest(out _)!.Epoch);
        Experiment resumed = new(seed: 97);
        AssertSame(unbroken, expected, resumed, resumed.Run(store));
    }

    [Fact]
    public void A_finished_run_that_is_resumed_takes_no_step_and_gives_its_result_and_its_best_weights()
    {
        Experiment finished = new();
        using CheckpointStore store = new(folder.Path);
        TrainingResult expected = finished.Run(store);
        Experiment resumed = new(seed: 96);
        TrainingResult result = resumed.Run(store);
        Assert.Empty(resumed.Listener.Steps);
        AssertSame(finished, expected, resumed, result);
    }

    [Fact]
    public void Writing_checkpoints_changes_nothing()
    {
        Experiment without = new();
        Experiment with = new();
        using CheckpointStore store = new(folder.Path);
        AssertSame(without, without.Run(), with, with.Run(store));
    }

    [Fact]
    public void Two_runs_of_the_same_seed_write_the_same_checkpoint()
    {
        SafeTensorsContent first = Written("first");
        SafeTensorsContent second = Written("second");
        Assert.Equal(first.Metadata["denpa.checkpoint"], second.Metadata["denpa.checkpoint"]);
        Assert.Equal(first.Tensors.Keys, second.Tensors.Keys);
        Assert.All(first.Tensors, entry => Assert.True(RandomTensors.SameBits(entry.Value, second.Tensors[entry.Key]), entry.Key));

        SafeTensorsContent Written(string name)
        {
            using CheckpointStore store = new(folder[name]);
            new Experiment().Run(store);
            return Content(store);
        }
    }

    [Fact]
    public void Checkpoints_are_written_within_an_epoch_when_it_takes_long()
    {
        HandClock clock = new();
        List<(int Epoch, int Batch)?> places = [];
        using CheckpointStore store = new(folder.Path);
        new Experiment(options: Experiment.Options with { CheckpointInterval = TimeSpan.FromSeconds(5) }).Run(
            store, 7, clock: clock, afterStep: _ =>
            {
                places.Add(store.TryLoadLatest(out string? _) is { } latest ? (latest.Epoch, latest.Batch) : null);
                clock.Advance(TimeSpan.FromSeconds(2.5));
            });

        // Steps end, the clock moves by 2.5 s, and what is 5 s old is written again; step 4 ends the epoch.
        Assert.Equal([null, null, (0, 2), (0, 2), (1, 0), (1, 0), (1, 2)], places);
    }

    private static SafeTensorsContent Content(CheckpointStore store) =>
        SafeTensors.Read(Path.Combine(store.Directory, "checkpoint.safetensors"));

    private static void AssertSame(Experiment expected, TrainingResult expectedResult, Experiment actual, TrainingResult actualResult)
    {
        Assert.Equal(expected.State().Select(entry => entry.Key), actual.State().Select(entry => entry.Key));
        Assert.Empty(expected.State().Zip(actual.State())
            .Where(pair => !RandomTensors.SameBits(pair.First.Value, pair.Second.Value))
            .Select(pair => pair.First.Key));
        Assert.Equal(expected.GeneratorStates(), actual.GeneratorStates());
        Assert.Equal(expectedResult.StopReason, actualResult.StopReason);
        Assert.Equal(expectedResult.BestEpoch, actualResult.BestEpoch);
        Assert.Equal(expectedResult.History.Select(Text), actualResult.History.Select(Text));
    }

    /// <summary>An epoch without its time, every number to the last bit.</summary>
    private static string Text(EpochRecord epoch)
    {
        double?[] numbers = [epoch.TrainingLoss, epoch.ValidationLoss, epoch["accuracy"], epoch["log loss"], epoch.LearningRate];
        return FormattableString.Invariant($"{epoch.Epoch}: {string.Join(", ", numbers.Select(number => $"{number:R}"))}");
    }
}
