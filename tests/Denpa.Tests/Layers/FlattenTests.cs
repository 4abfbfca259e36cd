namespace Denpa.Tests.Layers;

public sealed class FlattenTests
{
    [Fact]
    public void All_axes_but_the_first_become_one()
    {
        Assert.Equal([5, 64], new Flatten().Forward(Tensor.Ones([5, 8, 8])).Shape);
        Assert.Equal([5, 1], new Flatten().Forward(Tensor.Ones([5, 1])).Shape);
        Assert.Equal([0, 64], new Flatten().Forward(Tensor.Ones([0, 8, 8])).Shape);
        Assert.Equal([320], new Flatten(0).Forward(Tensor.Ones([40, 8])).Shape);
        Assert.Equal([5, 8, 64], new Flatten(2).Forward(Tensor.Ones([5, 8, 8, 8])).Shape);
    }

    [Fact]
    public void An_input_without_that_axis_is_refused() =>
        Assert.Throws<ShapeException>(() => new Flatten().Forward(Tensor.Ones([5])));

    [Fact]
    public void An_axis_is_not_negative() => Assert.Throws<ArgumentOutOfRangeException>(() => new Flatten(-1));
}
