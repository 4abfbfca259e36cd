using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class ScatterAddTests
{
    [Fact]
    public void Slices_with_one_index_are_added_and_places_with_none_are_zero()
    {
        Tensor x = Tensor.From([1L, 2, 10, 20, 100, 200], [3, 2]);
        Assert.Equal("[[ 10  20]\n [  0   0]\n [101 202]]", x.ScatterAdd(Tensor.From(2L, 0, 2), size: 3).ToString());
    }

    [Fact]
    public void Columns_are_added_along_the_last_axis()
    {
        Tensor x = Tensor.From([1.0, 2, 3, 4, 5, 6], [2, 3]);
        Assert.Equal("[[ 2.  4.]\n [ 5. 10.]]", x.ScatterAdd(Tensor.From(1L, 0, 1), size: 2, axis: 1).ToString());
    }

    [Fact]
    public void It_is_the_adjoint_of_gathering()
    {
        Generator generator = new(9);
        Tensor x = Tensor.Normal([5, 3], generator, dtype: DType.Float64);
        Tensor y = Tensor.Normal([2, 4, 3], generator, dtype: DType.Float64);
        Tensor indices = Tensor.RandomIntegers([2, 4], generator, 0, 5);
        double left = (x.Gather(indices) * y).Sum().Item();
        double right = (x * y.ScatterAdd(indices, size: 5)).Sum().Item();
        Assert.Equal(left, right, 12);
    }

    [Fact]
    public void First_and_second_derivatives_agree_with_differences() => DerivativeAssert.FirstAndSecond(
        t => (t[0] * t[0]).ScatterAdd(t[1], size: 4, axis: 1), DerivativeAssert.Between(-2, 2, 2, 3, 2), Tensor.From(1L, 3, 1));

    [Fact]
    public void Nothing_scattered_is_zeros() =>
        TensorAssert.Holds(Tensor.Zeros([0]).ScatterAdd(Tensor.Zeros([0], DType.Int64), size: 2), 0, 0);

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.Throws<ShapeException>(() => Tensor.Zeros([3, 2]).ScatterAdd(Tensor.From(0L, 1), size: 4));
        Assert.Throws<DTypeException>(() => Tensor.Zeros([2]).ScatterAdd(Tensor.Zeros([2]), size: 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros([2]).ScatterAdd(Tensor.From(0L, 4), size: 4));
    }

    [Fact]
    public void Bytes_are_added_as_int64()
    {
        Tensor sums = Tensor.From<byte>(200, 200, 7).ScatterAdd(Tensor.From(1L, 1, 0), 3);
        Assert.Equal([7L, 400, 0], sums.ToArray<long>());
        Assert.Equal([1L, 2], Tensor.From(true, true, true).ScatterAdd(Tensor.From(1L, 1, 0), 2).ToArray<long>());
    }

    [Fact]
    public void A_negative_size_is_refused() => Assert.Equal(
        "scatter add: an axis cannot have the size -1",
        Assert.Throws<ShapeException>(() => Tensor.Ones([1]).ScatterAdd(Tensor.From(0L), -1)).Message);
}
