using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class MeanTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "mean", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) => OpFixtureAssert.Agrees(
        reference, inputs => inputs[0].Mean([.. reference.Attributes.WholeNumbers("axes")], reference.Attributes.Flag("keepDimensions")));

    [Fact]
    public void The_mean_is_the_sum_over_the_count()
    {
        Tensor x = Tensor.From([1.0, 2, 3, 4, 5, 7], [2, 3]);
        Assert.Equal(22.0 / 6, x.Mean().Item());
        TensorAssert.Holds(x.Mean(1), 2, 16.0 / 3);
        Assert.Equal([2, 1], x.Mean(1, keepDimensions: true).Shape);
    }

    [Fact]
    public void The_mean_over_no_axes_is_the_tensor() => TensorAssert.Holds(Tensor.From(1.5, 2).Mean([]), 1.5, 2);

    [Fact]
    public void First_and_second_derivatives_agree_with_differences() =>
        DerivativeAssert.FirstAndSecond(t => (t[0] * t[0]).Mean([0, 2]), DerivativeAssert.Between(-2, 2, 2, 3, 2));

    [Fact]
    public void Nothing_has_no_mean()
    {
        ShapeException error = Assert.Throws<ShapeException>(() => Tensor.Zeros([0, 3]).Mean(0));
        Assert.Equal("mean: [0, 3] has no elements along axes [0], and nothing has no mean", error.Message);
        Assert.Equal([0], Tensor.Zeros([0, 3]).Mean(1).Shape);
        Assert.Throws<DTypeException>(() => Tensor.Arange(3).Mean());
    }
}
