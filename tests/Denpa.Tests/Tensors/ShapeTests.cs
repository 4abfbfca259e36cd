using FsCheck;
using FsCheck.Fluent;

namespace Denpa.Tests;

public sealed class ShapeTests
{
    private static readonly Arbitrary<int[]> Sizes =
        Gen.Choose(0, 4).SelectMany(rank => Gen.Choose(0, 3).ArrayOf(rank)).ToArbitrary();

    [Fact]
    public void The_element_count_is_the_product_of_the_sizes() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Sizes, sizes => new Shape(sizes).ElementCount == sizes.Aggregate(1, (product, size) => product * size)));

    [Fact]
    public void Broadcasting_does_not_depend_on_the_order_of_the_operands() => Check.One(
        Config.QuickThrowOnFailure, Prop.ForAll(Sizes, Sizes, (a, b) => Broadcast(a, b) == Broadcast(b, a)));

    [Fact]
    public void A_shape_broadcasts_with_what_it_has_broadcast_to_without_change() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Sizes, Sizes, (a, b) => Broadcast(a, b) is not { } shape || Broadcast(a, [.. shape]) == shape));

    [Theory]
    [InlineData(new[] { 2, 3 }, new[] { 3 }, new[] { 2, 3 })]
    [InlineData(new[] { 2, 1 }, new[] { 1, 3 }, new[] { 2, 3 })]
    [InlineData(new int[0], new[] { 2, 3 }, new[] { 2, 3 })]
    [InlineData(new[] { 0, 3 }, new[] { 1, 1 }, new[] { 0, 3 })]
    [InlineData(new[] { 5, 1, 4 }, new[] { 3, 1 }, new[] { 5, 3, 4 })]
    public void Broadcasting_follows_NumPys_rule(int[] a, int[] b, int[] expected) => Assert.Equal(expected, Shape.Broadcast(a, b, "test"));

    [Fact]
    public void Shapes_that_do_not_broadcast_are_named_with_the_axis()
    {
        ShapeException error = Assert.Throws<ShapeException>(() => Shape.Broadcast([32, 10], [32, 5, 20], "add"));
        Assert.Equal(
            "add: shapes do not broadcast: left [32, 10] has 10 on axis 1, right [32, 5, 20] has 20 on axis 2; " +
            "sizes must agree or one of them be 1",
            error.Message);
    }

    [Fact]
    public void Negative_axes_count_from_the_last()
    {
        Shape shape = [2, 3, 4];
        Assert.Equal(4, shape[-1]);
        Assert.Equal(2, shape[-3]);
        Assert.Equal(shape[1], shape[-2]);
    }

    [Fact]
    public void An_axis_that_is_not_there_is_refused()
    {
        Assert.Equal(
            "sum: [2, 3] has no axis 2; its axes are 0 to 1, or −2 to −1 from the last",
            Assert.Throws<ShapeException>(() => new Shape(2, 3).Axis(2, "sum")).Message);
        Assert.Equal("sum: a scalar has no axis 0", Assert.Throws<ShapeException>(() => new Shape().Axis(0, "sum")).Message);
        Assert.Throws<ShapeException>(() => new Shape(2, 3)[-3]);
    }

    [Fact]
    public void Sizes_that_no_tensor_holds_are_refused()
    {
        Assert.Equal(
            "shape [2, -1]: a size cannot be negative, but one is -1",
            Assert.Throws<ShapeException>(() => new Shape(2, -1)).Message);
        Assert.Throws<ShapeException>(() => new Shape(1 << 16, 1 << 16));
        Assert.Throws<ShapeException>(() => new Shape(0, -1));
        Assert.Equal(0, new Shape(1 << 20, 0, 1 << 20).ElementCount);
    }

    [Fact]
    public void Equal_sizes_are_equal_shapes()
    {
        Assert.Equal(new Shape(2, 3), [2, 3]);
        Assert.True(new Shape(2, 3) != new Shape(3, 2));
        Assert.True(new Shape(1) != default);
        Assert.Equal(new Shape(2, 3).GetHashCode(), new Shape(2, 3).GetHashCode());
    }

    [Fact]
    public void A_scalar_has_no_axes_and_one_element()
    {
        Shape scalar = default;
        Assert.Equal(0, scalar.Rank);
        Assert.Equal(1, scalar.ElementCount);
        Assert.Equal("[]", scalar.ToString());
        Assert.Equal("[2, 3]", new Shape(2, 3).ToString());
    }

    [Fact]
    public void An_axis_stands_between_what_is_outside_and_inside_of_it()
    {
        Assert.Equal(new AxisLayout(2, 3, 20), AxisLayout.Of([2, 3, 4, 5], 1));
        Assert.Equal(new AxisLayout(2, 12, 5), AxisLayout.Of([2, 3, 4, 5], 1, count: 2));
        Assert.Equal(new AxisLayout(1, 1, 1), AxisLayout.Of(default, 0, count: 0));
    }

    private static Shape? Broadcast(int[] a, int[] b)
    {
        try
        {
            return Shape.Broadcast(a, b, "test");
        }
        catch (ShapeException)
        {
            return null;
        }
    }
}
