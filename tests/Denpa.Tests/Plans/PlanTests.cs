namespace Denpa.Tests;

public sealed class PlanTests
{
    [Fact]
    public void A_replay_computes_from_its_new_inputs()
    {
        Plan plan = Plan.Compile(inputs => ((inputs[0] * 2) + inputs[1]).Sum());
        Assert.Equal(21, plan.Run(Tensor.From(1.0, 2, 3), Tensor.From(2.0, 3, 4)).Item());
        Assert.Equal(12, plan.Run(Tensor.From(0.0, 0, 0), Tensor.From(3.0, 4, 5)).Item());
    }

    [Fact]
    public void A_result_is_a_value_that_later_runs_leave_alone()
    {
        Plan plan = Plan.Compile(inputs => inputs[0] * 2);
        Tensor first = plan.Run(Tensor.From(1.0, 2));
        plan.Run(Tensor.From(5.0, 6));
        Assert.Equal([2.0, 4], first.ToArray<double>());
    }

    [Fact]
    public void Each_shape_is_recorded_by_itself_and_compared_in_its_first_runs()
    {
        int recorded = 0;
        Plan plan = Plan.Compile(inputs =>
        {
            recorded++;
            return inputs[0].Sum();
        });
        foreach (int length in (int[])[3, 5, 3, 5, 3]) Assert.Equal(length, plan.Run(Tensor.Ones([length])).Item());
        Assert.Equal(5, recorded);
    }

    [Fact]
    public void A_parameter_given_as_an_input_is_read_anew_when_it_has_changed()
    {
        Parameter parameter = new(Tensor.From(1.0, 2));
        Plan plan = Plan.Compile(inputs => inputs[0].Sum());
        Assert.Equal(3, plan.Run(parameter.Value).Item());
        parameter.Assign(Tensor.From(10.0, 20));
        Assert.Equal(30, plan.Run(parameter.Value).Item());
    }

    [Fact]
    public void A_step_may_have_several_results()
    {
        Plan plan = Plan.Compile(inputs => (IReadOnlyList<Tensor>)[inputs[0] * 2, inputs[0].Sum(), inputs[0]]);
        for (int run = 1; run <= 10; run++)
        {
            Tensor[] results = plan.RunAll(Tensor.From(1.0 * run, 2 * run));
            Assert.Equal([2.0 * run, 4 * run], results[0].ToArray<double>());
            Assert.Equal(3 * run, results[1].Item());
            Assert.Equal([1.0 * run, 2 * run], results[2].ToArray<double>());
        }

        Assert.Null(plan.Refusal);
    }

    [Fact]
    public void A_step_that_looks_at_elements_is_refused()
    {
        Plan plan = Plan.Compile(inputs => inputs[0] * inputs[0].Max().Item());
        HostReadException error = Assert.Throws<HostReadException>(() => plan.Run(Tensor.Ones([2])));
        Assert.Contains("the step looks at the elements of a tensor", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 0.0)]
    [InlineData(true, 0.0)]
    [InlineData(false, 0.3)]
    [InlineData(true, 0.3)]
    public void Training_by_plan_gives_the_bits_of_training_op_by_op(bool withAdam, double dropout)
    {
        byte[] eager = Train(plan: false, withAdam, dropout);
        Assert.Equal(eager, Train(plan: true, withAdam, dropout));
    }

    [Fact]
    public void A_model_that_looks_at_elements_trains_op_by_op()
    {
        Generator generator = new(3);
        Sequential model = new(new Linear(2, 1, generator), new Peek());
        TrainingOptions options = new() { Epochs = 2 };
        Dataset data = new(Tensor.Uniform([8, 2], generator), Tensor.Uniform([8, 1], generator));
        TrainingResult result = new Trainer(model, new MeanSquaredError(), new Sgd(model.Parameters, 0.1), options)
            .Fit(data, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(2, result.History.Count);
        Assert.StartsWith("plan: the step looks at the elements of a tensor", result.PlanRefusal, StringComparison.Ordinal);
    }

    private static byte[] Train(bool plan, bool withAdam, double dropout)
    {
        Generator generator = new(11);
        Sequential model = new(
            new Linear(5, 16, generator),
            new Relu(),
            new Dropout(dropout, new Generator(12)),
            new Linear(16, 8, generator),
            new Gelu(),
            new Linear(8, 3, generator));
        Optimizer optimizer = withAdam ? new Adam(model.Parameters, 0.01, weightDecay: 0.01) : new Nesterov(model.Parameters, 0.1);
        Tensor weights = Tensor.Uniform([50], generator, 0.5, 2);
        Dataset data = new(Tensor.Normal([50, 5], generator), Tensor.RandomIntegers([50], generator, 0, 3), weights);
        TrainingOptions options = new() { Epochs = 4, BatchSize = 16, ClipNorm = 1, ClipValue = 0.5, Plan = plan };
        Trainer trainer = new(model, new SoftmaxCrossEntropy(labelSmoothing: 0.1), optimizer, options, new CosineSchedule(16));
        trainer.Fit(data, cancellationToken: TestContext.Current.CancellationToken);
        IEnumerable<KeyValuePair<string, Tensor>> state = optimizer.SaveState()
            .Select(entry => KeyValuePair.Create($"optimizer/{entry.Key}", entry.Value));
        using MemoryStream stream = new();
        SafeTensors.Write(stream, model.SaveState().Concat(state));
        return stream.ToArray();
    }

    private sealed class Peek : Layer
    {
        public override bool ComputesFromTensorsAlone => true;

        protected override Tensor Compute(Tensor input) => input.Length > 0 && double.IsNaN(input.Max().Item()) ? input * 0 : input * 1;
    }
}
