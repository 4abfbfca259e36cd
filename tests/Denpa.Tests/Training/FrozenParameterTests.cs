namespace Denpa.Tests.Training;

public sealed class FrozenParameterTests
{
    [Fact]
    public void No_gradient_is_computed_for_a_frozen_parameter()
    {
        Sequential model = Model();
        Parameter frozen = Freeze(model, 0);
        Recording recording = new();
        Gradients gradients;
        using (Graph.Record(recording)) gradients = model.Forward(Tensor.Ones([4, 3])).Sum().Backward();

        Assert.Null(gradients.TryGet(frozen));
        Assert.NotNull(gradients.TryGet(((Linear)model.Layers[2]).Weight));
        Assert.DoesNotContain(recording.Invocations, invocation => invocation.Outputs[0].Shape == frozen.Value.Shape);
        Assert.Equal(
            "parameter \"0.weight\" got no gradient: it is frozen", Assert.Throws<GraphException>(() => gradients[frozen]).Message);
    }

    [Fact]
    public void Weight_decay_and_momentum_leave_a_frozen_parameter_alone()
    {
        Sequential model = Model();
        Parameter frozen = Freeze(model, 0);
        float[] before = frozen.Value.ToArray<float>();
        AdamW optimizer = new(model.Parameters, learningRate: 0.1, weightDecay: 0.5);
        optimizer.Step(model.Forward(Tensor.Ones([4, 3])).Sum().Backward());

        Assert.Equal(before, frozen.Value.ToArray<float>());
        Assert.DoesNotContain(optimizer.SaveState().Keys, name => name.EndsWith("0.weight", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_body_that_thaws_in_the_middle_trains_to_the_bits_of_training_op_by_op(bool thaws)
    {
        (float[] eager, _) = Train(plan: false);
        (float[] planned, TrainingResult result) = Train(plan: true);

        Assert.Equal(eager, planned);
        Assert.Null(result.PlanRefusal);

        (float[] Weights, TrainingResult Result) Train(bool plan)
        {
            Sequential model = Model();
            Parameter changing = ((Linear)model.Layers[0]).Weight;
            changing.IsFrozen = thaws;
            float[] first = changing.Value.ToArray<float>();
            AfterEpoch change = new(epoch =>
            {
                if (epoch != 2) return;
                Assert.Equal(thaws, first.AsSpan().SequenceEqual(changing.Value.AsSpan<float>()));
                changing.IsFrozen = !thaws;
            });
            TrainingOptions options = new() { Epochs = 4, BatchSize = 8, Plan = plan, ClipNorm = 1 };
            TrainingResult trained = new Trainer(model, new MeanSquaredError(), new Adam(model.Parameters, 0.01), options)
            {
                Callbacks = [change],
            }.Fit(Data());
            return ([.. model.Parameters.SelectMany(parameter => parameter.Value.ToArray<float>())], trained);
        }
    }

    [Fact]
    public void A_compiled_plan_follows_what_is_frozen()
    {
        Sequential model = Model();
        Sgd optimizer = new(model.Parameters, learningRate: 0.1);
        Plan plan = Plan.Compile(inputs =>
        {
            Tensor loss = model.Forward(inputs[0]).Square().Mean();
            optimizer.Step(loss.Backward());
            return loss;
        });
        Tensor inputs = Tensor.Ones([4, 3]);
        for (int i = 0; i < 6; i++) plan.RunItem(inputs);
        Parameter frozen = Freeze(model, 0);
        float[] before = frozen.Value.ToArray<float>();
        for (int i = 0; i < 6; i++) plan.RunItem(inputs);
        Assert.Equal(before, frozen.Value.ToArray<float>());
        frozen.IsFrozen = false;
        plan.RunItem(inputs);
        Assert.NotEqual(before, frozen.Value.ToArray<float>());
        Assert.Null(plan.Refusal);
    }

    [Fact]
    public void A_checkpoint_of_other_frozen_parameters_is_refused()
    {
        Sequential model = Model();
        string open = Fingerprint.Of(Trainer(model), Data(), validation: null)["parameters"];
        Freeze(model, 2);
        string frozen = Fingerprint.Of(Trainer(model), Data(), validation: null)["parameters"];
        Assert.NotEqual(open, frozen);

        static Trainer Trainer(Sequential model) => new(model, new MeanSquaredError(), new Sgd(model.Parameters, 0.1));
    }

    [Fact]
    public void State_of_a_parameter_that_froze_later_can_be_loaded()
    {
        Sequential model = Model();
        Adam optimizer = new(model.Parameters);
        optimizer.Step(model.Forward(Tensor.Ones([4, 3])).Sum().Backward());
        Freeze(model, 0);
        Adam resumed = new(model.Parameters);
        resumed.LoadState(optimizer.SaveState());
        Assert.Equal(optimizer.SaveState().Keys, resumed.SaveState().Keys);
    }

    private static Sequential Model()
    {
        Generator generator = new(3);
        return new Sequential(new Linear(3, 5, generator), new Tanh(), new Linear(5, 1, generator));
    }

    private static Dataset Data() => new(Tensor.Normal([32, 3], new Generator(4)), Tensor.Normal([32, 1], new Generator(5)));

    private static Parameter Freeze(Sequential model, int layer)
    {
        Parameter weight = ((Linear)model.Layers[layer]).Weight;
        weight.IsFrozen = true;
        return weight;
    }
}
