namespace Denpa.Tests;

public sealed class AxesTests
{
    [Fact]
    public void Left_out_they_are_all_axes_and_as_an_empty_list_none()
    {
        Assert.Equal([0, 1, 2], default(Axes).Of([2, 3, 4], "test"));
        Axes none = [];
        Assert.Equal([], none.Of([2, 3, 4], "test"));
    }

    [Fact]
    public void They_are_counted_from_the_first_and_put_in_order()
    {
        Axes axes = [-1, 0];
        Assert.Equal([0, 2], axes.Of([2, 3, 4], "test"));
        Axes one = -2;
        Assert.Equal([1], one.Of([2, 3, 4], "test"));
    }

    [Fact]
    public void One_that_is_not_there_or_named_twice_is_refused()
    {
        Assert.Throws<ShapeException>(() => ((Axes)3).Of([2, 3, 4], "test"));
        Assert.Throws<ShapeException>(() => Axes.Create([0, -3]).Of([2, 3, 4], "test"));
    }

    [Fact]
    public void They_print_as_they_were_given()
    {
        Assert.Equal("all", default(Axes).ToString());
        Assert.Equal("[0, -1]", Axes.Create([0, -1]).ToString());
    }
}
