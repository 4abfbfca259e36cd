using Denpa.Tests.Support;

namespace Denpa.Tests.Layers;

public sealed class DropoutTests
{
    private static readonly Tensor Ones = Tensor.Ones([100, 100], DType.Float64);

    [Fact]
    public void In_use_it_changes_nothing_and_draws_nothing()
    {
        Generator generator = new(1);
        Dropout layer = new(0.5, generator);
        layer.Evaluate();
        Assert.Same(Ones, layer.Forward(Ones));
        Assert.Equal(new Generator(1).State, generator.State);
    }

    [Fact]
    public void In_training_elements_are_dropped_or_scaled_so_that_the_mean_stays()
    {
        Tensor output = new Dropout(0.2, new Generator(1)).Forward(Ones);
        double[] elements = output.ToArray<double>();
        Assert.All(elements, element => Assert.True(element is 0 or 1.25));

        // Of 10 000 elements 2000 are dropped on average, with a standard deviation of 40.
        Assert.InRange(elements.Count(element => element == 0), 1840, 2160);
        Assert.InRange(output.Mean().Item(), 0.98, 1.02);
    }

    [Fact]
    public void The_mask_is_the_generators()
    {
        double[] mask = new double[Ones.Length];
        new Generator(7).FillBernoulli(mask.AsSpan(), 0.75, 1 / 0.75);
        Assert.Equal(mask, new Dropout(0.25, new Generator(7)).Forward(Ones).ToArray<double>());
    }

    [Fact]
    public void Every_run_draws_another_mask()
    {
        Dropout layer = new(0.5, new Generator(1));
        Assert.NotEqual(layer.Forward(Ones).ToArray<double>(), layer.Forward(Ones).ToArray<double>());
    }

    [Fact]
    public void The_gradient_goes_through_the_same_mask()
    {
        Tensor input = Ones.Watch();
        Tensor output = new Dropout(0.5, new Generator(1)).Forward(input);
        TensorAssert.Close(output, output.Sum().Backward()[input], 0, 0);
    }

    [Fact]
    public void The_op_declares_its_generator()
    {
        Generator generator = new(1);
        Recording recording = new();
        using (Graph.Record(recording)) new Dropout(0.5, generator).Forward(Ones);
        Assert.Equal(["bernoulli", "multiply"], recording.Invocations.Select(invocation => invocation.Op.Name));
        Assert.Same(generator, recording.Invocations[0].Op.Draws);
    }

    [Fact]
    public void A_probability_of_zero_drops_nothing() => Assert.Same(Ones, new Dropout(0, new Generator(1)).Forward(Ones));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_probability_lies_below_one(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dropout(probability, new Generator(1)));

    [Fact]
    public void Integers_are_refused_in_its_own_name() => Assert.Equal(
        "dropout: needs float32 or float64, got int64; convert with .To(DType.Float32)",
        Assert.Throws<DTypeException>(() => new Dropout(0.5, new Generator(1)).Forward(Tensor.From(1L))).Message);
}
