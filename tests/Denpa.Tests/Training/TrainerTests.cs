using Denpa.Tests.Formats;

namespace Denpa.Tests.Training;

public sealed class TrainerTests
{
    private static readonly Dataset Plane = ToySets.Linear(40, [3, 2], new Generator(1), dtype: DType.Float64);

    [Fact]
    public void A_linear_model_finds_the_coefficients_of_linear_data()
    {
        Linear model = LinearModel(2);
        TrainingResult result = new Trainer(
            model,
            new MeanSquaredError(),
            new Sgd(model.Parameters, 0.2),
            new TrainingOptions { Epochs = 200, BatchSize = 8 }).Train(Plane);
        Assert.Equal(StopReason.Epochs, result.StopReason);
        Assert.Equal(200, result.History.Count);
        Assert.Equal(3, model.Weight.Value[0, 0], 6);
        Assert.Equal(2, model.Weight.Value[0, 1], 6);
        Assert.Equal(0, model.Bias!.Value[0], 6);
    }

    [Fact]
    public void Full_batches_take_the_very_steps_of_a_loop_written_by_hand()
    {
        Linear byHand = LinearModel(3);
        Momentum optimizer = new(byHand.Parameters, 0.1);
        List<double> losses = [];
        for (int step = 0; step < 5; step++)
        {
            Tensor loss = new HalfSquaredError().Forward(byHand.Forward(Plane.Features), Plane.Targets);
            // As a mean over an epoch's samples.
            losses.Add(loss.Item() * Plane.Count / Plane.Count);
            optimizer.Step(loss.Backward());
        }

        Linear model = LinearModel(3);
        TrainingOptions options = new() { Epochs = 5, BatchSize = DataLoader.FullBatch };
        TrainingResult result = new Trainer(model, new HalfSquaredError(), new Momentum(model.Parameters, 0.1), options).Train(Plane);
        Assert.Equal(losses, result.History.Select(epoch => epoch.TrainingLoss));
        AssertSameWeights(byHand, model);
    }

    [Fact]
    public void The_training_loss_of_an_epoch_is_the_mean_over_its_samples_whatever_the_batches()
    {
        Linear model = LinearModel(4);
        double expected = Evaluation.Of(model, new MeanSquaredError(), Plane, []).Loss;
        foreach (int batchSize in (int[])[1, 7, 40])
        {
            // With a learning rate of 0 the model stays what it is.
            Sgd optimizer = new(model.Parameters, 0);
            TrainingOptions options = new() { Epochs = 1, BatchSize = batchSize };
            TrainingResult result = new Trainer(model, new MeanSquaredError(), optimizer, options).Train(Plane);
            Assert.Equal(expected, result.History[0].TrainingLoss, 12);
        }
    }

    [Fact]
    public void The_training_loss_of_weighted_samples_is_the_weighted_mean()
    {
        Tensor weights = Tensor.Uniform([40], new Generator(5), 0.1, 2, DType.Float64);
        Dataset weighted = new(Plane.Features, Plane.Targets, weights);
        Linear model = LinearModel(4);
        double expected = Evaluation.Of(model, new MeanSquaredError(), weighted, []).Loss;
        Sgd optimizer = new(model.Parameters, 0);
        TrainingResult result = new Trainer(model, new MeanSquaredError(), optimizer, new() { Epochs = 1, BatchSize = 7 }).Train(weighted);
        Assert.Equal(expected, result.History[0].TrainingLoss, 12);
    }

    [Fact]
    public void A_summed_loss_adds_up_over_the_batches()
    {
        Linear model = LinearModel(4);
        MeanSquaredError sum = new(LossReduction.Sum);
        double expected = Evaluation.Of(model, sum, Plane, []).Loss;
        TrainingResult result = new Trainer(model, sum, new Sgd(model.Parameters, 0), new() { Epochs = 1, BatchSize = 7 }).Train(Plane);
        Assert.Equal(expected, result.History[0].TrainingLoss, 10);
    }

    [Fact]
    public void Validation_and_metrics_are_measured_after_each_epoch_in_the_mode_for_use()
    {
        List<bool> modes = [];
        Sequential model = new(LinearModel(6), new FunctionLayer(x => x));
        FunctionLayer spy = null!;
        spy = new FunctionLayer(x =>
        {
            modes.Add(spy.IsTraining);
            return x;
        });
        Sequential spied = new(model, spy);
        Dataset validation = Plane.Subset(1, 2, 3);
        TrainingOptions options = new() { Epochs = 2, BatchSize = 20, Plan = false };
        Trainer trainer = new(spied, new MeanSquaredError(), new Sgd(spied.Parameters, 0.1), options)
        {
            Metrics = [Metric.MeanAbsoluteError, Metric.RSquared],
        };
        TrainingResult result = trainer.Train(Plane, validation);
        Assert.Equal([true, true, false, true, true, false], modes);
        Assert.False(spied.IsTraining);
        Evaluation last = Evaluation.Of(spied, new MeanSquaredError(), validation, trainer.Metrics);
        Assert.Equal(last.Loss, result.History[1].ValidationLoss);
        Assert.Equal(last.Metrics, result.History[1].Metrics);
        Assert.Equal(["MAE", "R²"], last.Metrics.Keys);
    }

