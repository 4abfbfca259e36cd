using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class MaxTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "max", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) => OpFixtureAssert.Agrees(
        reference, inputs => inputs[0].Max([.. reference.Attributes.WholeNumbers("axes")], reference.Attributes.Flag("keepDimensions")));

    [Fact]
    public void Ties_share_the_gradient_evenly()
    {
        Tensor x = Tensor.From([1.0, 3, 3, 2, 2, 2], [2, 3]).Watch("x");
        Gradients gradients = x.Max(1).Backward(Tensor.From(1.0, 6));
        TensorAssert.Holds(gradients[x].Reshape(6), 0, 0.5, 0.5, 2, 2, 2);
    }

    [Fact]
    public void Not_a_number_wins() => Assert.True(double.IsNaN(Tensor.From(1, double.NaN, double.PositiveInfinity).Max().Item()));

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Int64)]
    [InlineData(DType.UInt8)]
    public void Every_number_type_has_a_largest_element(DType dtype)
    {
        Tensor x = Tensor.Arange(0, 6, dtype: dtype).Reshape(2, 3);
        TensorAssert.Holds(x.Max([1]), 2, 5);
        Assert.Equal(dtype, x.Max().DType);
    }

    [Fact]
    public void Axes_that_are_not_neighbours_are_searched_too()
    {
        Tensor x = Tensor.Arange(24).Reshape(2, 3, 4);
        TensorAssert.Holds(x.Max([0, 2]), 15, 19, 23);
    }

    [Fact]
    public void First_and_second_derivatives_agree_with_differences() =>
        DerivativeAssert.FirstAndSecond(t => (t[0] * t[0] * t[0]).Max([0, 2]), DerivativeAssert.Between(-2, 2, 2, 3, 2));

    [Fact]
    public void Nothing_has_no_largest_element()
    {
        ShapeException error = Assert.Throws<ShapeException>(() => Tensor.Zeros([2, 0]).Max(1));
        Assert.Equal("max: [2, 0] has no elements along axes [1], and nothing has no max", error.Message);
        Assert.Equal([0], Tensor.Zeros([2, 0]).Max(0).Shape);
        Assert.Throws<DTypeException>(() => Tensor.From(true).Max());
    }
}
