using Denpa.Tests.Formats;

namespace Denpa.Tests.Training;

/// <summary>Objectives that a program writes itself: several inputs, several losses, a price on weights.</summary>
public sealed class ObjectiveTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Several_inputs_and_losses_train_in_a_plan_to_the_bits_of_training_op_by_op(bool declared)
    {
        (Sided model, TrainingResult result) = Train(plan: true, declared);
        (Sided eager, _) = Train(plan: false, declared);
        Assert.Equal(declared, result.PlanRefusal is null);
        if (!declared) Assert.Contains("the objective, TwoLosses, does not say", result.PlanRefusal, StringComparison.Ordinal);
        RequireSameBits(eager, model);
        Assert.True(result.History[^1].TrainingLoss < result.History[0].TrainingLoss);
        Assert.True(result.History[^1].ValidationLoss < result.History[0].ValidationLoss);
    }

    [Fact]
    public void A_price_on_weights_is_that_of_weight_decay()
    {
        const double Decay = 0.1;
        Linear priced = new(3, 1, new Generator(1), bias: false, dtype: DType.Float64);
        Linear decayed = new(3, 1, new Generator(1), bias: false, dtype: DType.Float64);
        Dataset data = ToySets.Linear(20, [1, 2, 3], new Generator(2), dtype: DType.Float64);
        TrainingOptions options = new() { Epochs = 5, BatchSize = 5 };
        new Trainer(new PricedWeights(priced, Decay / 2), new Sgd(priced.Parameters, 0.05), options).Train(data);
        new Trainer(decayed, new MeanSquaredError(), new Sgd([new ParameterGroup(decayed.Parameters, 0.05, Decay)]), options).Train(data);
        foreach ((double one, double other) in priced.Weight.Value.ToArray<double>().Zip(decayed.Weight.Value.ToArray<double>()))
        {
            Assert.Equal(one, other, 1e-12);
        }
    }

    [Fact]
    public void A_checkpoint_of_an_objective_goes_on_to_the_bits_of_one_run()
    {
        using TemporaryFolder folder = new();
        (Sided whole, _) = Train(plan: true, declared: true, epochs: 6);
        using CheckpointStore store = new(folder.Path);
        using CancellationTokenSource stop = new();
        AfterEpoch stopsEarly = new(epoch =>
        {
            if (epoch == 3) stop.Cancel();
        });
        Train(plan: true, declared: true, epochs: 6, store, callback: stopsEarly, stop: stop.Token);
        (Sided resumed, _) = Train(plan: true, declared: true, epochs: 6, store, store.TryLoadLatest(out _));
        RequireSameBits(whole, resumed);
    }

    [Fact]
    public void Metrics_need_an_objective_that_measures_them()
    {
        Sided model = new();
        Trainer trainer = new(new TwoLosses(model, declared: true), new Sgd(model.Parameters, 0.01)) { Metrics = [Metric.Accuracy] };
        NotSupportedException error = Assert.Throws<NotSupportedException>(() => trainer.Train(Data(8, 3), Data(8, 4)));
        Assert.Contains("TwoLosses does not say how metrics are measured", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_names_the_layer_of_a_module_of_any_signature()
    {
        Sided model = new();
        ShapeException error = Assert.Throws<ShapeException>(
            () => model.Forward(Tensor.Ones([2, 9], DType.Float64), Tensor.Ones([2, 2], DType.Float64)));
        Assert.Equal("left", error.Layer);
    }

    private static Dataset Data(int rows, ulong seed)
    {
        Generator generator = new(seed);
        Tensor left = Tensor.Normal([rows, 3], generator, dtype: DType.Float64);
        Tensor right = Tensor.Normal([rows, 2], generator, dtype: DType.Float64);
        return new Dataset([left, right, left.Sum(1, keepDimensions: true), right.Sum(1, keepDimensions: true)]);
    }

    private static (Sided Model, TrainingResult Result) Train(
        bool plan,
        bool declared,
        int epochs = 4,
        CheckpointStore? store = null,
        Checkpoint? resumeFrom = null,
        TrainerCallback? callback = null,
        CancellationToken? stop = null)
    {
        Sided model = new();
        Trainer trainer = new(
            new TwoLosses(model, declared),
            new Adam(model.Parameters, 0.02),
            new TrainingOptions { Epochs = epochs, BatchSize = 8, Plan = plan })
        {
            Checkpoints = store,
            Callbacks = callback is null ? [] : [callback],
        };
        return (model, trainer.Fit(Data(40, 5), Data(16, 6), resumeFrom, cancellationToken: stop ?? TestContext.Current.CancellationToken));
    }

    private static void RequireSameBits(Sided expected, Sided actual)
    {
        foreach ((Parameter one, Parameter other) in expected.Parameters.Zip(actual.Parameters))
        {
            Assert.True(RandomTensors.SameBits(one.Value, other.Value), one.Name);
        }
    }

    /// <summary>Two inputs, two outputs.</summary>
    private sealed class Sided : Module
    {
        private readonly Linear left;
        private readonly Linear right;
        private readonly Linear both;

        public Sided()
        {
            left = Register("left", new Linear(3, 4, new Generator(7), dtype: DType.Float64));
            right = Register("right", new Linear(2, 4, new Generator(8), dtype: DType.Float64));
            both = Register("both", new Linear(4, 2, new Generator(9), dtype: DType.Float64));
        }

        public override bool ComputesFromTensorsAlone => true;

        public (Tensor First, Tensor Second) Forward(Tensor a, Tensor b) => Within(() =>
        {
            Tensor outputs = both.Forward((left.Forward(a) + right.Forward(b)).Tanh());
            return (outputs.Slice(1, 0, 1), outputs.Slice(1, 1, 1));
        });
    }

    private sealed class TwoLosses(Sided model, bool declared) : Objective(model)
    {
        private readonly MeanSquaredError error = new();

        public override bool ComputesFromTensorsAlone => declared;

        public override Tensor Loss(IReadOnlyList<Tensor> batch)
        {
            (Tensor first, Tensor second) = model.Forward(batch[0], batch[1]);
            return error.Forward(first, batch[2]) + (0.5 * error.Forward(second, batch[3]));
        }
    }

    private sealed class PricedWeights(Linear model, double price) : Objective(model)
    {
        private readonly MeanSquaredError error = new();

        public override bool ComputesFromTensorsAlone => true;

        public override Tensor Loss(IReadOnlyList<Tensor> batch) =>
            error.Forward(model.Forward(batch[0]), batch[1]) + (price * model.Weight.Value.Square().Sum());
    }
}
