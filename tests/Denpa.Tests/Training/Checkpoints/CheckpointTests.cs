using Denpa.Tests.Formats;

namespace Denpa.Tests.Training.Checkpoints;

public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_checkpoint_says_where_it_stands_and_is_a_safetensors_file()
    {
        using CheckpointStore store = new(folder.Path);
        Experiment experiment = new();
        experiment.Run(store, steps: 6);
        Checkpoint checkpoint = Checkpoint.Read(folder["checkpoint.safetensors"]);
        Assert.Equal((1, 2, 6L, null), (checkpoint.Epoch, checkpoint.Batch, checkpoint.Step, checkpoint.Finished));
        Assert.Equal(experiment.Model.Parameters.Select(parameter => parameter.Name), checkpoint.Weights.Keys);
        Assert.True(RandomTensors.SameBits(experiment.Model.Parameters.First().Value, checkpoint.BestWeights!["0.weight"]));
        Assert.Contains("optimizer/moment1/0.weight", SafeTensors.Read(folder["checkpoint.safetensors"]).Tensors.Keys);
    }

    [Theory]
    [MemberData(nameof(OtherOptions))]
    public void Other_options_are_refused_by_name(TrainingOptions options, string difference)
    {
        Checkpoint checkpoint = CheckpointOf(new Experiment());
        Experiment other = new(options: options);
        CheckpointException error = Assert.Throws<CheckpointException>(
            () => Resume(other, checkpoint, Experiment.Training, Experiment.Validation));
        Assert.Equal($"checkpoint: it is of another run: {difference}", error.Message);
        Assert.Equal(difference, string.Join("; ", error.Differences));
    }

    public static TheoryData<TrainingOptions, string> OtherOptions => new()
    {
        { Experiment.Options with { BatchSize = 8 }, "batch size was 16, is 8" },
        { Experiment.Options with { Epochs = 9, Seed = 6 }, "seed was 5, is 6" },
        {
            Experiment.Options with { ClipNorm = null, ClipValue = 0.5 },
            "clipping by norm was 1, is none; clipping by value was none, is 0.5"
        },
        { Experiment.Options with { Sampling = BatchSampling.WithReplacement }, "sampling was Shuffled, is WithReplacement" },
        { Experiment.Options with { Patience = 5, MinimumImprovement = 0.1 }, "patience was 4, is 5; minimum improvement was 0, is 0.1" },
        { Experiment.Options with { Watch = "accuracy" }, "watch was the loss, is accuracy" },
        {
            Experiment.Options with { ScheduleUnit = ScheduleUnit.Epoch },
            "schedule was PlateauSchedule by Step, is PlateauSchedule by Epoch"
        },
        {
            Experiment.Options with { Settings = new Dictionary<string, string> { ["beta1"] = "0.8" } },
            "setting beta1 was none, is 0.8"
        },
    };

    [Fact]
    public void Options_that_do_not_change_the_numbers_may_change()
    {
        Checkpoint checkpoint = CheckpointOf(new Experiment());
        TimeSpan day = TimeSpan.FromDays(1);
        Experiment other = new(options: Experiment.Options with { TimeLimit = day, CheckpointInterval = day });
        Assert.Equal(StopReason.Epochs, Resume(other, checkpoint, Experiment.Training, Experiment.Validation).StopReason);
    }

    [Fact]
    public void Other_data_is_refused()
    {
        Checkpoint checkpoint = CheckpointOf(new Experiment());
        Dataset training = Experiment.Training;
        float[] nudged = training.Features.ToArray<float>();
        nudged[7] = MathF.BitIncrement(nudged[7]);
        Dataset other = new(Tensor.From(nudged, training.Features.Shape), training.Targets);
        CheckpointException error = Assert.Throws<CheckpointException>(
            () => Resume(new Experiment(), checkpoint, other, Experiment.Validation));
        Assert.Matches(
            "^checkpoint: it is of another run: training data was 60 rows with SHA-256 [0-9a-f]{16}…, is 60 rows with SHA-256 ",
            error.Message);
        Dataset weighted = new(training.Features, training.Targets, Tensor.Ones([60]));
        Assert.Throws<CheckpointException>(() => Resume(new Experiment(), checkpoint, weighted, Experiment.Validation));
        Assert.Throws<CheckpointException>(() => Resume(new Experiment(), checkpoint, training, training));
    }

    [Fact]
    public void Another_optimizer_and_schedule_are_refused()
    {
        Checkpoint checkpoint = CheckpointOf(new Experiment());
        CheckpointException error = Assert.Throws<CheckpointException>(
            () => Resume(new Experiment(withAdam: false), checkpoint, Experiment.Training, Experiment.Validation));
        Assert.Equal(
            "checkpoint: it is of another run: optimizer was Adam, 6 at 0.02, weight decay 0, is Momentum, 6 at 0.1, weight decay 0; " +
            "schedule was PlateauSchedule by Step, is WarmUpSchedule by Step",
            error.Message);
    }

    [Fact]
    public void Cut_off_at_any_byte_it_is_refused()
    {
        CheckpointOf(new Experiment());
        byte[] whole = File.ReadAllBytes(folder["checkpoint.safetensors"]);
        for (int length = 0; length < whole.Length; length++)
        {
            using MemoryStream cut = new(whole, 0, length);
            Assert.Throws<InvalidFileException>(() => Checkpoint.Read(cut, "cut"));
        }
    }

    [Fact]
    public void Altered_in_any_byte_it_is_refused()
    {
        CheckpointOf(new Experiment());
        byte[] bytes = File.ReadAllBytes(folder["checkpoint.safetensors"]);
        for (int place = 0; place < bytes.Length; place++)
        {
            byte whole = bytes[place];
            bytes[place] ^= (byte)(1 << (place % 8));
            using MemoryStream altered = new(bytes);
            Assert.Throws<InvalidFileException>(() => Checkpoint.Read(altered, "altered"));
            bytes[place] = whole;
        }
    }

    [Fact]
    public void A_checkpoint_whose_numbers_contradict_each_other_is_refused_though_its_seal_is_right()
    {
        CheckpointOf(new Experiment());
        SafeTensorsContent content = SafeTensors.Read(folder["checkpoint.safetensors"]);
        Dictionary<string, string> metadata = new(content.Metadata);
        metadata["denpa.checkpoint"] = metadata["denpa.checkpoint"].Replace(
            "\"epoch\":1,\"batch\"", "\"epoch\":2,\"batch\"", StringComparison.Ordinal);
        SafeTensors.Write(folder["changed"], content.Tensors, ContentSeal.Add(content.Tensors, metadata));
        InvalidFileException error = Assert.Throws<InvalidFileException>(() => Checkpoint.Read(folder["changed"]));
        Assert.Contains("contradict each other", error.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"step\":6", "\"step\":9223372036854775807", "step 9223372036854775807 after epoch 1 and batch 2 of 4")]
    [InlineData("\"step\":6", "\"step\":7", "step 7")]
    [InlineData("\"batch\":2", "\"batch\":5", "batch 5 of 4")]
    [InlineData("\"batch\":2", "\"batch\":3", "step 6 after epoch 1 and batch 3")]
    [InlineData("\"bestEpoch\":1", "\"bestEpoch\":0", "epochs since the best")]
    [InlineData("\"bestEpoch\":1", "\"bestEpoch\":2", "best epoch 2 of 1")]
    [InlineData("\"best\":", "\"best\":1", "the best validation loss")]
    [InlineData("\"waited\":0", "\"waited\":-2147483648", "epochs since the best")]
    [InlineData("\"lossesSeen\":6", "\"lossesSeen\":-1", "the first losses")]
    [InlineData("\"lossesSeen\":6", "\"lossesSeen\":11", "the first losses")]
    [InlineData("\"lossReference\":", "\"lossReference\":-", "the first losses")]
    [InlineData("\"lossWeight\":32", "\"lossWeight\":\"Infinity\"", "the losses of its epoch")]
    [InlineData("\"finished\":null", "\"finished\":\"Epochs\"", "the end, Epochs, at epoch 1 of 8")]
    [InlineData("\"finished\":null", "\"finished\":\"Patience\"", "the end, Patience, at epoch 1 of 8")]
    [InlineData("\"finished\":null", "\"finished\":77", "the end, 77, at epoch 1 of 8")]
    [InlineData("\"history\":[{\"epoch\":1", "\"history\":[{\"epoch\":5", "the epochs of its history")]
    public void Numbers_that_no_run_of_these_options_can_have_written_are_refused(string text, string forged, string flaw)
    {
        CheckpointOf(new Experiment());
        CheckpointException error = Assert.Throws<CheckpointException>(() => ResumeForged(text, forged));
        Assert.StartsWith("checkpoint: its numbers contradict each other: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(flaw, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_at_the_last_epoch_that_has_not_ended_is_refused_and_not_trained_on_for_ever()
    {
        using (CheckpointStore store = new(folder.Path)) new Experiment().Run(store);
        CheckpointException error = Assert.Throws<CheckpointException>(() => ResumeForged("\"finished\":\"Epochs\"", "\"finished\":null"));
        Assert.Contains("the end, none, at epoch 8 of 8", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("optimizer/stepCount", -1)]
    [InlineData("optimizer/stepCount", long.MaxValue)]
    [InlineData("schedule/waited", -1)]
    [InlineData("schedule/reductions", long.MinValue)]
    public void A_counter_that_nothing_can_have_counted_is_refused(string name, long count)
    {
        CheckpointOf(new Experiment());
        SafeTensorsContent content = SafeTensors.Read(folder["checkpoint.safetensors"]);
        Dictionary<string, Tensor> tensors = new(content.Tensors) { [name] = Tensor.From([count], []) };
        SafeTensors.Write(folder["forged"], tensors, ContentSeal.Add(tensors, new Dictionary<string, string>(content.Metadata)));
        CheckpointException error = Assert.Throws<CheckpointException>(
            () => Resume(new Experiment(), Checkpoint.Read(folder["forged"]), Experiment.Training, Experiment.Validation));
        Assert.Contains("is no count", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[-1]")]
    [InlineData("[\"NaN\"]")]
    public void An_epoch_took_some_time(string seconds)
    {
        CheckpointOf(new Experiment());
        SafeTensorsContent content = SafeTensors.Read(folder["checkpoint.safetensors"]);
        Dictionary<string, string> metadata = new(content.Metadata) { ["denpa.seconds"] = seconds };
        SafeTensors.Write(folder["changed"], content.Tensors, ContentSeal.Add(content.Tensors, metadata));
        Assert.Throws<InvalidFileException>(() => Checkpoint.Read(folder["changed"]));
    }

    [Fact]
    public void A_safetensors_file_that_is_no_checkpoint_is_refused()
    {
        SafeTensors.Write(folder["model"], [KeyValuePair.Create("weight", Tensor.Ones([1]))]);
        InvalidFileException error = Assert.Throws<InvalidFileException>(() => Checkpoint.Read(folder["model"]));
        Assert.Equal("denpa.checkpoint is missing: it is no checkpoint", error.Reason);
    }

    private static TrainingResult Resume(Experiment experiment, Checkpoint checkpoint, Dataset training, Dataset validation) =>
        new Trainer(experiment.Model, new SoftmaxCrossEntropy(), experiment.Optimizer, experiment.TrainerOptions, experiment.Schedule)
        {
            Metrics = [Metric.Accuracy, Metric.LogLoss],
        }.Train(training, validation, checkpoint);

    /// <summary>Resumes from the checkpoint with a part of its state replaced, and its seal made right.</summary>
    private TrainingResult ResumeForged(string text, string forged)
    {
        const string key = "denpa.checkpoint";
        SafeTensorsContent content = SafeTensors.Read(folder["checkpoint.safetensors"]);
        Dictionary<string, string> metadata = new(content.Metadata);
        Assert.Contains(text, metadata[key], StringComparison.Ordinal);
        metadata[key] = metadata[key].Replace(text, forged, StringComparison.Ordinal);
        SafeTensors.Write(folder["forged"], content.Tensors, ContentSeal.Add(content.Tensors, metadata));
        return Resume(new Experiment(), Checkpoint.Read(folder["forged"]), Experiment.Training, Experiment.Validation);
    }

    /// <summary>The checkpoint of an experiment after six steps.</summary>
    private Checkpoint CheckpointOf(Experiment experiment)
    {
        using CheckpointStore store = new(folder.Path);
        experiment.Run(store, steps: 6);
        return store.TryLoadLatest(out _)!;
    }
}
