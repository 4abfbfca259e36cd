using static Denpa.Tests.Training.FreezingRun;

namespace Denpa.Tests.Training;

/// <summary>What a callback changes while a training replays its steps: each is followed, or refused.</summary>
public sealed class CallbackFreezingTests
{
    [Theory]
    [MemberData(nameof(FreezingRun.Cases), MemberType = typeof(FreezingRun))]
    public void A_scalar_that_a_callback_anneals_after_each_step_is_refused(bool declared, int batchSize) => RequireRefused(batchSize, () =>
    {
        double scale = 1;
        return new FreezingRun(new FunctionLayer(x => x * scale, declared)) { Callback = new AfterStep(_ => scale *= 0.9) };
    });

    [Theory]
    [MemberData(nameof(FreezingRun.Cases), MemberType = typeof(FreezingRun))]
    public void A_scalar_that_a_callback_anneals_after_each_epoch_is_refused(bool declared, int batchSize) =>
        RequireRefused(batchSize, () =>
        {
            double scale = 1;
            return new FreezingRun(new FunctionLayer(x => x * scale, declared)) { Callback = new AfterEpoch(_ => scale *= 0.5) };
        });

    [Theory]
    [MemberData(nameof(FreezingRun.Cases), MemberType = typeof(FreezingRun))]
    public void A_scalar_that_changes_late_is_refused(bool declared, int batchSize) => RequireRefused(batchSize, () =>
    {
        double scale = 1;
        TrainerCallback callback = new AfterEpoch(epoch => scale = epoch < 3 ? 1 : 0.5);
        return new FreezingRun(new FunctionLayer(x => x * scale, declared)) { Callback = callback };
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_loss_whose_weight_is_annealed_is_refused(bool declared) => RequireRefused(8, () =>
    {
        AnnealedLoss loss = new(declared);
        return new FreezingRun(new Identity()) { Loss = loss, Callback = new AfterStep(_ => loss.Weight *= 0.8) };
    });

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
            return new FreezingRun(dropout) { Noise = noise, Callback = new AfterStep(step => Switch(dropout, step)) };
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
            return new FreezingRun(new Identity())
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
            return new FreezingRun(new FunctionLayer(x => x * scale.Value, fromTensorsAlone: true))
            {
                Callback = new AfterStep(step => scale.Assign(Tensor.Scalar(1.0 / step))),
            };
        });
        Assert.Null(result.PlanRefusal);
    }

    [Fact]
    public void Steps_replayed_after_a_change_run_again_from_the_last_compared_one()
    {
        // 30 steps an epoch. Run anew are 1 to 4, 8, 16 and the last: the change after step 17 is seen in step 30, and 17 is when all is
        // as the program has it then.
        double scale = 1;
        List<int> told = [];
        Sequential model = Model(x => x * scale, fromTensorsAlone: true);
        Dataset data = ToySets.Linear(30, [1, 2, 3], new Generator(13), dtype: DType.Float64);
        TrainingOptions options = new() { Epochs = 1, BatchSize = 1 };
        Trainer trainer = new(model, new MeanSquaredError(), new Sgd(model.Parameters, 0.01), options)
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
        string? refusal = trainer.Train(data).PlanRefusal;
        Assert.Contains(
            "multiply in layer \"1\" computed with the constant 1 when it was recorded, and with 0.5 now",
            refusal,
            StringComparison.Ordinal);
        Assert.Equal([.. Enumerable.Range(1, 29), .. Enumerable.Range(17, 14)], told);

        // By hand: the change takes effect where the run goes back to, after step 16.
        double eagerScale = 1;
        Sequential eager = Model(x => x * eagerScale, fromTensorsAlone: false);
        new Trainer(eager, new MeanSquaredError(), new Sgd(eager.Parameters, 0.01), new TrainingOptions { Epochs = 1, BatchSize = 1 })
        {
            Callbacks = [new StepNumbers(step => eagerScale = step >= 16 ? 0.5 : 1)],
        }.Train(data);
        RequireSameBits(eager, model);

        static Sequential Model(Func<Tensor, Tensor> last, bool fromTensorsAlone) =>
            new(new Linear(3, 1, new Generator(12), dtype: DType.Float64), new FunctionLayer(last, fromTensorsAlone));
    }

    private sealed class StepNumbers(Action<int> action) : TrainerCallback
    {
        public override void StepEnded(TrainingProgress progress) => action(progress.Step);
    }

    private sealed class AnnealedLoss(bool declared) : Loss(LossReduction.Mean)
    {
        public double Weight { get; set; } = 1;

        public override string Name => "annealed error";

        public override bool ComputesFromTensorsAlone => declared;

        protected override Tensor Each(Tensor predictions, Tensor targets) => (predictions - targets).Square() * Weight;
    }
}
