using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class ArgMaxTests
{
    [Fact]
    public void The_first_of_equals_is_found()
    {
        Tensor x = Tensor.From([3.0, 1, 3, 2, 2, 2], [2, 3]);
        TensorAssert.Holds(x.ArgMax(axis: 1), 0, 0);
        TensorAssert.Holds(x.ArgMax(axis: 0), 0, 1, 0);
        Assert.Equal(DType.Int64, x.ArgMax().DType);
    }

    [Fact]
    public void Without_an_axis_it_is_the_place_in_row_major_order()
    {
        Tensor x = Tensor.From([1f, 5, 2, 4, 9, 0], [2, 3]);
        Tensor place = x.ArgMax();
        Assert.Equal([], place.Shape);
        Assert.Equal(4, place.Item());
    }

    [Fact]
    public void The_element_there_is_the_largest()
    {
        Tensor x = Tensor.Normal([40, 7], new Generator(7));
        Assert.Equal(x.Max(1).ToArray<float>(), x.Pick(x.ArgMax(axis: -1)).ToArray<float>());
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Int64)]
    [InlineData(DType.UInt8)]
    public void Every_number_type_has_one(DType dtype) => Assert.Equal(4, Tensor.Arange(0, 5, dtype: dtype).ArgMax().Item());

    [Fact]
    public void Not_a_number_comes_before_any_number() =>
        Assert.Equal(1, Tensor.From(double.PositiveInfinity, double.NaN, double.NaN).ArgMax().Item());

    [Fact]
    public void The_axis_stays_when_asked() => Assert.Equal([2, 1, 4], Tensor.Zeros([2, 3, 4]).ArgMax(axis: 1, keepDimensions: true).Shape);

    [Fact]
    public void A_place_is_no_part_of_the_graph() => Assert.False(Tensor.From(1.0, 2).Watch().ArgMax().IsTracked);

    [Fact]
    public void What_has_no_largest_element_is_refused()
    {
        Assert.Throws<ShapeException>(() => Tensor.Zeros([0]).ArgMax());
        Assert.Throws<ShapeException>(() => Tensor.Zeros([2, 0]).ArgMax(axis: 1));
        Assert.Throws<ShapeException>(() => Tensor.Zeros([2]).ArgMax(axis: 1));
        Assert.Throws<DTypeException>(() => Tensor.From(true).ArgMax());
    }
}
