using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class ReshapeTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "reshape", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, inputs => inputs[0].Reshape(reference.Attributes.WholeNumbers("shape")));

    [Fact]
    public void The_elements_are_shared_and_in_the_same_order()
    {
        Tensor x = Tensor.Arange(6);
        Tensor y = x.Reshape(2, 3);
        Assert.Same(x.Storage, y.Storage);
        Assert.Equal("[[0 1 2]\n [3 4 5]]", y.ToString());
    }

    [Fact]
    public void Minus_one_is_what_is_left_over()
    {
        Assert.Equal([2, 3], Tensor.Zeros([6]).Reshape(2, -1).Shape);
        Assert.Equal([1, 6], Tensor.Zeros([6]).Reshape(-1, 6).Shape);
        Assert.Equal([0, 4], Tensor.Zeros([4, 0]).Reshape(-1, 4).Shape);
    }

    [Fact]
    public void First_and_second_derivatives_agree_with_differences() =>
        DerivativeAssert.FirstAndSecond(t => (t[0] * t[0]).Reshape(3, 2), DerivativeAssert.Between(-2, 2, 2, 3));

    [Fact]
    public void A_shape_that_does_not_fit_is_refused()
    {
        ShapeException error = Assert.Throws<ShapeException>(() => Tensor.Zeros([2, 3]).Reshape(4, 2));
        Assert.Equal("reshape: [2, 3] has 6 elements, [4, 2] has 8", error.Message);
        Assert.Throws<ShapeException>(() => Tensor.Zeros([6]).Reshape(-1, -1));
        Assert.Throws<ShapeException>(() => Tensor.Zeros([6]).Reshape(-1, 4));
        Assert.Throws<ShapeException>(() => Tensor.Zeros([0, 3]).Reshape(-1, 0));
        Assert.Throws<ShapeException>(() => Tensor.Zeros([6]).Reshape(-2, -3));
    }
}
