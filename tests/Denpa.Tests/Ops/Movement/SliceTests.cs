using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class SliceTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "slice", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) => OpFixtureAssert.Agrees(reference, inputs => inputs[0].Slice(
        reference.Attributes.WholeNumber("axis"), reference.Attributes.WholeNumber("start"), reference.Attributes.WholeNumber("length")));

    [Fact]
    public void A_slice_of_the_first_axis_shares_storage()
    {
        Tensor x = Tensor.Arange(12).Reshape(4, 3);
        Tensor rows = x.Slice(axis: 0, start: 1, length: 2);
        Assert.Same(x.Storage, rows.Storage);
        Assert.Equal("[[3 4 5]\n [6 7 8]]", rows.ToString());
    }

    [Fact]
    public void A_slice_behind_axes_of_size_one_shares_storage()
    {
        Tensor x = Tensor.Arange(12).Reshape(1, 1, 4, 3);
        Tensor part = x.Slice(axis: -2, start: 2, length: 2);
        Assert.Same(x.Storage, part.Storage);
        TensorAssert.Holds(part.Reshape(6), 6, 7, 8, 9, 10, 11);
    }

    [Fact]
    public void Views_of_views_count_from_their_own_beginning()
    {
        Tensor x = Tensor.Arange(20);
        TensorAssert.Holds(x.Rows(5..15).Rows(2..6).Rows(^2..), 9, 10);
    }

    [Fact]
    public void A_slice_of_a_later_axis_is_a_copy()
    {
        Tensor x = Tensor.Arange(6).Reshape(2, 3);
        Tensor columns = x.Slice(axis: 1, start: 1, length: 2);
        Assert.NotSame(x.Storage, columns.Storage);
        Assert.Equal("[[1 2]\n [4 5]]", columns.ToString());
    }

    [Fact]
    public void Rows_take_a_range_of_the_first_axis()
    {
        Tensor x = Tensor.Arange(10);
        TensorAssert.Holds(x.Rows(2..5), 2, 3, 4);
        TensorAssert.Holds(x.Rows(^2..), 8, 9);
        TensorAssert.Holds(x.Rows(..^8), 0, 1);
        Assert.Equal(0, x.Rows(4..4).Length);
    }

    [Fact]
    public void A_slice_past_the_axis_is_refused_with_its_size()
    {
        ShapeException error = Assert.Throws<ShapeException>(() => Tensor.Zeros([2, 5]).Slice(axis: 1, start: 3, length: 4));
        Assert.Equal("slice: 4 from 3 on does not lie on axis 1 of [2, 5], whose indices are 0 to 4", error.Message);
        Assert.Throws<ShapeException>(() => Tensor.Zeros([2, 5]).Slice(axis: 0, start: -1, length: 1));
        Assert.Throws<ShapeException>(() => Tensor.Zeros([2, 5]).Slice(axis: 0, start: int.MaxValue, length: int.MaxValue));
        Assert.Throws<ShapeException>(() => Tensor.Zeros([4]).Rows(3..2));
        Assert.Throws<ShapeException>(() => Tensor.Scalar(1).Rows(0..1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void First_and_second_derivatives_agree_with_differences(int axis) =>
        DerivativeAssert.FirstAndSecond(t => (t[0] * t[0]).Slice(axis, 1, 2), DerivativeAssert.Between(-2, 2, 3, 3));

    [Fact]
    public void The_gradient_of_a_sliced_parameter_reaches_its_other_uses_too()
    {
        Parameter parameter = new(Tensor.From(1.0, 2, 3));
        Tensor loss = (parameter.Value.Rows(1..3) * parameter.Value.Rows(0..2)).Sum();
        TensorAssert.Holds(loss.Backward()[parameter], 2, 4, 2);
    }

    [Fact]
    public void Rows_are_refused_in_their_own_name() => Assert.Equal(
        "rows: 1..9 does not lie within the 2 rows of [2, 3]",
        Assert.Throws<ShapeException>(() => Tensor.Ones([2, 3]).Rows(1..9)).Message);
}
