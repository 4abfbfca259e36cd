using System.Numerics.Tensors;
using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class CreationTests
{
    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    [InlineData(DType.Int64)]
    [InlineData(DType.Bool)]
    [InlineData(DType.UInt8)]
    public void Zeros_and_ones_have_every_element_type(DType dtype)
    {
        TensorAssert.Holds(Tensor.Zeros([3], dtype), 0, 0, 0);
        TensorAssert.Holds(Tensor.Ones([3], dtype), 1, 1, 1);
        Assert.Equal(dtype, Tensor.Ones([3], dtype).DType);
    }

    [Fact]
    public void A_full_tensor_rounds_its_value_to_the_element_type()
    {
        Assert.Equal(0.1f, Tensor.Full([1], 0.1).AsSpan<float>()[0]);
        Assert.True(Tensor.Full([1], 0.5, DType.Bool).AsSpan<bool>()[0]);
    }

    [Fact]
    public void A_range_goes_up_to_but_without_its_end()
    {
        TensorAssert.Holds(Tensor.Arange(4), 0, 1, 2, 3);
        TensorAssert.Holds(Tensor.Arange(1, 2, 0.25, DType.Float64), 1, 1.25, 1.5, 1.75);
        TensorAssert.Holds(Tensor.Arange(3, 0, -1), 3, 2, 1);
        Assert.Equal(0, Tensor.Arange(3, 0).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Arange(0, 1, 0));
        Assert.Throws<ShapeException>(() => Tensor.Arange(0, 1e12));
    }

    [Fact]
    public void From_copies_and_Wrap_shares()
    {
        float[] array = [1, 2, 3, 4];
        Tensor copy = Tensor.From(array, [2, 2]);
        Tensor shared = Tensor.Wrap(array, [2, 2]);
        array[3] = 9;
        Assert.Equal(4, copy[1, 1]);
        Assert.Equal(9, shared[1, 1]);
    }

    [Fact]
    public void Elements_that_do_not_fill_the_shape_are_refused()
    {
        Assert.Equal(
            "from: 3 elements were given, but [2, 2] has 4",
            Assert.Throws<ShapeException>(() => Tensor.From([1f, 2, 3], [2, 2])).Message);
        Assert.Throws<ShapeException>(() => Tensor.Wrap([1f], [2]));
        Assert.Throws<ArgumentException>(() => Tensor.From('a', 'b'));
    }

    [Fact]
    public void A_matrix_is_read_row_by_row()
    {
        Tensor x = Tensor.From(new[,] { { 1.0, 2, 3 }, { 4, 5, 6 } });
        Assert.Equal([2, 3], x.Shape);
        Assert.Equal(6, x[1, 2]);
        Assert.Equal(new[,] { { 1.0, 2, 3 }, { 4, 5, 6 } }, x.ToMatrix<double>());
        Assert.Equal(new long[0, 3], Tensor.Zeros([0, 3], DType.Int64).ToMatrix<long>());
        Assert.Throws<ShapeException>(() => Tensor.Zeros([3]).ToMatrix<float>());
    }

    [Fact]
    public void A_tensor_span_is_a_view_of_the_elements_with_the_shape()
    {
        Tensor x = Tensor.Arange(0, 6, dtype: DType.Float64).Reshape(2, 3).Rows(1..2);
        ReadOnlyTensorSpan<double> span = x.AsTensorSpan<double>();
        Assert.Equal([1, 3], span.Lengths.ToArray());
        Assert.Equal(5, span[0, 2]);
        Assert.True(System.Runtime.CompilerServices.Unsafe.AreSame(in span[0, 0], in x.AsSpan<double>()[0]));
    }

    [Fact]
    public void A_tensor_span_with_strides_is_copied_in_row_major_order()
    {
        float[] elements = [1, 2, 3, 4, 5, 6, 7, 8];
        ReadOnlyTensorSpan<float> span = new(elements, [2, 3], [4, 1]);
        Tensor x = Tensor.From(span);
        Assert.Equal([2, 3], x.Shape);
        TensorAssert.Holds(x.Reshape(6), 1, 2, 3, 5, 6, 7);
    }

    [Fact]
    public void A_tensor_survives_the_way_through_System_Numerics_Tensors()
    {
        Tensor x = Tensor.Normal([2, 3, 4], new Generator(1));
        Tensor again = Tensor.From(x.AsTensorSpan<float>());
        Assert.Equal(x.Shape, again.Shape);
        Assert.Equal(x.ToArray<float>(), again.ToArray<float>());
        Assert.Equal([0, 3], Tensor.From(Tensor.Zeros([0, 3]).AsTensorSpan<float>()).Shape);
    }

    [Fact]
    public void Random_numbers_come_from_the_generator_handed_in()
    {
        Assert.Equal(Tensor.Normal([5], new Generator(3)).ToArray<float>(), Tensor.Normal([5], new Generator(3)).ToArray<float>());
        double[] drawn = Tensor.Uniform([1000], new Generator(4), 2, 3, DType.Float64).ToArray<double>();
        Assert.All(drawn, value => Assert.InRange(value, 2, 3));
        Assert.Equal([0L, 1, 2], Tensor.RandomIntegers([100], new Generator(5), 0, 3).ToArray<long>().Distinct().Order());
        Assert.Throws<DTypeException>(() => Tensor.Uniform([1], new Generator(1), dtype: DType.Int64));
    }

    [Theory]
    [InlineData(0.5, DType.Int64)]
    [InlineData(double.NaN, DType.Int64)]
    [InlineData(double.PositiveInfinity, DType.Int64)]
    [InlineData(9223372036854775808.0, DType.Int64)]
    [InlineData(-1, DType.UInt8)]
    [InlineData(0.5, DType.UInt8)]
    [InlineData(256, DType.UInt8)]
    [InlineData(double.NaN, DType.UInt8)]
    public void A_value_that_the_element_type_does_not_hold_is_refused(double value, DType dtype)
    {
        string reason = $"{dtype.Name} does not hold {value}; give DType.Float32 or another value";
        Assert.Equal($"full: {reason}", Assert.Throws<DTypeException>(() => Tensor.Full([2], value, dtype)).Message);
        Assert.Equal($"scalar: {reason}", Assert.Throws<DTypeException>(() => Tensor.Scalar(value, dtype)).Message);
        Assert.Throws<DTypeException>(() => Tensor.Ones([2], dtype) + value);
    }

    [Fact]
    public void Whole_numbers_count_up_exactly_beyond_what_a_double_tells_apart()
    {
        const long Large = 1L << 53;
        Assert.Equal([Large, Large + 1, Large + 2, Large + 3], Tensor.Arange(Large, Large + 4, 1, DType.Int64).ToArray<long>());
        Assert.Equal([Large, Large - 3], Tensor.Arange(Large, Large - 6, -3, DType.Int64).ToArray<long>());
        Assert.Equal([0L, 1, 2], Tensor.Arange(0, 2.5, 1, DType.Int64).ToArray<long>());
        Assert.Equal(0, Tensor.Arange(-3L).Length);
    }

    [Fact]
    public void Counting_stops_where_the_element_type_does()
    {
        Assert.Throws<DTypeException>(() => Tensor.Arange(0, 2, 0.5, DType.Int64));
        Assert.Throws<DTypeException>(() => Tensor.Arange(254, 258, 1, DType.UInt8));
        Assert.Equal([0L, 4_000_000_000_000_000_000, 8_000_000_000_000_000_000], Tensor.Arange(0, 1e19, 4e18, DType.Int64).ToArray<long>());
        Assert.Throws<DTypeException>(() => Tensor.Arange(0, 1.3e19, 4e18, DType.Int64));
        Assert.Equal(
            "arange: from 0 to 4611686018427387904 in steps of 1 is 4611686018427387904 elements, more than a tensor holds",
            Assert.Throws<ShapeException>(() => Tensor.Arange(1L << 62)).Message);
    }

    [Fact]
    public void Without_elements_the_other_sizes_may_be_any()
    {
        Shape[] shapes = [[65536, 65536, 0], [0, 65536, 65536], [65536, 0, 65536], [int.MaxValue, int.MaxValue, int.MaxValue, 0]];
        foreach (Shape shape in shapes)
        {
            Tensor nothing = Tensor.Zeros(shape);
            Assert.Equal((0, 0), (nothing.Length, (nothing + nothing).Relu().Exp().Length));
            Assert.Equal(0, nothing.Sum().Item());
        }

        Assert.Equal([0], Tensor.Zeros([65536, 65536, 0]).Mean([0, 1]).Shape);
        Assert.Equal(
            "shape [65536, 65536]: more than 2,147,483,591 elements, the most that one tensor holds",
            Assert.Throws<ShapeException>(() => Tensor.Zeros([65536, 65536, 0]).Sum(2)).Message);
    }

    [Fact]
    public void Whole_numbers_of_other_types_become_int64()
    {
        Tensor labels = Tensor.From(new[] { 2, 0, int.MinValue }, [3]);
        Assert.Equal(DType.Int64, labels.DType);
        Assert.Equal([2L, 0, int.MinValue], labels.ToArray<long>());
        Assert.Equal([1L, ushort.MaxValue], Tensor.From<ushort>(1, ushort.MaxValue).ToArray<long>());
        Assert.Equal([-1L, 1], Tensor.From<short>(-1, 1).ToArray<long>());
        Assert.Equal([uint.MaxValue], Tensor.From(uint.MaxValue).ToArray<long>());
        Assert.Equal([-128L], Tensor.From<sbyte>(-128).ToArray<long>());
        Tensor matrix = Tensor.From(new[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Assert.Equal([2, 3], matrix.Shape);
        Assert.Equal([1L, 2, 3, 4, 5, 6], matrix.ToArray<long>());
    }

    [Fact]
    public void What_no_tensor_holds_is_said_in_the_words_of_the_language()
    {
        Assert.Equal(
            "no tensor holds int: use long, or Tensor.From, which copies each int as a long",
            Assert.Throws<ArgumentException>(() => Tensor.Wrap([1, 2], [2])).Message);
        Assert.Equal(
            "no tensor holds decimal: use float, double, long, bool or byte",
            Assert.Throws<ArgumentException>(() => Tensor.From(1m)).Message);
    }
}
