using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class BroadcastToTests
{
    [Fact]
    public void Axes_of_size_one_and_new_leading_axes_repeat()
    {
        Assert.Equal("[[1 2]\n [1 2]\n [1 2]]", Tensor.From(1L, 2).BroadcastTo([3, 2]).ToString());
        Assert.Equal("[[1 1 1]\n [2 2 2]]", Tensor.From([1L, 2], [2, 1]).BroadcastTo([2, 3]).ToString());
        Assert.Equal("[[[1 1]\n  [2 2]]\n\n [[1 1]\n  [2 2]]]", Tensor.From([1L, 2], [2, 1]).BroadcastTo([2, 2, 2]).ToString());
        TensorAssert.Holds(Tensor.Scalar(5).BroadcastTo([3]), 5, 5, 5);
    }

    [Fact]
    public void A_middle_axis_repeats_between_two_that_stay()
    {
        Tensor x = Tensor.Arange(6).Reshape(2, 1, 3);
        Tensor y = x.BroadcastTo([2, 4, 3]);
        Assert.Equal(x[1, 0, 2], y[1, 3, 2]);
        Assert.Equal(x[0, 0, 1], y[0, 2, 1]);
    }

    [Fact]
    public void Nothing_broadcasts_to_nothing()
    {
        Assert.Equal([0, 3], Tensor.Zeros([1, 3]).BroadcastTo([0, 3]).Shape);
        Assert.Equal([2, 0], Tensor.Zeros([1, 0]).BroadcastTo([2, 0]).Shape);
    }

    [Theory]
    [InlineData(new int[0], new[] { 2, 3 })]
    [InlineData(new[] { 1 }, new[] { 4 })]
    [InlineData(new[] { 3, 1, 2 }, new[] { 2, 3, 2, 2 })]
    [InlineData(new[] { 2, 3 }, new[] { 2, 3 })]
    [InlineData(new[] { 1, 3 }, new[] { 0, 3 })]
    public void First_and_second_derivatives_agree_with_differences(int[] from, int[] to) =>
        DerivativeAssert.FirstAndSecond(t => (t[0] * t[0]).BroadcastTo(to), DerivativeAssert.Between(-2, 2, from));

    [Fact]
    public void A_shape_that_would_shrink_or_does_not_fit_is_refused()
    {
        Assert.Throws<ShapeException>(() => Tensor.Zeros([2, 3]).BroadcastTo([3]));
        Assert.Throws<ShapeException>(() => Tensor.Zeros([2, 3]).BroadcastTo([1, 3]));
        Assert.Throws<ShapeException>(() => Tensor.Zeros([2]).BroadcastTo([3]));
    }
}
