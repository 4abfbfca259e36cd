using Denpa.Tests.Support;

namespace Denpa.Tests.Layers;

public sealed class PeriodicEmbeddingTests
{
    [Fact]
    public void The_input_stays_and_each_column_is_followed_by_its_waves()
    {
        PeriodicEmbedding layer = new(3, [2, 0], new Generator(1), frequencies: 2, size: 1, dtype: DType.Float64);
        layer.Frequency.Assign(Tensor.From([0.25, 0.5, 1, 0.125], [2, 2]));
        layer.Phase.Assign(Tensor.From([0, 0, 0, Math.PI / 2], [2, 2]));
        layer.Weight.Assign(Tensor.From([1.0, 10, 2, 4], [2, 2, 1]));
        layer.Bias.Assign(Tensor.From([0.5, -1], [2, 1]));

        // x₂ = 1: cos(π/2) + 10 cos(π) + 0.5 = −9.5; x₀ = 2: 2 cos(4π) + 4 cos(π/2 + π/2) − 1 = −3.
        TensorAssert.Close([1, 5], [2, 7, 1, -9.5, -3], layer.Forward(Tensor.From([2.0, 7, 1], [1, 3])), 1e-14, 1e-14);
        Assert.Equal((5, "PeriodicEmbedding(3 → 5)"), (layer.Outputs, layer.ToString()));
    }

    [Fact]
    public void Derivatives_agree_with_central_differences()
    {
        Generator generator = new(3);
        PeriodicEmbedding layer = new(4, [1, 3], generator, frequencies: 3, size: 2, deviation: 0.5, dtype: DType.Float64);
        Tensor input = Tensor.Normal([5, 4], generator, dtype: DType.Float64);
        Tensor upstream = Tensor.Normal([5, 8], generator, dtype: DType.Float64);
        TensorAssert.Passes(GradientCheck.Run(t => layer.Forward(t[0]), [input], generator));
        TensorAssert.Passes(GradientCheck.Run(() => (layer.Forward(input) * upstream).Sum(), layer.Parameters));
    }

    [Fact]
    public void It_begins_with_slow_waves_of_any_phase()
    {
        PeriodicEmbedding layer = new(200, [.. Enumerable.Range(0, 200)], new Generator(1));
        float[] frequencies = layer.Frequency.Value.ToArray<float>();
        Assert.InRange(Math.Sqrt(frequencies.Average(each => (double)each * each)), 0.097, 0.103);
        Assert.All(layer.Phase.Value.ToArray<float>(), phase => Assert.InRange(phase, -MathF.PI, MathF.PI));
        Assert.All(layer.Weight.Value.ToArray<float>(), weight => Assert.InRange(weight, -0.25f, 0.25f));
    }

    [Theory]
    [InlineData(new int[0], "there are no columns to embed: give one or more")]
    [InlineData(new[] { 0, 3 }, "column 3 is none of the 3 features, 0 to 2")]
    [InlineData(new[] { 1, 1 }, "column 1 is named twice")]
    public void Columns_that_are_none_are_refused(int[] columns, string problem) => Assert.StartsWith(
        problem,
        Assert.Throws<ArgumentException>(() => new PeriodicEmbedding(3, columns, new Generator(1))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_matrix_of_its_features_is_what_it_takes()
    {
        PeriodicEmbedding layer = new(3, [0], new Generator(1));
        Assert.Throws<ShapeException>(() => layer.Forward(Tensor.Ones([2, 4])));
        Assert.Throws<ShapeException>(() => layer.Forward(Tensor.Ones([3])));
        Assert.Throws<DTypeException>(() => layer.Forward(Tensor.Ones([2, 3], DType.Float64)));
    }
}
