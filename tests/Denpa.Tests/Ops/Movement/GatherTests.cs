using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class GatherTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "gather", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, inputs => inputs[0].Gather(inputs[1], reference.Attributes.WholeNumber("axis")));

    [Fact]
    public void Rows_come_in_the_order_of_the_indices()
    {
        Tensor x = Tensor.Arange(6).Reshape(3, 2);
        Assert.Equal("[[4 5]\n [0 1]\n [4 5]]", x.Gather(Tensor.From(2L, 0, 2)).ToString());
    }

    [Fact]
    public void Indices_of_any_shape_take_the_axis_place()
    {
        Tensor x = Tensor.Arange(24).Reshape(2, 4, 3);
        Tensor indices = Tensor.From([3L, 0, 1, 1], [2, 2]);
        Tensor gathered = x.Gather(indices, axis: 1);
        Assert.Equal([2, 2, 2, 3], gathered.Shape);
        Assert.Equal(x[1, 3, 2], gathered[1, 0, 0, 2]);
        Assert.Equal(x[0, 1, 0], gathered[0, 1, 1, 0]);
    }

    [Fact]
    public void A_scalar_index_drops_the_axis() =>
        TensorAssert.Holds(Tensor.Arange(6).Reshape(3, 2).Gather(Tensor.Scalar(1, DType.Int64)), 2, 3);

    [Fact]
    public void First_and_second_derivatives_agree_with_differences_also_where_an_index_repeats() => DerivativeAssert.FirstAndSecond(
        t => (t[0] * t[0]).Gather(t[1], axis: 1), DerivativeAssert.Between(-2, 2, 3, 4, 2), Tensor.From([2L, 0, 2, 1, 2, 2], [3, 2]));

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void An_index_outside_of_the_axis_is_refused(long index)
    {
        Tensor x = Tensor.Zeros([3, 2]);
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => x.Gather(Tensor.From(0L, index)));
        Assert.Contains($"index {index}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Indices_must_be_int64() => Assert.Throws<DTypeException>(() => Tensor.Zeros([3]).Gather(Tensor.Zeros([2])));
}
