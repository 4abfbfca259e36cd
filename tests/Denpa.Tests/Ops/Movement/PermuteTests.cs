using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class PermuteTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "transpose", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, inputs => inputs[0].Permute(reference.Attributes.WholeNumbers("axes")));

    [Fact]
    public void Element_ijk_moves_to_kij()
    {
        Tensor x = Tensor.Arange(24).Reshape(2, 3, 4);
        Tensor moved = x.Permute(2, 0, 1);
        Assert.Equal([4, 2, 3], moved.Shape);
        Assert.Equal(x[1, 2, 3], moved[3, 1, 2]);
        Assert.Equal(x[0, 1, 2], moved[2, 0, 1]);
    }

    [Fact]
    public void Negative_axes_count_from_the_last() =>
        Assert.Equal([4, 2, 3], Tensor.Zeros([2, 3, 4]).Permute(-1, 0, -2).Shape);

    [Fact]
    public void Transpose_swaps_the_last_two_axes_or_two_named_ones()
    {
        Tensor x = Tensor.Arange(24).Reshape(2, 3, 4);
        Assert.Equal([2, 4, 3], x.Transpose().Shape);
        Assert.Equal([4, 3, 2], x.Transpose(0, 2).Shape);
        Assert.Equal(x[1, 2, 3], x.Transpose(0, 2)[3, 2, 1]);
        Assert.Equal("[[0 2]\n [1 3]]", Tensor.Arange(4).Reshape(2, 2).Transpose().ToString());
    }

    [Fact]
    public void Transposing_twice_gives_the_same_elements()
    {
        Tensor x = Tensor.Normal([3, 5], new Generator(1));
        Assert.Equal(x.ToArray<float>(), x.Transpose().Transpose().ToArray<float>());
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Int64)]
    [InlineData(DType.Bool)]
    [InlineData(DType.UInt8)]
    public void Every_element_type_moves(DType dtype)
    {
        Tensor moved = Tensor.Concatenate([Tensor.Zeros([1, 2], dtype), Tensor.Ones([1, 2], dtype)]).Transpose();
        Assert.Equal(dtype, moved.DType);
        TensorAssert.Holds(moved.Reshape(4), 0, 1, 0, 1);
    }

    [Fact]
    public void First_and_second_derivatives_agree_with_differences() =>
        DerivativeAssert.FirstAndSecond(t => (t[0] * t[0]).Permute(1, 2, 0), DerivativeAssert.Between(-2, 2, 2, 3, 2));

    [Fact]
    public void An_empty_tensor_keeps_its_other_sizes() => Assert.Equal([3, 0, 2], Tensor.Zeros([2, 3, 0]).Permute(1, 2, 0).Shape);

    [Theory]
    [InlineData(new[] { 0, 0, 1 })]
    [InlineData(new[] { 0, 1 })]
    [InlineData(new[] { 0, 1, 2, -1 })]
    public void An_order_that_does_not_name_each_axis_once_is_refused(int[] axes)
    {
        ShapeException error = Assert.Throws<ShapeException>(() => Tensor.Zeros([2, 3, 4]).Permute(axes));
        Assert.Contains("each of them once", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vector_has_no_two_axes_to_transpose() => Assert.Throws<ShapeException>(() => Tensor.Zeros([3]).Transpose());
}
