using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class PickTests
{
    [Fact]
    public void One_element_of_each_row_is_picked()
    {
        Tensor x = Tensor.Arange(6).Reshape(3, 2);
        TensorAssert.Holds(x.Pick(Tensor.From(1L, 0, 1)), 1, 2, 5);
    }

    [Fact]
    public void Rows_may_lie_along_several_axes_or_be_the_whole_tensor()
    {
        Tensor x = Tensor.Arange(12).Reshape(2, 2, 3);
        Assert.Equal("[[ 2  3]\n [ 7 11]]", x.Pick(Tensor.From([2L, 0, 1, 2], [2, 2])).ToString());
        Assert.Equal(4, Tensor.Arange(6).Pick(Tensor.Scalar(4, DType.Int64)).Item());
    }

    [Fact]
    public void It_is_the_sum_over_a_row_times_its_one_hot_row()
    {
        Generator generator = new(12);
        Tensor x = Tensor.Normal([20, 6], generator, dtype: DType.Float64);
        Tensor classes = Tensor.RandomIntegers([20], generator, 0, 6);
        TensorAssert.Close((x * classes.OneHot(6, DType.Float64)).Sum(1), x.Pick(classes));
    }

    [Fact]
    public void First_and_second_derivatives_agree_with_differences() => DerivativeAssert.FirstAndSecond(
        t => (t[0] * t[0]).Pick(t[1]), DerivativeAssert.Between(-2, 2, 4, 3), Tensor.From(2L, 0, 0, 1));

    [Fact]
    public void There_must_be_one_index_for_each_row()
    {
        ShapeException error = Assert.Throws<ShapeException>(() => Tensor.Zeros([4, 3]).Pick(Tensor.From(0L, 1)));
        Assert.Contains("one index for each row", error.Message, StringComparison.Ordinal);
        Assert.Throws<ShapeException>(() => Tensor.Scalar(1).Pick(Tensor.Scalar(0, DType.Int64)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros([1, 3]).Pick(Tensor.From(3L)));
        Assert.Throws<DTypeException>(() => Tensor.Zeros([1, 3]).Pick(Tensor.Zeros([1])));
    }
}
