using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class SoftmaxTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "softmax", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, inputs => inputs[0].Softmax(reference.Attributes.WholeNumber("axis")));

    [Fact]
    public void Rows_sum_to_one_whatever_the_size_of_the_scores()
    {
        Tensor x = Tensor.Normal([5, 100], new Generator(1), standardDeviation: 1000, dtype: DType.Float64);
        TensorAssert.Close([5], [1, 1, 1, 1, 1], x.Softmax().Sum(1), 1e-14, 0);
    }

    [Fact]
    public void A_number_added_to_all_scores_changes_nothing()
    {
        Tensor x = Tensor.RandomIntegers([3, 7], new Generator(2), -20, 20).To(DType.Float64);
        Assert.Equal(x.Softmax().ToArray<double>(), (x + 4096).Softmax().ToArray<double>());
    }

    [Fact]
    public void Scores_a_thousand_apart_give_zero_and_one() => TensorAssert.Holds(Tensor.From(-1000f, 1000).Softmax(), 0, 1);

    [Fact]
    public void A_score_of_minus_infinity_is_impossible() =>
        TensorAssert.Holds(Tensor.From(0, double.NegativeInfinity, 0).Softmax(), 0.5, 0, 0.5);

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    public void Lines_along_any_axis_agree(int length)
    {
        Tensor x = Tensor.Normal([3, length, 5], new Generator(3), dtype: DType.Float64);
        TensorAssert.Close(x.Permute(0, 2, 1).Softmax().Permute(0, 2, 1), x.Softmax(axis: 1), 1e-14, 0);
    }

    [Fact]
    public void A_row_has_the_same_bits_alone_and_among_others()
    {
        Tensor x = Tensor.Normal([300, 77], new Generator(4));
        float[] all = x.Softmax().ToArray<float>();
        for (int row = 0; row < 300; row += 37)
        {
            float[] alone = x.Rows(row..(row + 1)).Softmax().ToArray<float>();
            Assert.Equal(all[(row * 77)..((row + 1) * 77)], alone);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void First_and_second_derivatives_agree_with_differences(int axis) =>
        DerivativeAssert.FirstAndSecond(t => t[0].Softmax(axis), DerivativeAssert.Between(-2, 2, 2, 3, 2));

    [Fact]
    public void Nothing_stays_nothing()
    {
        Assert.Equal([0, 3], Tensor.Zeros([0, 3]).Softmax().Shape);
        Assert.Equal([3, 0], Tensor.Zeros([3, 0]).Softmax().Shape);
    }

    [Fact]
    public void What_has_no_softmax_is_refused()
    {
        Assert.Throws<ShapeException>(() => Tensor.Scalar(1).Softmax());
        Assert.Throws<ShapeException>(() => Tensor.Zeros([2]).Softmax(axis: 1));
        Assert.Throws<DTypeException>(() => Tensor.Arange(3).Softmax());
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void An_infinite_score_takes_all_and_one_of_minus_infinity_nothing(DType dtype)
    {
        const double Infinity = double.PositiveInfinity;
        foreach (int axis in (int[])[0, 1])
        {
            Tensor lines = Tensor.From([1, Infinity, -3, 0, -Infinity, 0], [2, 3]).To(dtype);
            Tensor x = (axis == 1 ? lines : lines.Transpose()).Watch();
            Tensor y = x.Softmax(axis);
            TensorAssert.Holds((axis == 1 ? y : y.Transpose()).Reshape(6), 0, 1, 0, 0.5, 0, 0.5);
            Tensor gradient = (y * y).Sum().Backward()[x];
            TensorAssert.Holds((axis == 1 ? gradient : gradient.Transpose()).Reshape(6), 0, 0, 0, 0, 0, 0);
        }
    }

    [Fact]
    public void Scores_of_minus_infinity_alone_have_no_softmax() => TensorAssert.Holds(
        Tensor.From(double.NegativeInfinity, double.NegativeInfinity).Softmax(), double.NaN, double.NaN);
}
