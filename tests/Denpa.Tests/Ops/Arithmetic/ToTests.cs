using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class ToTests
{
    private static readonly DType[] All = [DType.Float32, DType.Float64, DType.Int64, DType.Bool, DType.UInt8];

    public static TheoryData<DType, DType> Pairs =>
        [.. from source in All from target in All select new TheoryDataRow<DType, DType>(source, target)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Nought_and_one_are_the_same_in_every_type(DType source, DType target)
    {
        Tensor x = Tensor.Arange(0, 2, dtype: source);
        Tensor y = x.To(target);
        Assert.Equal(target, y.DType);
        TensorAssert.Holds(y, 0, 1);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Nothing_converts_to_nothing(DType source, DType target) =>
        Assert.Equal([0, 3], Tensor.Zeros([0, 3], source).To(target).Shape);

    [Fact]
    public void The_same_type_is_the_same_tensor()
    {
        Tensor x = Tensor.From(1.0);
        Assert.Same(x, x.To(DType.Float64));
    }

    [Fact]
    public void To_integers_fractions_are_dropped() =>
        TensorAssert.Holds(Tensor.From(2.9, -2.9, 0.5, -0.5).To(DType.Int64), 2, -2, 0, 0);

    // More elements than a vector has lanes, so that both of the conversion's paths are seen.
    [Fact]
    public void To_integers_what_is_out_of_range_becomes_the_ranges_end_and_NaN_zero()
    {
        double[] values = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300, -1e300, 256, -1, 255.9, 3.7];
        double[] bytes = [0, 255, 0, 255, 0, 255, 0, 255, 3];
        double[] longs = [0, long.MaxValue, long.MinValue, long.MaxValue, long.MinValue, 256, -1, 255, 3];
        for (int repeats = 1; repeats <= 5; repeats++)
        {
            Tensor x = Tensor.From(Repeat(values, repeats));
            foreach (Tensor source in new[] { x, x.To(DType.Float32) })
            {
                TensorAssert.Holds(source.To(DType.UInt8), Repeat(bytes, repeats));
                TensorAssert.Holds(source.To(DType.Int64), Repeat(longs, repeats));
            }
        }

        TensorAssert.Holds(Tensor.From<long>(-3, 300, 7).To(DType.UInt8), 0, 255, 7);
    }

    [Fact]
    public void To_float32_numbers_are_rounded_to_the_nearest() => TensorAssert.Holds(
        Tensor.From(0.1, 1e300, -1e300, double.NaN).To(DType.Float32), 0.1f, double.PositiveInfinity, double.NegativeInfinity, double.NaN);

    [Fact]
    public void To_bool_everything_but_zero_is_true() => TensorAssert.Holds(
        Tensor.From(0.0, -0.0, 0.5, -3, double.NaN, double.PositiveInfinity).To(DType.Bool), 0, 0, 1, 1, 1, 1);

    [Fact]
    public void The_gradient_comes_back_in_the_inputs_type()
    {
        Tensor x = Tensor.From(1.5f, 2.5f).Watch();
        Tensor gradient = x.To(DType.Float64).Square().Sum().Backward()[x];
        Assert.Equal(DType.Float32, gradient.DType);
        TensorAssert.Holds(gradient, 3, 5);
    }

    [Fact]
    public void Its_second_derivative_passes_too()
    {
        Tensor x = Tensor.From(3f).Watch();
        Tensor first = x.To(DType.Float64).Power(3).Backward(createGraph: true)[x];
        TensorAssert.Holds(first.Backward()[x], 18);
    }

    [Fact]
    public void Integers_have_no_gradient() => Assert.False(Tensor.From(1.0).Watch().To(DType.Int64).IsTracked);

    private static double[] Repeat(double[] values, int repeats) => [.. Enumerable.Repeat(values, repeats).SelectMany(all => all)];
}
