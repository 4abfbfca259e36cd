using Denpa.Tests.Formats;

namespace Denpa.Tests.Training;

/// <summary>
/// What a recorded step would freeze: each is replayed right, or refused, and trains to the bits of training op by op. A module that says
/// nothing of itself is never replayed; one that says that it computes from tensors alone, and does not, is found out.
/// </summary>
public sealed class FreezingTests
{
    private const int Epochs = 4;

    /// <summary>Steps to an epoch: 40 rows in batches of 8, and in batches of 16 with a smaller last one.</summary>
    public static TheoryData<bool, int> Cases => new() { { false, 8 }, { true, 8 }, { true, 16 }, { true, 40 } };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Noise_drawn_by_an_op_is_drawn_anew_in_each_step(bool declared, int batchSize)
    {
        TrainingResult result = RequireEager(batchSize, () =>
        {
            Generator noise = new(3);
            return new Setup(new FunctionLayer(x => x + Tensor.Normal(x.Shape, noise, 0, 0.1, x.DType), declared)) { Noise = noise };
        });
        Assert.Equal(declared, result.PlanRefusal is null);
    }

    [Fact]
    public void Noise_of_every_distribution_is_drawn_anew_in_each_step()
    {
        RequireReplayed(noise => x => x * Tensor.Uniform(x.Shape, noise, 0.5, 1.5, x.DType));
        RequireReplayed(noise => x => x * Tensor.RandomIntegers(x.Shape, noise, 1, 4).To(x.DType));
        RequireReplayed(noise => x => x * Tensor.Bernoulli(x.Shape, noise, 0.5, 2, x.DType));

        static void RequireReplayed(Func<Generator, Func<Tensor, Tensor>> layer)
        {
            TrainingResult result = RequireEager(8, () =>
            {
                Generator noise = new(4);
                return new Setup(new FunctionLayer(layer(noise), fromTensorsAlone: true)) { Noise = noise };
            });
            Assert.Null(result.PlanRefusal);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_number_drawn_by_the_program_is_refused(bool declared, int batchSize)
    {
        TrainingResult result = RequireEager(batchSize, () =>
        {
            Generator noise = new(5);
            return new Setup(new FunctionLayer(x => x * noise.NextDouble(), declared)) { Noise = noise };
        });
        Assert.Contains(declared ? "draws random numbers outside of an op" : "the layer \"1\", FunctionLayer", result.PlanRefusal, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_generator_made_in_the_step_begins_anew_in_each(bool declared, int batchSize) => RequireRefused(batchSize, () =>
        new Setup(new FunctionLayer(x => x + Tensor.Normal(x.Shape, new Generator(6), 0, 0.1, x.DType), declared)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_counter_is_refused(bool declared, int batchSize)
    {
        TrainingResult result = RequireRefused(batchSize, () =>
        {
            int count = 0;
            return new Setup(new FunctionLayer(x => x * (1.0 / ++count), declared));
        });
        if (!declared) return;
        Assert.Contains(
            "multiply in layer \"1\" computed with the constant 1 when it was recorded, and with 0.5 now", result.PlanRefusal, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_scalar_that_a_callback_anneals_after_each_step_is_refused(bool declared, int batchSize) => RequireRefused(batchSize, () =>
    {
        double scale = 1;
        return new Setup(new FunctionLayer(x => x * scale, declared)) { Callback = new AfterStep(_ => scale *= 0.9) };
    });

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_scalar_that_a_callback_anneals_after_each_epoch_is_refused(bool declared, int batchSize) => RequireRefused(batchSize, () =>
    {
        double scale = 1;
        return new Setup(new FunctionLayer(x => x * scale, declared)) { Callback = new AfterEpoch(_ => scale *= 0.5) };
    });

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_scalar_that_changes_late_is_refused(bool declared, int batchSize) => RequireRefused(batchSize, () =>
    {
        double scale = 1;
        return new Setup(new FunctionLayer(x => x * scale, declared)) { Callback = new AfterEpoch(epoch => scale = epoch < 3 ? 1 : 0.5) };
    });

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_attribute_of_an_op_that_changes_is_refused(bool declared, int batchSize)
    {
        TrainingResult result = RequireRefused(batchSize, () =>
        {
            double slope = 0.5;
            return new Setup(new FunctionLayer(x => x.LeakyRelu(slope *= 0.5), declared));
        });
        if (!declared) return;
        Assert.Contains(
            "it ran leaky relu { Slope = 0.25 } when it was recorded, and now leaky relu { Slope = 0.125 } in layer \"1\"",
            result.PlanRefusal,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Stochastic_depth_by_a_generator_of_the_program_is_refused(bool declared, int batchSize) => RequireRefused(batchSize, () =>
    {
        Random random = new(7);
        return new Setup(new FunctionLayer(x => random.NextDouble() < 0.5 ? x : x.Tanh(), declared));
    });

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_running_mean_in_a_field_is_refused(bool declared, int batchSize) => RequireRefused(batchSize, () =>
    {
        Tensor mean = Tensor.Scalar(0);
        return new Setup(new FunctionLayer(
            x =>
            {
                mean = (0.9 * mean) + (0.1 * x.Detach().Mean());
                return x - mean;
            },
            declared));
    });

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_module_that_alternates_is_refused(int period) => RequireRefused(8, () =>
    {
        int run = 0;
        return new Setup(new FunctionLayer(x => ++run % period == 0 ? x.Tanh() : x, fromTensorsAlone: true));
    });

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_time_is_refused(bool declared, int batchSize) => RequireRefused(batchSize, () =>
    {
        DateTime time = new(2026, 1, 1);
        return new Setup(new FunctionLayer(x => x * (time = time.AddDays(1)).DayOfYear, declared));
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_loss_whose_weight_is_annealed_is_refused(bool declared) => RequireRefused(8, () =>
    {
        AnnealedLoss loss = new(declared);
        return new Setup(new Identity()) { Loss = loss, Callback = new AfterStep(_ => loss.Weight *= 0.8) };
    });

    [Fact]
    public void Shapes_that_differ_from_step_to_step_are_recorded_each_by_itself()
    {
        TrainingResult result = RequireEager(16, () =>
            new Setup(new FunctionLayer(x => x * x.Shape[0], fromTensorsAlone: true)) { Epochs = 12 });
        Assert.Null(result.PlanRefusal);
    }

    [Fact]
    public void A_module_that_computes_from_tensors_alone_is_replayed_to_the_same_bits()
    {
        int runs = 0;
        TrainingResult result = RequireEager(4, () => new Setup(new FunctionLayer(
            x =>
            {
                runs++;
                return x.Tanh() * 0.5;
            },
            fromTensorsAlone: true))
        {
            Epochs = 10,
        });
        Assert.Null(result.PlanRefusal);
        // Op by op 100 steps; with a plan the first, three after it, those at doubling distances and at the edges of epochs.
        Assert.InRange(runs, 100 + 20, 100 + 30);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public void A_switch_of_mode_is_followed(int after)
    {
        TrainingResult result = RequireEager(8, () =>
        {
            Generator noise = new(8);
            Dropout dropout = new(0.5, noise);
            return new Setup(dropout) { Noise = noise, Callback = new AfterStep(step => Switch(dropout, step)) };
        });
        Assert.Null(result.PlanRefusal);

        void Switch(Dropout dropout, int step)
        {
            if (step == after) dropout.Evaluate();
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(8)]
    public void Wrapped_data_that_a_callback_changes_is_read_as_it_is(int batchSize)
    {
        const int Columns = 2048;
        TrainingResult result = RequireEager(batchSize, () =>
        {
            float[] features = new float[40 * Columns];
            new Generator(9).FillUniform<float>(features, -0.1, 0.1);
            Dataset data = new(Tensor.Wrap(features, [40, Columns]), Tensor.Uniform([40, 1], new Generator(10)));
            return new Setup(new Identity())
            {
                Data = data,
                Model = new Sequential(new Linear(Columns, 1, new Generator(11))),
                Callback = new AfterStep(step => features.AsSpan().Fill(0.1f / step)),
                Sampling = BatchSampling.InOrder,
            };
        });
        Assert.Null(result.PlanRefusal);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(40)]
    public void A_variable_that_a_callback_anneals_is_read_by_a_replay(int batchSize)
    {
        TrainingResult result = RequireEager(batchSize, () =>
        {
            Variable scale = Variable.Of(Tensor.Scalar(1));
            return new Setup(new FunctionLayer(x => x * scale.Value, fromTensorsAlone: true))
            {
                Callback = new AfterStep(step => scale.Assign(Tensor.Scalar(1.0 / step))),
            };
        });
        Assert.Null(result.PlanRefusal);
    }

    [Fact]
    public void A_running_mean_in_a_variable_is_updated_by_a_replay()
    {
        List<double[]> means = [];
        TrainingResult result = RequireEager(8, () =>
        {
            RunningMean layer = new(4);
            return new Setup(layer) { Callback = new AfterEpoch(_ => means.Add(layer.Mean.Value.ToArray<double>())) };
        });
        Assert.Null(result.PlanRefusal);
        Assert.Equal(2 * Epochs, means.Count);
        Assert.Equal(means[..Epochs], means[Epochs..]);
        Assert.NotEqual(means[0], means[1]);
    }

    [Fact]
    public void A_step_that_looks_at_elements_after_it_has_assigned_a_variable_assigns_it_once()
    {
        RequireRefused(8, () =>
        {
            Variable count = Variable.Of(Tensor.Scalar(0));
            return new Setup(new FunctionLayer(
                x =>
                {
                    count.Assign(count.Value + 1);
                    return x * count.Value.Item();
                },
                fromTensorsAlone: true));
        });
    }

    [Fact]
    public void Steps_replayed_after_a_change_run_again_from_the_last_compared_one()
    {
        // 30 steps an epoch. Run anew are 1 to 4, 8, 16 and the last: the change after step 17 is seen in step 30, and 17 is when all is
        // as the program has it then.
        double scale = 1;
        List<int> told = [];
        string? refusal = null;
        Sequential model = new(new Linear(3, 1, new Generator(12), dtype: DType.Float64), new FunctionLayer(x => x * scale, fromTensorsAlone: true));
        Dataset data = ToySets.Linear(30, [1, 2, 3], new Generator(13), dtype: DType.Float64);
        Trainer trainer = new(model, new SquaredError(), new Sgd(model.Parameters, 0.01), new TrainingOptions { Epochs = 1, BatchSize = 1 })
        {
            Callbacks =
            [
                new StepNumbers(step =>
                {
                    told.Add(step);
                    if (step == 17) scale = 0.5;
                }),
            ],
        };
        refusal = trainer.Train(data).PlanRefusal;
        Assert.Contains("multiply in layer \"1\" computed with the constant 1 when it was recorded, and with 0.5 now", refusal, StringComparison.Ordinal);
        Assert.Equal([.. Enumerable.Range(1, 29), .. Enumerable.Range(17, 14)], told);

        // By hand: the change takes effect where the run goes back to, after step 16.
        double eagerScale = 1;
        Sequential eager = new(new Linear(3, 1, new Generator(12), dtype: DType.Float64), new FunctionLayer(x => x * eagerScale));
        new Trainer(eager, new SquaredError(), new Sgd(eager.Parameters, 0.01), new TrainingOptions { Epochs = 1, BatchSize = 1 })
        {
            Callbacks = [new StepNumbers(step => eagerScale = step >= 16 ? 0.5 : 1)],
        }.Train(data);
        RequireSameBits(eager, model);
    }

    [Fact]
    public void A_predictor_of_a_module_whose_scalar_changed_follows_it()
    {
        foreach (bool declared in (bool[])[false, true])
        {
            double scale = 1;
            Predictor predictor = new(new FunctionLayer(x => x * scale, declared));
            Tensor x = Tensor.From(1.0, 2);
            for (int run = 1; run <= 40; run++)
            {
                scale = run;
                Assert.Equal([1.0 * run, 2.0 * run], predictor.Predict(x).ToArray<double>());
            }
        }
    }

    [Fact]
    public void A_predictor_follows_a_switch_of_mode()
    {
        Dropout dropout = new(0.5, new Generator(14));
        Predictor predictor = new(dropout);
        Tensor x = Tensor.Ones([64], DType.Float64);
        for (int run = 0; run < 5; run++) Assert.Equal(64, predictor.Predict(x).Sum().Item());
        dropout.Train();
        Assert.Contains(0, predictor.Predict(x).ToArray<double>());
        Assert.NotEqual(predictor.Predict(x).ToArray<double>(), predictor.Predict(x).ToArray<double>());
    }

    private static TrainingResult RequireRefused(int batchSize, Func<Setup> make)
    {
        TrainingResult result = RequireEager(batchSize, make);
        Assert.NotNull(result.PlanRefusal);
        return result;
    }

    /// <summary>Trains with and without a plan, and requires the same bits of parameters and history.</summary>
    private static TrainingResult RequireEager(int batchSize, Func<Setup> make)
    {
        (Sequential eager, TrainingResult expected) = Train(plan: false);
        (Sequential planned, TrainingResult actual) = Train(plan: true);
        RequireSameBits(eager, planned);
        Assert.Equal(expected.History.Select(record => record.TrainingLoss), actual.History.Select(record => record.TrainingLoss));
        Assert.Null(expected.PlanRefusal);
        return actual;

        (Sequential Model, TrainingResult Result) Train(bool plan)
        {
            Setup setup = make();
            Sequential model = setup.Model ?? new Sequential(
                new Linear(3, 4, new Generator(1), dtype: DType.Float64), setup.Layer, new Linear(4, 1, new Generator(2), dtype: DType.Float64));
            TrainingOptions options = new()
            {
                Epochs = setup.Epochs,
                BatchSize = batchSize,
                Plan = plan,
                Sampling = setup.Sampling,
            };
            Trainer trainer = new(model, setup.Loss, new Adam(model.Parameters, 0.01), options)
            {
                Callbacks = setup.Callback is null ? [] : [setup.Callback],
                Generators = setup.Noise is null ? new Dictionary<string, Generator>() : new Dictionary<string, Generator> { ["noise"] = setup.Noise },
            };
            return (model, trainer.Train(setup.Data ?? ToySets.Linear(40, [1, 2, 3], new Generator(15), dtype: DType.Float64)));
        }
    }

    private static void RequireSameBits(Sequential expected, Sequential actual)
    {
        foreach ((Parameter one, Parameter other) in expected.Parameters.Zip(actual.Parameters))
        {
            Assert.True(RandomTensors.SameBits(one.Value, other.Value), $"{one.Name}: {one.Value} and {other.Value}");
        }
    }

    private sealed record Setup(Layer Layer)
    {
        public Loss Loss { get; init; } = new SquaredError();

        public TrainerCallback? Callback { get; init; }

        public Generator? Noise { get; init; }

        public Dataset? Data { get; init; }

        public Sequential? Model { get; init; }

        public BatchSampling Sampling { get; init; } = BatchSampling.Shuffled;

        public int Epochs { get; init; } = FreezingTests.Epochs;
    }

    private sealed class StepNumbers(Action<int> action) : TrainerCallback
    {
        public override void StepEnded(TrainingProgress progress) => action(progress.Step);
    }

    private sealed class RunningMean : Layer
    {
        public RunningMean(int features) => Mean = Register("running_mean", Variable.Of(Tensor.Zeros([features], DType.Float64)));

        public Variable Mean { get; }

        public override bool ComputesFromTensorsAlone => true;

        protected override Tensor Compute(Tensor input)
        {
            Tensor centred = input - Mean.Value;
            Mean.Assign((0.9 * Mean.Value) + (0.1 * input.Detach().Mean(0)));
            return centred;
        }
    }

    private sealed class AnnealedLoss(bool declared) : Loss(LossReduction.Mean)
    {
        public double Weight { get; set; } = 1;

        public override string Name => "annealed error";

        public override bool ComputesFromTensorsAlone => declared;

        protected override Tensor Each(Tensor predictions, Tensor targets) => (predictions - targets).Square() * Weight;
    }
}
