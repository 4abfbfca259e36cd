using System.Text.Json;
using Denpa.Tests.Support;

namespace Denpa.Tests.Schedules;

public sealed class ScheduleTests
{
    public static TheoryData<string> Names => [.. ReferenceFixtures.AllSchedules.Select(reference => reference.Schedule)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sixty_rates_are_PyTorchs(string name)
    {
        ReferenceSchedule reference = ReferenceFixtures.Schedule(name);
        Schedule schedule = Make(reference);
        double initial = reference.Attributes.Number("learningRate");

        // PyTorch's cosine climbs again after its last step, where Denpa's stays at the minimum.
        int steps = name == "cosine" ? reference.Attributes.WholeNumber("totalSteps") + 1 : reference.LearningRates.Length;
        for (int step = 0; step < steps; step++)
        {
            Assert.Equal(1, schedule.Rate(step, initial) / reference.LearningRates[step], 1e-12);
            if (reference.Metrics is not null) schedule.Report(reference.Metrics[step]);
        }
    }

    [Fact]
    public void A_constant_schedule_keeps_the_rate() => Assert.Equal(0.3, new ConstantSchedule().Rate(1_000_000, 0.3));

    /// <summary>By hand: 1 + 15 t is a power of 2 at each end of a cycle, and 1.5 times one where cos(2π log₂ 1.5) = −0.866….</summary>
    [Fact]
    public void Coslog_has_cycles_each_twice_as_long_as_the_one_before()
    {
        CoslogSchedule schedule = new(150);
        double[] ends = [.. new long[] { 0, 10, 30, 70, 150, 200 }.Select(step => schedule.Rate(step, 0.04))];

        Assert.All(ends, rate => Assert.Equal(0, rate, 1e-15));
        Assert.Equal(0.02 * (1 - Math.Cos(2 * Math.PI * Math.Log2(1.5))), schedule.Rate(5, 0.04), 1e-15);
        Assert.Equal(schedule.Rate(5, 0.04), schedule.Rate(20, 0.04), 1e-15);
        Assert.Equal(schedule.Rate(20, 0.04), schedule.Rate(50, 0.04), 1e-15);
    }

    [Fact]
    public void Flat_cosine_stays_for_half_of_the_way_and_then_falls()
    {
        FlatCosineSchedule schedule = new(8);
        double half = 0.5 * (1 + Math.Cos(Math.PI / 4));

        Assert.Equal([1, 1, 1, 1, 1], Enumerable.Range(0, 5).Select(step => schedule.Rate(step, 1)));
        Assert.Equal(half, schedule.Rate(5, 1), 1e-15);
        Assert.Equal(0.5, schedule.Rate(6, 1), 1e-15);
        Assert.Equal(0, schedule.Rate(8, 1), 1e-15);
        Assert.Equal(0, schedule.Rate(99, 1), 1e-15);
    }

    [Fact]
    public void Cosine_and_one_cycle_stay_at_their_end()
    {
        Assert.Equal(0.01, new CosineSchedule(10, 0.01).Rate(25, 1), 15);
        OneCycleSchedule cycle = new(10);
        Assert.Equal(cycle.Rate(9, 1), cycle.Rate(25, 1));
    }

    [Fact]
    public void A_warm_up_is_followed_by_the_wrapped_schedule_from_its_beginning()
    {
        WarmUpSchedule schedule = new(4, new StepSchedule(2, 0.5));
        double[] rates = [.. Enumerable.Range(0, 8).Select(step => schedule.Rate(step, 1))];
        Assert.Equal([0.25, 0.5, 0.75, 1, 1, 1, 0.5, 0.5], rates);
    }

    [Fact]
    public void A_plateau_does_not_fall_below_its_minimum()
    {
        PlateauSchedule schedule = new(factor: 0.1, patience: 0, minimumRate: 0.05);
        for (int report = 0; report < 5; report++) schedule.Report(1);
        Assert.Equal(0.05, schedule.Rate(0, 1));
    }

    [Fact]
    public void A_plateau_that_is_saved_and_loaded_goes_on_as_before()
    {
        PlateauSchedule schedule = new(patience: 1);
        foreach (double metric in (double[])[1, 1, 1, 1]) schedule.Report(metric);
        WarmUpSchedule resumed = new(1, new PlateauSchedule(patience: 1));
        resumed.LoadState(schedule.SaveState());
        Assert.Equal(0.1, resumed.Rate(1, 1), 15);
        resumed.Report(1);
        Assert.Equal(0.01, resumed.Rate(1, 1), 15);
        Assert.Equal(0.1, schedule.Rate(1, 1), 15);
    }

    [Fact]
    public void A_metric_that_is_not_a_number_is_no_improvement()
    {
        PlateauSchedule schedule = new(patience: 0);
        schedule.Report(double.NaN);
        Assert.Equal(0.1, schedule.Rate(0, 1), 15);
    }

    [Theory]
    [InlineData(100.0, 99.98, true)]
    [InlineData(100.0, 99.995, false)]
    [InlineData(-1.0, -1.00005, false)]
    [InlineData(-1.0, -1.0002, true)]
    [InlineData(-1.0, -0.99995, false)]
    [InlineData(-1.0, -0.9, false)]
    [InlineData(0.0, -1e-9, true)]
    [InlineData(0.0, 0.0, false)]
    public void A_report_is_an_improvement_when_it_is_below_the_best_by_a_part_of_its_magnitude(double best, double report, bool isBetter)
    {
        PlateauSchedule schedule = new(patience: 0, threshold: 1e-4);
        schedule.Report(best);
        schedule.Report(report);
        Assert.Equal(isBetter ? 1 : 0.1, schedule.Rate(0, 1), 15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-4)]
    public void The_first_finite_report_is_an_improvement(double threshold)
    {
        PlateauSchedule schedule = new(patience: 0, threshold: threshold);
        schedule.Report(5);
        Assert.Equal(1, schedule.Rate(0, 1));
    }

    [Fact]
    public void A_negative_metric_that_stands_still_lowers_the_rate()
    {
        PlateauSchedule schedule = new(patience: 2);
        for (int report = 0; report < 4; report++) schedule.Report(-0.9);
        Assert.Equal(0.1, schedule.Rate(0, 1), 15);
    }

    [Fact]
    public void A_count_that_nothing_can_have_counted_is_refused()
    {
        Dictionary<string, Tensor> state = new(new PlateauSchedule().SaveState()) { ["waited"] = Tensor.From([-1L], []) };
        Assert.Throws<ArgumentException>(() => new PlateauSchedule().LoadState(state));
        state["waited"] = Tensor.From([long.MaxValue], []);
        Assert.Throws<ArgumentException>(() => new PlateauSchedule().LoadState(state));
    }

    [Fact]
    public void A_function_of_the_step_has_no_state_and_does_not_listen()
    {
        StepSchedule schedule = new(10, 0.5);
        schedule.Report(3);
        Assert.Empty(schedule.SaveState());
        Assert.Equal(1, schedule.Rate(9, 1));
    }

    [Fact]
    public void State_that_is_not_the_schedules_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new PlateauSchedule().LoadState(new Dictionary<string, Tensor>()));
        Assert.Throws<ArgumentException>(() => new ConstantSchedule().LoadState(new PlateauSchedule().SaveState()));
    }

    [Fact]
    public void A_step_is_not_negative() => Assert.Throws<ArgumentOutOfRangeException>(() => new ConstantSchedule().Rate(-1, 1));

    [Fact]
    public void Schedules_refuse_numbers_that_make_no_sense()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepSchedule(0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepSchedule(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialSchedule(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineSchedule(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneCycleSchedule(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WarmUpSchedule(0, new ConstantSchedule()));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlateauSchedule(factor: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlateauSchedule(patience: -1));
    }

    private static Schedule Make(ReferenceSchedule reference)
    {
        JsonElement attributes = reference.Attributes;
        double Number(string name) => attributes.Number(name);
        int WholeNumber(string name) => attributes.WholeNumber(name);

        return reference.Schedule switch
        {
            "step" => new StepSchedule(WholeNumber("stepSize"), Number("factor")),
            "exponential" => new ExponentialSchedule(Number("factor")),
            "cosine" => new CosineSchedule(WholeNumber("totalSteps"), Number("minimumLearningRate")),
            "one-cycle" => new OneCycleSchedule(
                WholeNumber("totalSteps"), Number("warmupFraction"), Number("startDivisor"), Number("finalDivisor")),
            "reduce-on-plateau" => new PlateauSchedule(Number("factor"), WholeNumber("patience"), Number("threshold")),
            "linear-warmup" => new WarmUpSchedule(WholeNumber("warmupSteps"), new ConstantSchedule()),
            _ => throw new ArgumentException($"no schedule is called {reference.Schedule}"),
        };
    }
}
