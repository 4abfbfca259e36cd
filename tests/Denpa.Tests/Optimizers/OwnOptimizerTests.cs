using Denpa.Tests.Training;

namespace Denpa.Tests;

/// <summary>Optimizers and activations that a program writes itself.</summary>
public sealed class OwnOptimizerTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_rule_written_in_ops_is_the_rule_it_is_written_after(bool plan, bool declared)
    {
        (Sequential own, TrainingResult result) = Train(model => new OwnMomentum(model.Parameters, declared), plan);
        (Sequential expected, _) = Train(model => new Momentum(model.Parameters, 0.05, 0.5), plan);
        Assert.Equal(!plan || declared, result.PlanRefusal is null);
        foreach ((Parameter one, Parameter other) in own.Parameters.Zip(expected.Parameters))
        {
            foreach ((double a, double b) in one.Value.ToArray<double>().Zip(other.Value.ToArray<double>())) Assert.Equal(a, b, 1e-12);
        }
    }

    [Fact]
    public void Its_state_is_saved_and_loaded_by_name()
    {
        Parameter parameter = new(Tensor.From(1.0, 2));
        OwnMomentum optimizer = new([parameter], declared: true);
        optimizer.Step((parameter.Value * Tensor.From(3.0, 4)).Sum().Backward());
        Assert.Equal([3.0, 4], optimizer.SaveState()["velocity/unnamed"].ToArray<double>());
        OwnMomentum other = new([parameter], declared: true);
        other.LoadState(optimizer.SaveState());
        Assert.Equal([3.0, 4], other.SaveState()["velocity/unnamed"].ToArray<double>());
        Assert.Equal(1, other.StepCount);
    }

    private static (Sequential Model, TrainingResult Result) Train(Func<Sequential, Optimizer> optimizerOf, bool plan)
    {
        Sequential model = new(
            new Linear(3, 4, new Generator(1), dtype: DType.Float64),
            new Squash(),
            new Linear(4, 1, new Generator(2), dtype: DType.Float64));
        Dataset data = ToySets.Linear(40, [1, 2, 3], new Generator(3), dtype: DType.Float64);
        TrainingOptions options = new() { Epochs = 3, BatchSize = 8, Plan = plan };
        return (model, new Trainer(model, new MeanSquaredError(), optimizerOf(model), options, new ExponentialSchedule(0.9)).Train(data));
    }

    private sealed class Squash() : Activation(x => x / (1 + x.Abs()))
    {
        public override bool ComputesFromTensorsAlone => true;
    }

    private sealed class OwnMomentum(IEnumerable<Parameter> parameters, bool declared)
        : Optimizer([new ParameterGroup(parameters, 0.05)], "velocity")
    {
        public override bool ComputesFromTensorsAlone => declared;

        protected override void Update(ParameterUpdate update)
        {
            Variable velocity = update.State[0];
            velocity.Assign((0.5 * velocity.Value) + update.Gradient);
            update.Parameter.Assign(update.Parameter.Value - (update.LearningRate * velocity.Value));
        }
    }
}