    [Fact]
    public void Early_stopping_waits_its_patience_and_brings_the_best_weights_back()
    {
        // What validation asks for is the opposite of what training teaches, so every epoch makes it worse.
        Dataset opposite = new(Plane.Features, Plane.Targets * -1);
        Linear model = LinearModel(7);
        List<IReadOnlyDictionary<string, Tensor>> weights = [];
        Listener listener = new();
        TrainingOptions options = new() { Epochs = 50, Patience = 3, BatchSize = 8 };
        Trainer trainer = new(model, new MeanSquaredError(), new Sgd(model.Parameters, 0.05), options)
        {
            Callbacks = [new AfterStep(_ => weights.Add(model.SaveState())), listener],
        };
        TrainingResult result = trainer.Train(Plane, opposite);
        Assert.Equal(StopReason.Patience, result.StopReason);
        Assert.Equal(1, result.BestEpoch);
        Assert.Equal(4, result.History.Count);
        Assert.True(RandomTensors.SameBits(weights[4]["weight"], model.Weight.Value));
    }

    [Fact]
    public void Without_patience_the_last_weights_stay()
    {
        Dataset opposite = new(Plane.Features, Plane.Targets * -1);
        Linear model = LinearModel(7);
        IReadOnlyDictionary<string, Tensor> last = null!;
        Trainer trainer = new(model, new MeanSquaredError(), new Sgd(model.Parameters, 0.05), new() { Epochs = 6 })
        {
            Callbacks = [new AfterStep(_ => last = model.SaveState())],
        };
        TrainingResult result = trainer.Train(Plane, opposite);
        Assert.Equal((StopReason.Epochs, 1), (result.StopReason, result.BestEpoch));
        Assert.True(RandomTensors.SameBits(last["weight"], model.Weight.Value));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Cancelled_without_patience_the_best_weights_come_back_where_they_are_kept(bool keepBest)
    {
        Dataset opposite = new(Plane.Features, Plane.Targets * -1);
        Linear model = LinearModel(7);
        List<IReadOnlyDictionary<string, Tensor>> weights = [];
        using CancellationTokenSource source = new();
        int stepsPerEpoch = (Plane.Count + 7) / 8;
        TrainingOptions options = new() { Epochs = 50, BatchSize = 8, KeepBest = keepBest };
        Trainer trainer = new(model, new MeanSquaredError(), new Sgd(model.Parameters, 0.05), options)
        {
            Callbacks =
            [
                new AfterStep(_ => weights.Add(model.SaveState())),
                new AfterStep(step => { if (step == 3 * stepsPerEpoch) source.Cancel(); }),
            ],
        };
        TrainingResult result = trainer.Fit(Plane, opposite, cancellationToken: source.Token);
        Assert.Equal((StopReason.Cancelled, 1), (result.StopReason, result.BestEpoch));
        int expected = keepBest ? stepsPerEpoch : 3 * stepsPerEpoch;
        Assert.True(RandomTensors.SameBits(weights[expected - 1]["weight"], model.Weight.Value));
    }

    [Fact]
    public void An_improvement_smaller_than_the_least_one_counts_for_nothing()
    {
        Linear model = LinearModel(8);
        TrainingOptions options = new() { Epochs = 50, Patience = 2, MinimumImprovement = 1e6 };
        TrainingResult result = new Trainer(model, new MeanSquaredError(), new Sgd(model.Parameters, 0.01), options).Train(Plane);
        Assert.Equal((StopReason.Patience, 1, 3), (result.StopReason, result.BestEpoch, result.History.Count));
    }

    [Fact]
    public void A_metric_that_stands_still_lowers_the_rate_of_a_plateau()
    {
        Linear model = LinearModel(11);
        TrainingOptions options = new() { Epochs = 5, Watch = "score", ScheduleUnit = ScheduleUnit.Epoch };
        (double, bool)[] cases = [(0.9, true), (-0.9, true), (0.9, false), (-0.9, false)];
        foreach ((double value, bool higherIsBetter) in cases)
        {
            PlateauSchedule schedule = new(factor: 0.5, patience: 2);
            new Trainer(model, new MeanSquaredError(), new Sgd(model.Parameters, 0.01), options, schedule)
            {
                Metrics = [new Metric("score", (_, _) => value, higherIsBetter)],
            }.Train(Plane, Plane);
            Assert.Equal(0.005, schedule.Rate(0, 0.01));
        }
    }

    [Fact]
    public void A_metric_can_be_watched_for_its_rise()
    {
        double[] values = [0.1, 0.5, 0.4, 0.3, 0.2];
        int epoch = 0;
        Linear model = LinearModel(9);
        TrainingOptions options = new() { Epochs = 50, Patience = 2, Watch = "score" };
        PlateauSchedule schedule = new(factor: 0.5, patience: 1);
        Trainer trainer = new(model, new MeanSquaredError(), new Sgd(model.Parameters, 0.01), options, schedule)
        {
            Metrics = [new Metric("score", (_, _) => values[epoch++], HigherIsBetter: true)],
        };
        TrainingResult result = trainer.Train(Plane, Plane);
        Assert.Equal((StopReason.Patience, 2, 4), (result.StopReason, result.BestEpoch, result.History.Count));
        Assert.Equal([0.01, 0.01, 0.01, 0.01], result.History.Select(record => record.LearningRate));
        Assert.Equal(0.005, schedule.Rate(0, 0.01));
    }

    [Fact]
    public void A_number_to_watch_that_is_not_measured_is_refused()
    {
        Linear model = LinearModel(10);
        Trainer Watching(string name) => new(model, new MeanSquaredError(), new Sgd(model.Parameters, 0.1), new() { Watch = name })
        {
            Metrics = [Metric.RSquared],
        };
        ArgumentException error = Assert.Throws<ArgumentException>(() => Watching("accuracy").Train(Plane, Plane));
        Assert.Equal("trainer: there is no \"accuracy\" to watch: the metrics are \"R²\"", error.Message);
        Assert.Throws<ArgumentException>(() => Watching("R²").Train(Plane));
        Assert.Throws<ArgumentException>(() => Watching(TrainingOptions.ValidationLoss).Train(Plane));
    }

    [Theory]
    [InlineData(ScheduleUnit.Step, new[] { 1, 0.5, 0.25, 0.125 })]
    [InlineData(ScheduleUnit.Epoch, new[] { 1, 1, 0.5, 0.5 })]
    public void A_schedule_moves_on_with_each_step_or_each_epoch(ScheduleUnit unit, double[] factors)
    {
        Linear model = LinearModel(11);
        Sgd optimizer = new(model.Parameters, 0.1);
        List<double> rates = [];
        TrainingOptions options = new() { Epochs = 2, BatchSize = 20, ScheduleUnit = unit };
        new Trainer(model, new MeanSquaredError(), optimizer, options, new ExponentialSchedule(0.5))
        {
            Callbacks = [new AfterStep(_ => rates.Add(optimizer.Groups[0].LearningRate))],
        }.Train(Plane);
        Assert.All(factors.Zip(rates), pair => Assert.Equal(0.1 * pair.First, pair.Second, 12));
        Assert.Equal(4, rates.Count);
    }

    [Fact]
    public void Gradients_are_clipped_by_norm_and_by_value()
    {
        double Moved(TrainingOptions options)
        {
            Linear model = LinearModel(12);
            Tensor before = model.Weight.Snapshot();
            double bias = model.Bias!.Value[0];
            TrainingOptions once = options with { Epochs = 1, BatchSize = 0 };
            new Trainer(model, new MeanSquaredError(), new Sgd(model.Parameters, 1), once).Train(Plane);
            double[] steps = [.. Enumerable.Range(0, 2).Select(i => model.Weight.Value[0, i] - before[0, i]), model.Bias.Value[0] - bias];
            return options.ClipValue is null ? Math.Sqrt(steps.Sum(step => step * step)) : steps.Max(Math.Abs);
        }

        Assert.True(Moved(new TrainingOptions()) > 0.5);
        Assert.Equal(0.01, Moved(new TrainingOptions { ClipNorm = 0.01 }), 6);
        Assert.Equal(0.02, Moved(new TrainingOptions { ClipValue = 0.02 }), 12);
    }

    [Fact]
    public void Cancelling_ends_training_before_the_next_step_without_an_exception()
    {
        using CancellationTokenSource source = new();
        Linear model = LinearModel(13);
        Listener listener = new();
        Trainer trainer = new(model, new MeanSquaredError(), new Sgd(model.Parameters, 0.1), new() { BatchSize = 10 })
        {
            Callbacks = [new AfterStep(step => { if (step == 6) source.Cancel(); }), listener],
        };
        TrainingResult result = trainer.Fit(Plane, cancellationToken: source.Token);
        Assert.Equal((StopReason.Cancelled, 1, 6), (result.StopReason, result.History.Count, listener.Steps.Count));
        Assert.Same(result, listener.Results.Single());
    }

    [Fact]
    public void A_time_limit_ends_training_before_the_next_step()
    {
        HandClock clock = new();
        Linear model = LinearModel(14);
        TrainingOptions options = new() { BatchSize = 10, TimeLimit = TimeSpan.FromSeconds(10) };
        TrainingResult result = new Trainer(model, new MeanSquaredError(), new Sgd(model.Parameters, 0.1), options)
        {
            Clock = clock,
            Callbacks = [new AfterStep(_ => clock.Advance(TimeSpan.FromSeconds(1.5)))],
        }.Train(Plane);
        Assert.Equal(StopReason.TimeLimit, result.StopReason);
        Assert.Equal(6, result.History.Single().Seconds);
    }

    [Fact]
    public void Progress_and_callbacks_hear_of_every_step_and_every_epoch()
    {
        Linear model = LinearModel(15);
        Listener listener = new();
        TrainingOptions options = new() { Epochs = 2, BatchSize = 16 };
        TrainingResult result = new Trainer(model, new MeanSquaredError(), new Sgd(model.Parameters, 0.1), options)
        {
            Callbacks = [listener],
        }.Train(Plane, progress: listener);
        Assert.Equal([(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3)], listener.Steps.Select(step => (step.Epoch, step.Step)));
        Assert.Equal(8, listener.Reports.Count);
        Assert.Equal(result.History, listener.Reports.Select(report => report.Finished).OfType<EpochRecord>());
        Assert.Equal(result.History, listener.Epochs);
        Assert.Equal(result.History[1].TrainingLoss, listener.Steps[^1].Loss);
        Assert.All(listener.Steps, step => Assert.Equal((2, 3), (step.Epochs, step.Steps)));
    }

    [Fact]
    public void The_seed_decides_the_order_of_the_samples()
    {
        Tensor WeightsAfter(ulong seed)
        {
            Linear model = LinearModel(16);
            TrainingOptions options = new() { Epochs = 2, BatchSize = 8, Seed = seed };
            new Trainer(model, new MeanSquaredError(), new Sgd(model.Parameters, 0.1), options).Train(Plane);
            return model.Weight.Value;
        }

        Assert.True(RandomTensors.SameBits(WeightsAfter(1), WeightsAfter(1)));
        Assert.False(RandomTensors.SameBits(WeightsAfter(1), WeightsAfter(2)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Any_number_of_threads_gives_the_bits_of_one(int threads)
    {
        static Sequential Train(int threads)
        {
            using IDisposable limit = Workers.Limit(threads);
            Generator generator = new(17);
            Dataset data = ToySets.Gaussians(300, generator, classes: 10);
            Dataset wide = new(data.Features.MatMul(Tensor.Normal([2, 64], generator)), data.Targets);
            Sequential model = new(
                new Linear(64, 256, generator), new Relu(), new Dropout(0.2, generator), new Linear(256, 128, generator), new Relu(),
                new Linear(128, 10, generator));
            TrainingOptions options = new() { Epochs = 2, BatchSize = 128 };
            new Trainer(model, new SoftmaxCrossEntropy(), new Adam(model.Parameters), options).Train(wide, wide);
            return model;
        }

        AssertSameWeights(Train(1), Train(threads));
    }

    [Fact]
    public void What_cannot_be_trained_is_refused()
    {
        Linear model = LinearModel(18);
        Sgd optimizer = new(model.Parameters, 0.1);
        Assert.Throws<ArgumentException>(() => new Trainer(model, new MeanSquaredError(LossReduction.None), optimizer));
        foreach (TrainingOptions options in (TrainingOptions[])
            [
                new() { Epochs = 0 }, new() { BatchSize = -1 }, new() { Patience = -1 }, new() { MinimumImprovement = -1 },
                new() { ClipNorm = 0 }, new() { ClipValue = -1 }, new() { TimeLimit = TimeSpan.FromSeconds(-1) },
            ])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer(model, new MeanSquaredError(), optimizer, options));
        }
    }

    private static Linear LinearModel(ulong seed) => new(2, 1, new Generator(seed), dtype: DType.Float64);

    private static void AssertSameWeights(Module expected, Module actual) => Assert.Empty(
        from pair in expected.Parameters.Zip(actual.Parameters)
        where !RandomTensors.SameBits(pair.First.Value, pair.Second.Value)
        select pair.First.Name);
}
