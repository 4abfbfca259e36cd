using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class LogSumExpTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "logsumexp", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) => OpFixtureAssert.Agrees(
        reference,
        inputs => inputs[0].LogSumExp([.. reference.Attributes.WholeNumbers("axes")], reference.Attributes.Flag("keepDimensions")),
        relativeInFloat32: 1e-4); // x − y of numbers near 1000 has an absolute error of 6e-5 in float32

    [Theory]
    [InlineData(1000.0)]
    [InlineData(-1000.0)]
    [InlineData(0.0)]
    public void Of_n_equal_numbers_it_is_that_number_plus_log_n(double x) =>
        Assert.Equal(x + Math.Log(5), Tensor.Full([5], x, DType.Float64).LogSumExp().Item(), 12);

    [Fact]
    public void Of_nothing_it_is_minus_infinity() =>
        TensorAssert.Holds(Tensor.Zeros([2, 0]).LogSumExp(1), double.NegativeInfinity, double.NegativeInfinity);

    [Fact]
    public void First_and_second_derivatives_agree_with_differences() =>
        DerivativeAssert.FirstAndSecond(t => t[0].LogSumExp([0, 2]), DerivativeAssert.Between(-2, 2, 2, 3, 2));

    [Fact]
    public void Whole_numbers_are_refused() => Assert.Throws<DTypeException>(() => Tensor.Arange(3).LogSumExp());

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void An_infinite_element_has_the_whole_derivative_and_one_of_minus_infinity_none(DType dtype)
    {
        const double Infinity = double.PositiveInfinity;
        Tensor x = Tensor.From([1, Infinity, -3, 0, -Infinity, 0], [2, 3]).To(dtype).Watch();
        Tensor y = x.LogSumExp(1);
        Tensor first = y.Backward(Tensor.Ones([2], dtype), createGraph: true)[x];
        TensorAssert.Close([2], [Infinity, Math.Log(2)], y, 1e-6, 0);
        TensorAssert.Close([6], [0, 1, 0, 0.5, 0, 0.5], first.Reshape(6), 1e-6, 0);
        TensorAssert.Close([6], [0, 0, 0, 0, 0, 0], first.Backward(Tensor.Ones([2, 3], dtype))[x].Reshape(6), 0, 1e-6);
    }
}
