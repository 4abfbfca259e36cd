namespace Denpa.Tables.Tests;

public sealed class OptimizerChoiceTests
{
    [Theory]
    [InlineData("sgd", typeof(Sgd), 0.1)]
    [InlineData("momentum", typeof(Momentum), 0.05)]
    [InlineData("nesterov", typeof(Nesterov), 0.05)]
    [InlineData("adagrad", typeof(AdaGrad), 0.05)]
    [InlineData("rmsprop", typeof(RmsProp), 0.001)]
    [InlineData("adam", typeof(Adam), 0.001)]
    [InlineData("adamw", typeof(AdamW), 0.001)]
    public void An_optimizer_goes_by_its_name_and_has_its_own_learning_rate(string name, Type type, double learningRate)
    {
        Optimizer optimizer = Create(new TrainingSettings { Optimizer = name });

        Assert.IsType(type, optimizer);
        Assert.Equal(learningRate, optimizer.Groups[0].InitialLearningRate);
        Assert.Equal(learningRate, OptimizerChoice.All.Single(choice => choice.Name == name).LearningRate);
        Assert.Equal(0, optimizer.Groups[0].WeightDecay);
    }

    [Fact]
    public void Every_optimizer_takes_a_learning_rate_and_weight_decay()
    {
        foreach (OptimizerChoice choice in OptimizerChoice.All)
        {
            TrainingSettings settings = new() { Optimizer = choice.Name, LearningRate = 0.25, WeightDecay = 0.125 };
            ParameterGroup group = Create(settings).Groups[0];
            Assert.Equal((0.25, 0.125), (group.InitialLearningRate, group.WeightDecay));
        }
    }

    /// <summary>Two steps with a gradient of 1: 0.1 + 0.1 · (1 + momentum), which Nesterov is one momentum ahead of.</summary>
    [Theory]
    [InlineData("momentum", null, -0.1 - 0.19)]
    [InlineData("momentum", 0.5, -0.1 - 0.15)]
    [InlineData("nesterov", 0.5, -0.15 - 0.175)]
    public void Momentum_is_what_was_asked_for(string name, double? momentum, double expected)
    {
        Parameter weight = Weight();
        TrainingSettings settings = new() { Optimizer = name, LearningRate = 0.1, Momentum = momentum };
        Optimizer optimizer = OptimizerChoice.Of(settings).Create(settings, new[] { weight });
        for (int step = 0; step < 2; step++) optimizer.Step(weight.Value.Sum().Backward());

        Assert.Equal(expected, weight.Value.To(DType.Float64).ToArray<double>()[0], 1e-6);
    }

    [Fact]
    public void A_name_that_is_none_is_answered_with_those_that_are() => Assert.Equal(
        "no optimizer is called \"adamant\": use one of sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw",
        Refused(() => OptimizerChoice.Of(new TrainingSettings { Optimizer = "adamant" })));

    [Theory]
    [InlineData("sgd")]
    [InlineData("adagrad")]
    [InlineData("adam")]
    [InlineData("adamw")]
    public void Momentum_is_refused_where_nothing_would_heed_it(string name) => Assert.Equal(
        $"the optimizer {name} takes no momentum: use momentum or nesterov or rmsprop",
        Refused(() => OptimizerChoice.Of(new TrainingSettings { Optimizer = name, Momentum = 0.9 })));

    [Theory]
    [InlineData("sgd", null)]
    [InlineData("momentum", 0.9)]
    [InlineData("nesterov", 0.9)]
    [InlineData("rmsprop", 0.0)]
    [InlineData("adam", null)]
    public void A_choice_says_what_it_takes(string name, double? momentum) =>
        Assert.Equal(momentum, OptimizerChoice.All.Single(choice => choice.Name == name).Momentum);

    private static Parameter Weight() => new(Tensor.Zeros([1]));

    private static Optimizer Create(TrainingSettings settings) => OptimizerChoice.Of(settings).Create(settings, new[] { Weight() });

    private static string Refused(Action choose) => Assert.Throws<ArgumentException>(choose).Message;
}
