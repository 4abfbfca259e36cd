using Denpa.Tests.Support;

namespace Denpa.Tests.Layers;

public sealed class DataDrivenInitializationTests
{
    private static readonly Tensor Samples = (Tensor.Normal([400, 5], new Generator(1), dtype: DType.Float64) * 30) + 7;

    [Fact]
    public void Weighted_sums_have_a_mean_square_of_one_in_every_hidden_layer()
    {
        Sequential network = Network(out Linear first, out Linear second, out _);
        DataDrivenInitialization.Apply(network, Samples, new Generator(3));
        RequireUnit(Samples.MatMul(first.Weight.Value, transposeRight: true));
        Tensor hidden = first.Forward(Samples).Relu();
        RequireUnit(hidden.MatMul(second.Weight.Value, transposeRight: true));

        static void RequireUnit(Tensor sums) =>
            Assert.All((sums * sums).Mean(0).ToArray<double>(), square => Assert.Equal(1, square, 1e-9));
    }

    [Fact]
    public void Each_unit_is_zero_within_the_samples()
    {
        Sequential network = Network(out Linear first, out _, out _);
        DataDrivenInitialization.Apply(network, Samples, new Generator(3));
        double[] sums = first.Forward(Samples).ToArray<double>();
        for (int unit = 0; unit < 8; unit++)
        {
            double[] own = [.. sums.Where((_, i) => i % 8 == unit)];
            Assert.True(own.Min() < 0 && own.Max() > 0);
        }
    }

    [Fact]
    public void The_last_layer_stays_as_it_is_and_the_mode_too()
    {
        Sequential network = Network(out _, out _, out Linear last);
        Tensor before = last.Weight.Value.Copy();
        DataDrivenInitialization.Apply(network, Samples, new Generator(3));
        TensorAssert.Close(before, last.Weight.Value, 0, 0);
        Assert.True(network.IsTraining);
    }

    private static Sequential Network(out Linear first, out Linear second, out Linear last)
    {
        Generator generator = new(2);
        NormalInitializer normal = new(0, 1);
        first = new Linear(5, 8, generator, dtype: DType.Float64, weightInitializer: normal);
        second = new Linear(8, 6, generator, dtype: DType.Float64, weightInitializer: normal);
        last = new Linear(6, 2, generator, dtype: DType.Float64, weightInitializer: normal);
        return new Sequential(first, new Relu(), new Dropout(0.5, generator.Fork("dropout")), second, new Relu(), last);
    }
}
