using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class SumTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "sum", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) => OpFixtureAssert.Agrees(
        reference, inputs => inputs[0].Sum([.. reference.Attributes.WholeNumbers("axes")], reference.Attributes.Flag("keepDimensions")));

    [Fact]
    public void The_sum_of_no_elements_is_zero()
    {
        Assert.Equal(0, Tensor.Zeros([0]).Sum().Item());
        TensorAssert.Holds(Tensor.Zeros([0, 2]).Sum(0), 0, 0);
    }

    [Fact]
    public void All_axes_are_summed_when_none_is_named_and_none_when_the_list_is_empty()
    {
        Tensor x = Tensor.Arange(6).Reshape(2, 3);
        Assert.Equal(15, x.Sum().Item());
        Assert.Equal([1, 1], x.Sum(keepDimensions: true).Shape);
        Assert.Equal(x.ToArray<long>(), x.Sum([]).ToArray<long>());
    }

    [Fact]
    public void Axes_that_are_not_neighbours_are_summed_too()
    {
        Tensor x = Tensor.Arange(24).Reshape(2, 3, 4);
        TensorAssert.Holds(x.Sum([0, 2]), 60, 92, 124);
        TensorAssert.Holds(x.Sum([-1, 0]), 60, 92, 124);
    }

    [Fact]
    public void Sums_over_every_axis_in_turn_are_the_sum_over_all()
    {
        Tensor x = Tensor.RandomIntegers([3, 4, 5], new Generator(1), -100, 100);
        Assert.Equal(x.Sum().Item(), x.Sum(1).Sum(0).Sum(0).Item());
    }

    [Fact]
    public void A_scalar_is_its_own_sum() => Assert.Equal(3, Tensor.Scalar(3).Sum().Item());

    [Fact]
    public void Bytes_and_truth_values_are_summed_as_int64()
    {
        Tensor sum = Tensor.From<byte>(200, 200).Sum();
        Assert.Equal((DType.Int64, 400.0), (sum.DType, sum.Item()));
        Tensor count = Tensor.From(true, false, true).Sum();
        Assert.Equal((DType.Int64, 2.0), (count.DType, count.Item()));
        Assert.Equal((DType.Int64, 0.0), (Tensor.Zeros([0], DType.UInt8).Sum().DType, Tensor.Zeros([0], DType.Bool).Sum().Item()));
    }

    [Theory]
    [InlineData(new[] { 5, 3, 7 })]
    [InlineData(new[] { 2, 1, 3000 })]
    [InlineData(new[] { 3000, 2, 1 })]
    [InlineData(new[] { 4, 0, 2 })]
    public void Sums_of_bytes_along_any_axes_are_those_of_their_int64_values(int[] shape)
    {
        Tensor bytes = Tensor.RandomIntegers(shape, new Generator(3), 0, 256).To(DType.UInt8);
        Tensor isLarge = bytes > 100;
        Axes[] choices = [default, 0, 1, 2, Axes.Create([0, 1]), Axes.Create([0, 2]), Axes.Create([1, 2]), Axes.Create([])];
        foreach (Axes axes in choices)
        {
            foreach (bool keep in (bool[])[false, true])
            {
                TensorAssert.Close(bytes.To(DType.Int64).Sum(axes, keep), bytes.Sum(axes, keep), 0, 0);
                TensorAssert.Close(isLarge.To(DType.Int64).Sum(axes, keep), isLarge.Sum(axes, keep), 0, 0);
            }
        }
    }

    [Fact]
    public void Sums_of_bytes_to_a_shape_are_int64_too()
    {
        Tensor bytes = Tensor.Full([3, 2], 200, DType.UInt8);
        Assert.Equal([600L, 600], bytes.SumTo([2]).ToArray<long>());
        Assert.Equal([400L, 400, 400], bytes.SumTo([3, 1]).ToArray<long>());
        Assert.Equal(DType.Int64, bytes.SumTo([3, 2]).DType);
    }

    [Fact]
    public void A_plan_sums_bytes_as_they_are_summed_op_by_op()
    {
        Plan plan = Plan.Compile(inputs => inputs[0].Sum(0));
        foreach (byte value in (byte[])[200, 255, 3])
        {
            Assert.Equal([3L * value], plan.Run(Tensor.Full([3, 1], value, DType.UInt8)).ToArray<long>());
        }
    }

    [Theory]
    [InlineData(new[] { 1 }, new[] { 2, 3 }, new[] { 15.0 })]
    [InlineData(new int[0], new[] { 2, 3 }, new[] { 15.0 })]
    [InlineData(new[] { 3 }, new[] { 2, 3 }, new[] { 3.0, 5, 7 })]
    [InlineData(new[] { 2, 1 }, new[] { 2, 3 }, new[] { 3.0, 12 })]
    [InlineData(new[] { 2, 3 }, new[] { 2, 3 }, new[] { 0.0, 1, 2, 3, 4, 5 })]
    public void Summing_to_a_shape_undoes_broadcasting(int[] to, int[] from, double[] expected)
    {
        Tensor x = Tensor.Arange(0, 6, dtype: DType.Float64).Reshape(from);
        Tensor summed = x.SumTo(to);
        TensorAssert.Close(to, expected, summed, 0, 0);
    }

    [Fact]
    public void Summing_to_a_shape_is_the_adjoint_of_broadcasting_also_where_nothing_is_left()
    {
        Tensor x = Tensor.Zeros([0, 3]);
        TensorAssert.Close([1, 3], [0, 0, 0], x.SumTo([1, 3]), 0, 0);
        Assert.Throws<ShapeException>(() => Tensor.Zeros([2, 3]).SumTo([2]));
        Assert.Throws<ShapeException>(() => Tensor.Zeros([3]).SumTo([2, 3]));
    }

    [Fact]
    public void First_and_second_derivatives_agree_with_differences() =>
        DerivativeAssert.FirstAndSecond(t => (t[0] * t[0]).Sum([0, 2]), DerivativeAssert.Between(-2, 2, 2, 3, 2));

    [Fact]
    public void What_cannot_be_summed_is_refused()
    {
        Assert.Throws<ShapeException>(() => Tensor.Zeros([2]).Sum(1));
        ShapeException error = Assert.Throws<ShapeException>(() => Tensor.Zeros([2, 3]).Sum([1, -1]));
        Assert.Equal("sum: axis 1 of [2, 3] is named twice", error.Message);
    }
}
