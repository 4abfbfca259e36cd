namespace Denpa.Tables.Tests;

public sealed class TrainingChoicesTests
{
    private static readonly NumberTarget Number = new() { Name = "price", Scaling = new Scaling(0, 1) };
    private static readonly ClassTarget Two = Small.Classes("a", "b");
    private static readonly ClassTarget Three = Small.Classes("a", "b", "c");

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
        var optimizer = TrainingChoices.Optimizer(new TrainingSettings { Optimizer = name }, [Weight()]);

        Assert.IsType(type, optimizer);
        Assert.Equal(learningRate, optimizer.Groups[0].InitialLearningRate);
        Assert.Equal(0, optimizer.Groups[0].WeightDecay);
    }

    [Fact]
    public void Every_optimizer_takes_a_learning_rate_and_weight_decay()
    {
        foreach (var name in TrainingChoices.Optimizers)
        {
            var settings = new TrainingSettings { Optimizer = name, LearningRate = 0.25, WeightDecay = 0.125 };
            var group = TrainingChoices.Optimizer(settings, [Weight()]).Groups[0];
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
        var weight = Weight();
        var settings = new TrainingSettings { Optimizer = name, LearningRate = 0.1, Momentum = momentum };
        var optimizer = TrainingChoices.Optimizer(settings, [weight]);
        for (var step = 0; step < 2; step++) optimizer.Step(weight.Value.Sum().Backward());

        Assert.Equal(expected, weight.Value.To(DType.Float64).ToArray<double>()[0], 1e-6);
    }

    [Theory]
    [InlineData("auto", typeof(HalfSquaredError))]
    [InlineData("half-mse", typeof(HalfSquaredError))]
    [InlineData("mse", typeof(SquaredError))]
    [InlineData("mae", typeof(AbsoluteError))]
    [InlineData("huber", typeof(Huber))]
    public void A_number_has_losses_of_errors(string name, Type type) => Assert.IsType(type, Loss(name, Number));

    [Fact]
    public void Classes_have_losses_of_entropy()
    {
        Assert.IsType<SoftmaxCrossEntropy>(Loss("auto", Three));
        Assert.IsType<SoftmaxCrossEntropy>(Loss("cross-entropy", Three));
        Assert.IsType<BinaryCrossEntropy>(Loss("auto", Two));
        Assert.IsType<BinaryCrossEntropy>(Loss("cross-entropy", Two));
        Assert.IsType<BinaryCrossEntropy>(Loss("binary-cross-entropy", Two));
    }

    [Fact]
    public void Every_loss_goes_with_a_number_or_with_two_classes()
    {
        foreach (var name in TrainingChoices.Losses) Assert.True(Takes(name, Number) || Takes(name, Two), name);
    }

    [Fact]
    public void A_loss_that_does_not_go_with_the_target_is_refused()
    {
        Assert.Equal(
            "no loss for the number \"price\" is called \"cross-entropy\": use one of half-mse, mse, mae, huber",
            Refused(() => Loss("cross-entropy", Number)));
        Assert.Equal(
            "the loss \"mse\" does not go with the classes of \"y\": use cross-entropy or binary-cross-entropy",
            Refused(() => Loss("mse", Two)));
        Assert.Equal(
            "the loss \"binary-cross-entropy\" does not go with the classes of \"y\": use cross-entropy",
            Refused(() => Loss("binary-cross-entropy", Three)));
    }

    [Fact]
    public void A_name_that_is_none_is_answered_with_those_that_are()
    {
        var settings = new TrainingSettings { Optimizer = "adamant", Schedule = "stairs" };

        Assert.Equal(
            "no optimizer is called \"adamant\": use one of sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw",
            Refused(() => TrainingChoices.Optimizer(settings, [Weight()])));
        Assert.Equal(
            "no schedule is called \"stairs\": use one of constant, step, exponential, cosine, one-cycle, plateau",
            Refused(() => TrainingChoices.Schedule(settings, 10)));
    }

    [Theory]
    [InlineData("sgd")]
    [InlineData("adagrad")]
    [InlineData("adam")]
    [InlineData("adamw")]
    public void Momentum_is_refused_where_nothing_would_heed_it(string name) => Assert.Equal(
        $"the optimizer {name} takes no momentum: use momentum or nesterov or rmsprop",
        Refused(() => TrainingChoices.Optimizer(new TrainingSettings { Optimizer = name, Momentum = 0.9 }, [Weight()])));

    [Theory]
    [InlineData("constant")]
    [InlineData("cosine")]
    [InlineData("one-cycle")]
    public void A_factor_is_refused_where_nothing_would_heed_it(string name) => Assert.Equal(
        $"the schedule {name} takes no factor: use step or exponential or plateau",
        Refused(() => TrainingChoices.Schedule(new TrainingSettings { Schedule = name, Gamma = 0.5 }, 10)));

    /// <summary>Rates from 1, of eight epochs of ten steps.</summary>
    [Theory]
    [InlineData("constant", null, 79, 1)]
    [InlineData("step", null, 19, 1)]
    [InlineData("step", null, 20, 0.5)]
    [InlineData("step", 0.1, 40, 0.01)]
    [InlineData("exponential", null, 10, 0.97)]
    [InlineData("exponential", 0.25, 5, 0.5)]
    [InlineData("cosine", null, 0, 1)]
    [InlineData("cosine", null, 40, 0.5)]
    [InlineData("cosine", null, 80, 0)]
    [InlineData("one-cycle", null, 0, 0.04)]
    [InlineData("one-cycle", null, 23, 1)]
    [InlineData("one-cycle", null, 79, 0.04 / 1e4)]
    [InlineData("plateau", null, 79, 1)]
    public void A_schedule_counts_epochs_in_steps(string name, double? gamma, long step, double rate)
    {
        var settings = new TrainingSettings { Schedule = name, Gamma = gamma, Epochs = 8, StepSize = 2 };

        Assert.Equal(rate, TrainingChoices.Schedule(settings, stepsPerEpoch: 10).Rate(step, 1), 1e-12);
    }

    [Fact]
    public void The_plateau_schedule_waits_for_five_epochs_without_improvement()
    {
        var schedule = TrainingChoices.Schedule(new TrainingSettings { Schedule = "plateau" }, 10);
        var rates = Enumerable.Range(0, 7).Select(_ =>
        {
            schedule.Report(1);
            return schedule.Rate(0, 1);
        });

        Assert.Equal([1, 1, 1, 1, 1, 1, 0.5], rates);
    }

    [Theory]
    [InlineData("constant", 1)]
    [InlineData("cosine", 1)]
    [InlineData("one-cycle", 0.04)]
    public void A_warm_up_rises_to_where_the_schedule_begins(string name, double first)
    {
        var schedule = TrainingChoices.Schedule(new TrainingSettings { Schedule = name, Epochs = 8, WarmUp = 2 }, 10);

        Assert.Equal(first / 20, schedule.Rate(0, 1), 1e-12);
        Assert.Equal(first, schedule.Rate(19, 1), 1e-12);
        Assert.Equal(first, schedule.Rate(20, 1), 1e-12);
    }

    [Fact]
    public void After_a_warm_up_a_curve_still_ends_with_the_last_epoch()
    {
        var settings = new TrainingSettings { Epochs = 8, WarmUp = 2 };

        Assert.Equal(0.5, TrainingChoices.Schedule(settings with { Schedule = "cosine" }, 10).Rate(50, 1), 1e-12);
        Assert.Equal(0, TrainingChoices.Schedule(settings with { Schedule = "cosine" }, 10).Rate(80, 1), 1e-12);
        Assert.Equal(0.04 / 1e4, TrainingChoices.Schedule(settings with { Schedule = "one-cycle" }, 10).Rate(79, 1), 1e-12);
    }

    private static Parameter Weight() => new(Tensor.Zeros([1]));

    private static Loss Loss(string name, TargetSchema target) => TrainingChoices.Loss(new TrainingSettings { Loss = name }, target);

    private static bool Takes(string name, TargetSchema target)
    {
        try
        {
            Loss(name, target);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Refused(Action choose) => Assert.Throws<ArgumentException>(choose).Message;
}
