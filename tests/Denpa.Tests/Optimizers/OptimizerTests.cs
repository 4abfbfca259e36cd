using Denpa.Tests.Support;

namespace Denpa.Tests.Optimizers;

/// <summary>What all optimizers share.</summary>
public sealed class OptimizerTests
{
    private readonly Parameter[] parameters = [new(Tensor.From(1.0, 2)), new(Tensor.From(3.0))];

    /// <summary>Of the sum of squares: twice each parameter.</summary>
    private Gradients Twice() =>
        parameters.Select(parameter => parameter.Value.Square().Sum()).Aggregate((sum, next) => sum + next).Backward();

    [Fact]
    public void A_step_of_gradient_descent_goes_against_the_gradient_by_the_rate()
    {
        Sgd optimizer = new(parameters, learningRate: 0.25);
        optimizer.Step(Twice());
        TensorAssert.Holds(parameters[0].Value, 0.5, 1);
        TensorAssert.Holds(parameters[1].Value, 1.5);
        Assert.Equal(1, optimizer.StepCount);
    }

    [Fact]
    public void Adams_first_step_has_the_length_of_the_rate_whatever_the_gradient()
    {
        new Adam(parameters, learningRate: 0.1, epsilon: 1e-30).Step(Twice());
        TensorAssert.Close([2], [0.9, 1.9], parameters[0].Value, 1e-14, 0);
    }

