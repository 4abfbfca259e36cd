using Denpa.Tests.Formats;

namespace Denpa.Tests.Training;

/// <summary>Trainings, predictors and plans inside of the forward run of a module that is trained or recorded.</summary>
public sealed class NestedTrainingTests
{
    private static readonly Dataset Outer = ToySets.Linear(24, [3], new Generator(1), dtype: DType.Float64);
    private static readonly Dataset Inner = ToySets.Linear(12, [-2], new Generator(2), dtype: DType.Float64);

    [Fact]
    public void A_model_that_trains_another_on_the_way_trains_op_by_op_and_says_why()
    {
        (TrainingResult result, Linear outer, Linear inner) = Train(plan: true);
        Assert.StartsWith("plan: the step trains a model, which a replay could not", result.PlanRefusal, StringComparison.Ordinal);
        (_, Linear eagerOuter, Linear eagerInner) = Train(plan: false);
        Assert.True(RandomTensors.SameBits(eagerOuter.Weight.Value, outer.Weight.Value));
        Assert.True(RandomTensors.SameBits(eagerInner.Weight.Value, inner.Weight.Value));

        static (TrainingResult Result, Linear Outer, Linear Inner) Train(bool plan)
        {
            (Linear outer, Linear inner) = (Small(3), Small(4));
            TrainingOptions options = new() { Epochs = 2, BatchSize = 8, Plan = plan };
            Sequential model = new(outer, new FunctionLayer(x =>
            {
                FitInner(inner, plan);
                return x * inner.Weight.Value.Detach().Sum();
            }, fromTensorsAlone: true));
            TrainingResult result = new Trainer(model, new MeanSquaredError(), new Sgd(outer.Parameters, 0.01), options).Train(Outer);
            return (result, outer, inner);
        }
    }

    [Fact]
    public void A_plan_whose_step_trains_is_refused()
    {
        Linear inner = Small(5);
        Tensor before = inner.Weight.Snapshot();
        Plan plan = Plan.Compile(inputs =>
        {
            FitInner(inner, plan: true);
            return inputs[0].Sum();
        });
        Assert.Throws<HostReadException>(() => plan.Run(Outer.Features));
        Assert.True(RandomTensors.SameBits(before, inner.Weight.Value));
    }

    [Fact]
    public void A_training_is_no_part_of_a_recording_or_a_stretch_without_gradients_around_it()
    {
        (Linear alone, Linear within) = (Small(6), Small(6));
        FitInner(alone, plan: true);
        Recording recording = new();
        using (Graph.Record(recording))
        using (Graph.WithoutGradients())
        {
            FitInner(within, plan: true);
        }

        Assert.Empty(recording.Invocations);
        Assert.True(RandomTensors.SameBits(alone.Weight.Value, within.Weight.Value));
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(7)]
    public void A_predictor_inside_of_a_plan_is_replayed_with_it(int batchSize)
    {
        Linear inner = Small(7);
        Predictor predictor = new(inner, batchSize);
        for (int times = 0; times < 3; times++) predictor.Predict(Outer.Features);
        Plan plan = Plan.Compile(inputs => predictor.Predict(inputs[0]).Sum());
        for (int run = 1; run <= 3; run++)
        {
            Tensor features = Outer.Features * run;
            Assert.Equal(inner.Forward(features).Sum().Item(), plan.Run(features).Item());
        }
    }

    [Fact]
    public void A_plan_inside_of_a_plan_is_replayed_with_it()
    {
        Plan inner = Plan.Compile(inputs => inputs[0] * 2);
        inner.Run(Tensor.From(1.0, 2));
        Plan outer = Plan.Compile(inputs => inner.Run(inputs[0]) + 1);
        Assert.Equal([3.0, 5], outer.Run(Tensor.From(1.0, 2)).ToArray<double>());
        Assert.Equal([9.0, 11], outer.Run(Tensor.From(4.0, 5)).ToArray<double>());
        Assert.Equal([8.0, 10], inner.Run(Tensor.From(4.0, 5)).ToArray<double>());
        Assert.Throws<HostReadException>(() => Plan.Compile(inputs => inputs[0] * inner.RunItem(inputs[0])).Run(Tensor.From(1.0)));
    }

    private static void FitInner(Linear inner, bool plan)
    {
        TrainingOptions options = new() { Epochs = 2, BatchSize = 4, Plan = plan };
        new Trainer(inner, new MeanSquaredError(), new Sgd(inner.Parameters, 0.05), options).Train(Inner);
    }

    private static Linear Small(ulong seed) => new(1, 1, new Generator(seed), dtype: DType.Float64);
}
