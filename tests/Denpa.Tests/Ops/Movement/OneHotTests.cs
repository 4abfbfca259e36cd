using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class OneHotTests
{
    [Fact]
    public void Each_row_has_a_one_in_the_place_of_its_class()
    {
        Tensor rows = Tensor.From(2L, 0).OneHot(3);
        Assert.Equal(DType.Float32, rows.DType);
        Assert.Equal("[[0. 0. 1.]\n [1. 0. 0.]]", rows.ToString());
    }

    [Fact]
    public void Rows_lie_along_a_new_last_axis()
    {
        Assert.Equal([2, 5, 4], Tensor.Zeros([2, 5], DType.Int64).OneHot(4).Shape);
        TensorAssert.Holds(Tensor.Scalar(1, DType.Int64).OneHot(3, DType.Int64), 0, 1, 0);
        Assert.Equal([0, 3], Tensor.Zeros([0], DType.Int64).OneHot(3).Shape);
    }

    [Fact]
    public void The_largest_element_is_at_the_class()
    {
        Tensor classes = Tensor.RandomIntegers([50], new Generator(11), 0, 7);
        Assert.Equal(classes.ToArray<long>(), classes.OneHot(7, DType.Float64).ArgMax(axis: 1).ToArray<long>());
    }

    [Fact]
    public void What_is_no_class_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.From(3L).OneHot(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.From(-1L).OneHot(3));
        Assert.Throws<DTypeException>(() => Tensor.From(1.0).OneHot(3));
        Assert.Throws<DTypeException>(() => Tensor.From(1L).OneHot(3, DType.Bool));
    }

    [Fact]
    public void A_negative_number_of_classes_is_refused() => Assert.Equal(
        "one hot: there cannot be -1 classes", Assert.Throws<ShapeException>(() => Tensor.From(0L).OneHot(-1)).Message);
}