    [Fact]
    public void What_an_optimizer_remembers_decays_to_zero_and_not_to_subnormal_numbers()
    {
        Parameter parameter = new(Tensor.From(1e-37f, -1f));
        Momentum optimizer = new([parameter], learningRate: 0, momentum: 0.01);
        optimizer.Step((parameter.Value * Tensor.From(1e-37f, 1f)).Sum().Backward());
        TensorAssert.Holds(optimizer.SaveState()["velocity/unnamed"], 1e-37f, 1);
        optimizer.Step((parameter.Value * 0).Sum().Backward());
        TensorAssert.Holds(optimizer.SaveState()["velocity/unnamed"], 0, 0.01f);
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void A_centered_mean_square_of_steady_gradients_never_falls_below_zero(DType dtype)
    {
        // As many elements as make whole vectors and a tail, each with a gradient of its own that never changes.
        const int count = 37;
        Tensor steady = (Tensor.Arange(0, count, 1, dtype) + 0.37) / 7.3;
        Parameter parameter = new(Tensor.Zeros([count], dtype));
        RmsProp optimizer = new([parameter], learningRate: 1e-12, smoothing: 0.97, epsilon: 1e-8, centered: true);
        for (int step = 0; step < 1500; step++) optimizer.Step((parameter.Value * steady).Sum().Backward());
        Assert.All(Enumerable.Range(0, count), i => Assert.True(parameter.Value.ElementAt(i) < 0));
    }

    [Fact]
    public void A_mean_of_squares_that_runs_over_is_infinite_and_its_step_0()
    {
        Func<Parameter, Optimizer>[] rules =
        [
            parameter => new Adam([parameter], learningRate: 0.1),
            parameter => new AdamW([parameter], learningRate: 0.1, weightDecay: 0),
            parameter => new AdaGrad([parameter], learningRate: 0.1),
            parameter => new RmsProp([parameter], learningRate: 0.1),
        ];
        foreach (Func<Parameter, Optimizer> rule in rules)
        {
            Parameter parameter = new(Tensor.From(3f, 3f));
            Optimizer optimizer = rule(parameter);
            for (int step = 0; step < 20; step++) optimizer.Step((parameter.Value * Tensor.From(1e30f, 1f)).Sum().Backward());
            Assert.Contains(optimizer.SaveState().Values, state => double.IsPositiveInfinity(state.ElementAt(0)));
            Assert.Equal(3, parameter.Value.ElementAt(0));
            Assert.True(parameter.Value.ElementAt(1) < 3, $"{optimizer.GetType().Name} stands still");
        }
    }

    [Fact]
    public void An_epsilon_too_small_for_the_element_type_still_keeps_nothing_from_being_divided_by_zero()
    {
        Func<Parameter, Optimizer>[] rules =
        [
            parameter => new Adam([parameter], epsilon: 1e-60),
            parameter => new AdaGrad([parameter], epsilon: 1e-60),
            parameter => new RmsProp([parameter], epsilon: 1e-60),
            parameter => new RmsProp([parameter], epsilon: 1e-60, centered: true),
        ];
        foreach (Func<Parameter, Optimizer> rule in rules)
        {
            Parameter parameter = new(Tensor.From(3f));
            rule(parameter).Step((parameter.Value * 0f).Sum().Backward());
            TensorAssert.Holds(parameter.Value, 3);
        }
    }

    [Fact]
    public void A_saved_step_count_or_learning_rate_that_is_none_is_refused_and_nothing_changes()
    {
        Parameter[] one = [parameters[0]];
        Adam optimizer = new(one, learningRate: 0.25);
        Dictionary<string, Tensor> state = new(new Adam(one, learningRate: 0.5).SaveState());
        foreach (long steps in (ReadOnlySpan<long>)[-1, long.MaxValue])
        {
            Dictionary<string, Tensor> forged = new(state) { ["stepCount"] = Tensor.From([steps], []) };
            Assert.Throws<ArgumentException>(() => optimizer.LoadState(forged));
        }

        foreach (double rate in (ReadOnlySpan<double>)[-1, double.NaN, double.PositiveInfinity])
        {
            Dictionary<string, Tensor> forged = new(state) { ["learningRate/0"] = Tensor.Scalar(rate) };
            Assert.Throws<ArgumentException>(() => optimizer.LoadState(forged));
        }

        Assert.Equal((0, 0.25), (optimizer.StepCount, optimizer.Groups[0].LearningRate));
    }

    [Fact]
    public void A_changed_learning_rate_holds_from_the_next_step()
    {
        Sgd optimizer = new(parameters, learningRate: 0.5);
        optimizer.Groups[0].LearningRate = 0.25;
        optimizer.Step(Twice());
        TensorAssert.Holds(parameters[0].Value, 0.5, 1);
        Assert.Equal((0.25, 0.5), (optimizer.Groups[0].LearningRate, optimizer.Groups[0].InitialLearningRate));
    }

    [Fact]
    public void What_was_computed_from_a_parameter_does_not_change_with_it()
    {
        Tensor twice = 2 * parameters[0].Value;
        new Sgd(parameters, learningRate: 0.25).Step(Twice());
        TensorAssert.Holds(twice, 2, 4);
    }

    [Fact]
    public void Gradients_through_a_parameter_that_a_step_has_changed_are_refused()
    {
        Tensor before = (parameters[0].Value * parameters[0].Value).Sum();
        new Sgd(parameters, learningRate: 0.25).Step(Twice());
        GraphException refusal = Assert.Throws<GraphException>(() => before.Backward());
        Assert.Contains("has changed since multiply used it", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_without_gradients_are_named_and_nothing_changes()
    {
        Generator generator = new(1);
        Linear used = new(2, 2, generator);
        Sequential network = new(used, new Linear(2, 1, generator));
        Sgd optimizer = new(network.Parameters, learningRate: 0.1);
        Tensor before = used.Weight.Snapshot();
        Gradients gradients = used.Forward(Tensor.Ones([1, 2])).Sum().Backward();
        GraphException refusal = Assert.Throws<GraphException>(() => optimizer.Step(gradients));
        Assert.StartsWith(
            "step: no gradient for \"1.weight\", \"1.bias\": the loss does not depend on it", refusal.Message, StringComparison.Ordinal);
        TensorAssert.Close(before, used.Weight.Value, 0, 0);
        Assert.Equal(0, optimizer.StepCount);
    }

    [Fact]
    public void A_recording_holds_the_whole_step()
    {
        Adam optimizer = new(parameters);
        Gradients gradients = Twice();
        Recording recording = new();
        using (Graph.Record(recording)) optimizer.Step(gradients);
        Assert.Equal(["advance step count", "adam update", "adam update"], recording.Invocations.Select(invocation => invocation.Op.Name));
        Invocation update = recording.Invocations[1];
        Assert.Equal([0, 4, 5], update.Op.Overwrites.ToArray());
        Assert.Equal(0, update.Op.Aliases);
        Assert.Same(parameters[0].Value, update.Inputs[0]);
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void An_elements_bits_depend_neither_on_its_place_nor_on_the_number_of_threads(DType dtype)
    {
        const int length = 70_001;
        Tensor start = Tensor.Normal([length], new Generator(5), dtype: dtype);
        Tensor whole = AfterThreeSteps(0, length);
        using (Workers.Limit(1)) TensorAssert.Close(whole, AfterThreeSteps(0, length), 0, 0);
        foreach (int first in (int[])[1, 7, 16_383, 16_385, length - 3])
        {
            Tensor part = AfterThreeSteps(first, 3);
            for (int i = 0; i < part.Length; i++) Assert.Equal(whole[first + i], part[i]);
        }

        Tensor AfterThreeSteps(int first, int count)
        {
            Parameter parameter = new(start.Gather(Tensor.Arange(first, first + count, dtype: DType.Int64)));
            AdamW optimizer = new([parameter]);
            for (int step = 0; step < 3; step++) optimizer.Step(parameter.Value.Square().Sum().Backward());
            return parameter.Value;
        }
    }

    [Fact]
    public void A_parameter_belongs_to_one_group()
    {
        ParameterGroup[] groups = [new(parameters, 0.1), new([parameters[1]], 0.2)];
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new Sgd(groups));
        Assert.StartsWith("parameter \"unnamed\" is given twice", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Sgd([parameters[0], parameters[0]], 0.1));
    }

    [Fact]
    public void There_is_a_group_and_a_parameter_in_it()
    {
        Assert.Throws<ArgumentException>(() => new Sgd(Array.Empty<ParameterGroup>()));
        Assert.Throws<ArgumentException>(() => new ParameterGroup([], 0.1));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_rate_is_a_finite_number_from_zero_up(double rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterGroup(parameters, rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterGroup(parameters, 0.1, rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterGroup(parameters, 0.1).LearningRate = rate);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    public void A_share_that_stays_is_below_one(double share)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Momentum(parameters, 0.1, share));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Nesterov(parameters, 0.1, share));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RmsProp(parameters, smoothing: share));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RmsProp(parameters, momentum: share));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(parameters, beta1: share));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdamW(parameters, beta2: share));
    }

    [Fact]
    public void State_is_saved_under_the_parameters_paths()
    {
        Sequential network = new(new Linear(2, 1, new Generator(1)));
        Assert.Equal(
            ["stepCount", "learningRate/0", "moment1/0.weight", "moment2/0.weight", "moment1/0.bias", "moment2/0.bias"],
            new Adam(network.Parameters).SaveState().Keys);
        Assert.Equal(["stepCount", "learningRate/0"], new Sgd(network.Parameters, 0.1).SaveState().Keys);
    }

    [Fact]
    public void Saved_state_does_not_change_with_the_optimizer()
    {
        Sequential network = new(new Linear(2, 1, new Generator(1)));
        Adam optimizer = new(network.Parameters);
        IReadOnlyDictionary<string, Tensor> saved = optimizer.SaveState();
        optimizer.Step(network.Forward(Tensor.Ones([1, 2])).Sum().Backward());
        Assert.Equal(0, saved["stepCount"].Item());
        Assert.Equal(0, saved["moment1/0.bias"].Item());
        Assert.NotEqual(0, optimizer.SaveState()["moment1/0.bias"].Item());
    }

    [Fact]
    public void State_of_another_network_is_refused_whole()
    {
        Adam small = new(new Sequential(new Linear(2, 1, new Generator(1))).Parameters);
        Adam large = new(new Sequential(new Linear(3, 1, new Generator(1))).Parameters);
        string message = Assert.Throws<ArgumentException>(() => small.LoadState(large.SaveState())).Message;
        Assert.Contains("\"moment1/0.weight\" is float32 [1, 2], the state has float32 [1, 3]", message, StringComparison.Ordinal);
        Assert.Contains("\"moment2/0.weight\" is float32 [1, 2], the state has float32 [1, 3]", message, StringComparison.Ordinal);
    }

    [Fact]
    public void State_needs_parameters_with_names_of_their_own() =>
        Assert.Throws<InvalidOperationException>(() => new Adam(parameters).SaveState());
}
