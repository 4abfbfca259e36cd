using static Denpa.Tests.Training.FreezingRun;

namespace Denpa.Tests.Training;

/// <summary>What a module makes of other things than tensors: each is replayed right, or refused.</summary>
public sealed class ModuleFreezingTests
{
    [Theory]
    [MemberData(nameof(FreezingRun.Cases), MemberType = typeof(FreezingRun))]
    public void Noise_drawn_by_an_op_is_drawn_anew_in_each_step(bool declared, int batchSize)
    {
        TrainingResult result = RequireEager(batchSize, () =>
        {
            Generator noise = new(3);
            return new FreezingRun(new FunctionLayer(x => x + Tensor.Normal(x.Shape, noise, 0, 0.1, x.DType), declared)) { Noise = noise };
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
                return new FreezingRun(new FunctionLayer(layer(noise), fromTensorsAlone: true)) { Noise = noise };
            });
            Assert.Null(result.PlanRefusal);
        }
    }

    [Theory]
    [MemberData(nameof(FreezingRun.Cases), MemberType = typeof(FreezingRun))]
    public void A_number_drawn_by_the_program_is_refused(bool declared, int batchSize)
    {
        TrainingResult result = RequireEager(batchSize, () =>
        {
            Generator noise = new(5);
            return new FreezingRun(new FunctionLayer(x => x * noise.NextDouble(), declared)) { Noise = noise };
        });
        string reason = declared ? "draws random numbers outside of an op" : "the layer \"1\", FunctionLayer";
        Assert.Contains(reason, result.PlanRefusal, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FreezingRun.Cases), MemberType = typeof(FreezingRun))]
    public void A_generator_made_in_the_step_begins_anew_in_each(bool declared, int batchSize) => RequireRefused(batchSize, () =>
        new FreezingRun(new FunctionLayer(x => x + Tensor.Normal(x.Shape, new Generator(6), 0, 0.1, x.DType), declared)));

    [Theory]
    [MemberData(nameof(FreezingRun.Cases), MemberType = typeof(FreezingRun))]
    public void A_counter_is_refused(bool declared, int batchSize)
    {
        TrainingResult result = RequireRefused(batchSize, () =>
        {
            int count = 0;
            return new FreezingRun(new FunctionLayer(x => x * (1.0 / ++count), declared));
        });
        if (!declared) return;
        Assert.Contains(
            "multiply in layer \"1\" computed with the constant 1 when it was recorded, and with 0.5 now",
            result.PlanRefusal,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FreezingRun.Cases), MemberType = typeof(FreezingRun))]
    public void An_attribute_of_an_op_that_changes_is_refused(bool declared, int batchSize)
    {
        TrainingResult result = RequireRefused(batchSize, () =>
        {
            double slope = 0.5;
            return new FreezingRun(new FunctionLayer(x => x.LeakyRelu(slope *= 0.5), declared));
        });
        if (!declared) return;
        Assert.Contains(
            "it ran leaky relu { Slope = 0.25 } when it was recorded, and now leaky relu { Slope = 0.125 } in layer \"1\"",
            result.PlanRefusal,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FreezingRun.Cases), MemberType = typeof(FreezingRun))]
    public void Stochastic_depth_by_a_generator_of_the_program_is_refused(bool declared, int batchSize) => RequireRefused(batchSize, () =>
    {
        Random random = new(7);
        return new FreezingRun(new FunctionLayer(x => random.NextDouble() < 0.5 ? x : x.Tanh(), declared));
    });

    [Theory]
    [MemberData(nameof(FreezingRun.Cases), MemberType = typeof(FreezingRun))]
    public void A_running_mean_in_a_field_is_refused(bool declared, int batchSize) => RequireRefused(batchSize, () =>
    {
        Tensor mean = Tensor.Scalar(0);
        return new FreezingRun(new FunctionLayer(
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
        return new FreezingRun(new FunctionLayer(x => ++run % period == 0 ? x.Tanh() : x, fromTensorsAlone: true));
    });

    [Theory]
    [MemberData(nameof(FreezingRun.Cases), MemberType = typeof(FreezingRun))]
    public void The_time_is_refused(bool declared, int batchSize) => RequireRefused(batchSize, () =>
    {
        DateTime time = new(2026, 1, 1);
        return new FreezingRun(new FunctionLayer(x => x * (time = time.AddDays(1)).DayOfYear, declared));
    });

    [Fact]
    public void Shapes_that_differ_from_step_to_step_are_recorded_each_by_itself()
    {
        TrainingResult result = RequireEager(16, () =>
            new FreezingRun(new FunctionLayer(x => x * x.Shape[0], fromTensorsAlone: true)) { Epochs = 12 });
        Assert.Null(result.PlanRefusal);
    }

    [Fact]
    public void A_module_that_computes_from_tensors_alone_is_replayed_to_the_same_bits()
    {
        int runs = 0;
        TrainingResult result = RequireEager(4, () => new FreezingRun(new FunctionLayer(
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

    [Fact]
    public void A_running_mean_in_a_variable_is_updated_by_a_replay()
    {
        List<double[]> means = [];
        TrainingResult result = RequireEager(8, () =>
        {
            RunningMean layer = new(4);
            return new FreezingRun(layer) { Callback = new AfterEpoch(_ => means.Add(layer.Mean.Value.ToArray<double>())) };
        });
        Assert.Null(result.PlanRefusal);
        Assert.Equal(2 * DefaultEpochs, means.Count);
        Assert.Equal(means[..DefaultEpochs], means[DefaultEpochs..]);
        Assert.NotEqual(means[0], means[1]);
    }

    [Fact]
    public void A_step_that_looks_at_elements_after_it_has_assigned_a_variable_assigns_it_once()
    {
        RequireRefused(8, () =>
        {
            Variable count = Variable.Of(Tensor.Scalar(0));
            return new FreezingRun(new FunctionLayer(
                x =>
                {
                    count.Assign(count.Value + 1);
                    return x * count.Value.Item();
                },
                fromTensorsAlone: true));
        });
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
}
