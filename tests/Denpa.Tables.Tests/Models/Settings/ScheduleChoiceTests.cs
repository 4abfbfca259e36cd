namespace Denpa.Tables.Tests;

public sealed class ScheduleChoiceTests
{
    [Fact]
    public void A_name_that_is_none_is_answered_with_those_that_are() => Assert.Equal(
        "no schedule is called \"stairs\": use one of constant, step, exponential, cosine, flat-cosine, coslog, one-cycle, plateau",
        Refused(() => Create(new TrainingSettings { Schedule = "stairs" })));

    [Theory]
    [InlineData("constant")]
    [InlineData("cosine")]
    [InlineData("one-cycle")]
    public void A_factor_is_refused_where_nothing_would_heed_it(string name) => Assert.Equal(
        $"the schedule {name} takes no factor: use step or exponential or plateau",
        Refused(() => Create(new TrainingSettings { Schedule = name, Gamma = 0.5 })));

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
        TrainingSettings settings = new() { Schedule = name, Gamma = gamma, Epochs = 8, StepSize = 2 };

        Assert.Equal(rate, Create(settings).Rate(step, 1), 1e-12);
    }

    [Fact]
    public void The_plateau_schedule_waits_for_five_epochs_without_improvement()
    {
        Schedule schedule = Create(new TrainingSettings { Schedule = "plateau" });
        IEnumerable<double> rates = Enumerable.Range(0, 7).Select(_ =>
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
        Schedule schedule = Create(new TrainingSettings { Schedule = name, Epochs = 8, WarmUp = 2 });

        Assert.Equal(first / 20, schedule.Rate(0, 1), 1e-12);
        Assert.Equal(first, schedule.Rate(19, 1), 1e-12);
        Assert.Equal(first, schedule.Rate(20, 1), 1e-12);
    }

    [Fact]
    public void After_a_warm_up_a_curve_still_ends_with_the_last_epoch()
    {
        TrainingSettings settings = new() { Epochs = 8, WarmUp = 2 };

        Assert.Equal(0.5, Create(settings with { Schedule = "cosine" }).Rate(50, 1), 1e-12);
        Assert.Equal(0, Create(settings with { Schedule = "cosine" }).Rate(80, 1), 1e-12);
        Assert.Equal(0.04 / 1e4, Create(settings with { Schedule = "one-cycle" }).Rate(79, 1), 1e-12);
    }

    private static Schedule Create(TrainingSettings settings) => ScheduleChoice.Of(settings).Create(settings, stepsPerEpoch: 10);

    private static string Refused(Action choose) => Assert.Throws<ArgumentException>(choose).Message;
}
