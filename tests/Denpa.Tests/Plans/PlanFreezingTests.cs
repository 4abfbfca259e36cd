namespace Denpa.Tests;

/// <summary>
/// What a plan of a program's own step would freeze: it is replayed right, run op by op, or the plan says that it was wrong.
/// </summary>
public sealed class PlanFreezingTests
{
    private const int Runs = 40;

    [Fact]
    public void What_ops_draw_is_drawn_anew()
    {
        Assert.Equal(Sums(plan: false), Sums(plan: true));

        static List<double> Sums(bool plan)
        {
            Generator noise = new(1);
            return Results(plan, inputs => (inputs[0] + Tensor.Normal([3], noise, dtype: DType.Float64)).Sum());
        }
    }

    [Fact]
    public void A_number_that_the_program_draws_is_refused()
    {
        Generator noise = new(2);
        Plan plan = Plan.Compile(inputs => inputs[0] * noise.NextDouble());
        HostReadException error = Assert.Throws<HostReadException>(() => plan.Run(Tensor.Ones([2])));
        Assert.Contains("draws random numbers outside of an op", error.Message, StringComparison.Ordinal);
        Assert.Equal(new Generator(2).State, noise.State);
    }

    [Fact]
    public void A_counter_is_seen_in_the_second_run_and_runs_op_by_op()
    {
        int count = 0;
        Plan plan = Plan.Compile(inputs => inputs[0] * ++count);
        for (int run = 1; run <= Runs; run++) Assert.Equal(run, plan.Run(Tensor.From(1.0))[0]);
        Assert.Contains(
            "multiply computed with the constant 1 when it was recorded, and with 2 now", plan.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_after_replays_puts_back_what_they_overwrote_and_throws()
    {
        double scale = 1;
        Parameter parameter = new(Tensor.From(0.0));
        Sgd optimizer = new([parameter], 1);
        Plan plan = Plan.Compile(inputs =>
        {
            Tensor loss = (parameter.Value * inputs[0] * scale).Sum();
            optimizer.Step(loss.Backward());
            return loss;
        });
        for (int run = 1; run <= 10; run++) plan.Run(Tensor.From(-1.0));
        Assert.Equal(10, parameter.Value[0]);
        scale = 2;
        for (int run = 11; run <= 15; run++) plan.Run(Tensor.From(-1.0));
        PlanException error = Assert.Throws<PlanException>(() => plan.Run(Tensor.From(-1.0)));
        Assert.Contains("computed with the constant 1 when it was recorded, and with 2 now", error.Message, StringComparison.Ordinal);
        Assert.Contains("it was replayed 7 times", error.Message, StringComparison.Ordinal);
        Assert.Equal(8, parameter.Value[0]);
        Assert.Equal(8, optimizer.StepCount);
        plan.Run(Tensor.From(-1.0));
        Assert.Equal(10, parameter.Value[0]);
    }

    [Fact]
    public void What_the_step_lets_out_stays_as_it_is()
    {
        List<Tensor> kept = [];
        Plan plan = Plan.Compile(inputs =>
        {
            kept.Add(inputs[0]);
            kept.Add(inputs[0] * 2);
            kept.Add(kept[^1] + 1);
            return kept[^1] * 3;
        });
        for (int run = 1; run <= Runs; run++) plan.Run(Tensor.From((double)run, run + 1));
        Assert.Equal([1.0, 2], kept[0].ToArray<double>());
        Assert.Equal([2.0, 4], kept[1].ToArray<double>());
        Assert.Equal([3.0, 5], kept[2].ToArray<double>());
    }

    [Fact]
    public void Parts_of_one_tensor_given_as_inputs_are_two()
    {
        Tensor both = Tensor.From(1.0, 2);
        Plan plan = Plan.Compile(inputs => inputs[0] - inputs[1]);
        for (int run = 1; run <= Runs; run++) Assert.Equal(-1, plan.Run(both.Rows(..1), both.Rows(1..))[0]);
        Assert.Null(plan.Refusal);
        Assert.Equal(3, plan.Run(Tensor.From(5.0), Tensor.From(2.0))[0]);
    }

    private static List<double> Results(bool plan, Func<IReadOnlyList<Tensor>, Tensor> step)
    {
        Plan compiled = Plan.Compile(step);
        Tensor input = Tensor.From(1.0, 2, 3);
        return [.. Enumerable.Range(0, Runs).Select(_ => (plan ? compiled.Run(input) : step([input])).Item())];
    }
}
