namespace Denpa.Tests;

public sealed class SqueezeTests
{
    [Fact]
    public void Axes_of_size_one_go()
    {
        Tensor x = Tensor.Zeros([1, 2, 1, 3, 1]);
        Assert.Equal([2, 3], x.Squeeze().Shape);
        Assert.Equal([1, 2, 3, 1], x.Squeeze(2).Shape);
        Assert.Equal([2, 1, 3], x.Squeeze([0, -1]).Shape);
        Assert.Equal([], Tensor.Zeros([1, 1]).Squeeze().Shape);
    }

    [Fact]
    public void A_new_axis_of_size_one_comes_where_it_is_asked()
    {
        Tensor x = Tensor.Zeros([2, 3]);
        Assert.Equal([1, 2, 3], x.Unsqueeze(0).Shape);
        Assert.Equal([2, 1, 3], x.Unsqueeze(1).Shape);
        Assert.Equal([2, 3, 1], x.Unsqueeze(-1).Shape);
        Assert.Equal([1, 2, 3], x.Unsqueeze(-3).Shape);
        Assert.Equal([1], Tensor.Scalar(1).Unsqueeze(0).Shape);
    }

    [Fact]
    public void Both_share_storage()
    {
        Tensor x = Tensor.Zeros([1, 3]);
        Assert.Same(x.Storage, x.Squeeze().Storage);
        Assert.Same(x.Storage, x.Unsqueeze(1).Storage);
    }

    [Fact]
    public void What_cannot_go_or_come_is_refused()
    {
        ShapeException error = Assert.Throws<ShapeException>(() => Tensor.Zeros([2, 1]).Squeeze(0));
        Assert.Equal("squeeze: axis 0 of [2, 1] has size 2; only an axis of size 1 can go", error.Message);
        Assert.Throws<ShapeException>(() => Tensor.Zeros([2]).Unsqueeze(2));
        Assert.Throws<ShapeException>(() => Tensor.Zeros([2]).Unsqueeze(-3));
    }
}
