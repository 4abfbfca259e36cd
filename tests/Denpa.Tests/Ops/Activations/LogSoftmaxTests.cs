using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class LogSoftmaxTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "log_softmax", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, inputs => inputs[0].LogSoftmax(reference.Attributes.WholeNumber("axis")));

    [Fact]
    public void Its_exponential_is_the_softmax()
    {
        Tensor x = Tensor.Normal([4, 33], new Generator(1), standardDeviation: 5, dtype: DType.Float64);
        TensorAssert.Close(x.Softmax(), x.LogSoftmax().Exp(), 1e-13, 0);
        TensorAssert.Close(x.Softmax(axis: 0), x.LogSoftmax(axis: 0).Exp(), 1e-13, 0);
    }

    [Fact]
    public void Where_the_softmax_rounds_to_zero_its_logarithm_does_not() =>
        TensorAssert.Holds(Tensor.From(-1000f, 1000).LogSoftmax(), -2000, 0);

    [Fact]
    public void Large_scores_lose_no_digits()
    {
        double expected = -Math.Log(1 + Math.Exp(-1));
        Assert.Equal(expected, Tensor.From(10000f, 9999).LogSoftmax()[0], 6);
    }

    [Fact]
    public void It_is_the_score_less_the_log_of_the_sum_of_exponentials()
    {
        Tensor x = Tensor.Normal([3, 4, 5], new Generator(2), dtype: DType.Float64);
        TensorAssert.Close(x - x.LogSumExp(1, keepDimensions: true), x.LogSoftmax(axis: 1), 1e-13, 1e-14);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void First_and_second_derivatives_agree_with_differences(int axis) =>
        DerivativeAssert.FirstAndSecond(t => t[0].LogSoftmax(axis), DerivativeAssert.Between(-2, 2, 2, 3, 2));

    [Fact]
    public void What_has_no_softmax_is_refused()
    {
        Assert.Throws<ShapeException>(() => Tensor.Scalar(1).LogSoftmax());
        Assert.Throws<DTypeException>(() => Tensor.Arange(3).LogSoftmax());
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void An_infinite_score_takes_all_and_one_of_minus_infinity_nothing(DType dtype)
    {
        const double Infinity = double.PositiveInfinity;
        Tensor x = Tensor.From([1, Infinity, -3, 0, -Infinity, -Infinity], [2, 3]).To(dtype).Watch();
        Tensor y = x.LogSoftmax();
        TensorAssert.Holds(y.Reshape(6), -Infinity, 0, -Infinity, 0, -Infinity, -Infinity);
        Tensor gradient = y.Backward(Tensor.From([0.0, 1, 0, 1, 0, 0], [2, 3]).To(dtype))[x];
        TensorAssert.Holds(gradient.Reshape(6), 0, 0, 0, 0, 0, 0);
    }
}
