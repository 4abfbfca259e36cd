using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class ConcatenateTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "concatenate", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, inputs => Tensor.Concatenate(inputs, reference.Attributes.WholeNumber("axis")));

    [Fact]
    public void Parts_follow_one_another_along_the_axis()
    {
        Tensor a = Tensor.Arange(4).Reshape(2, 2);
        Tensor b = Tensor.Arange(10, 12, dtype: DType.Int64).Reshape(2, 1);
        Assert.Equal("[[ 0  1 10]\n [ 2  3 11]]", Tensor.Concatenate([a, b], axis: -1).ToString());
    }

    [Fact]
    public void Slices_of_the_whole_are_the_parts()
    {
        Tensor whole = Tensor.Normal([2, 7, 3], new Generator(6));
        Tensor again = Tensor.Concatenate([whole.Slice(1, 0, 3), whole.Slice(1, 3, 0), whole.Slice(1, 3, 4)], axis: 1);
        Assert.Equal(whole.ToArray<float>(), again.ToArray<float>());
    }

    [Fact]
    public void More_parts_than_a_derivative_can_name_each_get_their_gradient()
    {
        Tensor[] parts = [.. Enumerable.Range(0, 7).Select(i => Tensor.Scalar(i).Watch($"part {i}"))];
        Tensor stacked = Tensor.Stack(parts);
        Gradients gradients = (stacked * stacked).Sum().Backward();
        Assert.Equal([0, 2, 4, 6, 8, 10, 12], parts.Select(part => gradients[part].Item()));
    }

    [Fact]
    public void Stacking_makes_a_new_axis()
    {
        Tensor a = Tensor.From(1L, 2, 3);
        Tensor b = Tensor.From(4L, 5, 6);
        Assert.Equal("[[1 2 3]\n [4 5 6]]", Tensor.Stack([a, b]).ToString());
        Assert.Equal("[[1 4]\n [2 5]\n [3 6]]", Tensor.Stack([a, b], axis: 1).ToString());
        Assert.Equal("[[1 4]\n [2 5]\n [3 6]]", Tensor.Stack([a, b], axis: -1).ToString());
    }

    [Fact]
    public void First_and_second_derivatives_agree_with_differences() => DerivativeAssert.FirstAndSecond(
        t => Tensor.Concatenate([t[0] * t[1], t[1], t[0] * t[0]], axis: 1),
        DerivativeAssert.Between(-2, 2, 2, 3),
        DerivativeAssert.Between(-2, 2, 2, 1));

    [Fact]
    public void Parts_that_do_not_fit_are_named()
    {
        Tensor part = Tensor.Zeros([2, 3]);
        Assert.Equal(
            "concatenate: part 0 is [2, 3], part 2 is [3, 3]: along axis 1 sizes may differ, all others must agree",
            Assert.Throws<ShapeException>(() => Tensor.Concatenate([part, part, Tensor.Zeros([3, 3])], axis: 1)).Message);
        Assert.Throws<ShapeException>(() => Tensor.Concatenate([Tensor.Zeros([2, 3]), Tensor.Zeros([2])]));
        Assert.Throws<ShapeException>(() => Tensor.Concatenate([Tensor.Scalar(1), Tensor.Scalar(2)]));
        Assert.Throws<ShapeException>(() => Tensor.Concatenate([]));
        Assert.Throws<ShapeException>(() => Tensor.Stack([]));
        Assert.Throws<ShapeException>(() => Tensor.Stack([Tensor.Zeros([2]), Tensor.Zeros([3])]));
        Assert.Throws<DTypeException>(() => Tensor.Concatenate([Tensor.Zeros([2]), Tensor.Zeros([2], DType.Float64)]));
    }

    [Fact]
    public void Stacking_refuses_in_its_own_name()
    {
        Tensor part = Tensor.Ones([2, 3]);
        Assert.Equal(
            "stack: a new axis of [2, 3] can be 0 to 2, or −1 to −3 from the last, not 3",
            Assert.Throws<ShapeException>(() => Tensor.Stack([part, part], 3)).Message);
        Assert.StartsWith(
            "stack: element types differ: part 0 is float32, part 1 is int64",
            Assert.Throws<DTypeException>(() => Tensor.Stack([part, part.To(DType.Int64)])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_axis_longer_than_any_tensor_is_refused()
    {
        Tensor nothing = Tensor.Zeros([int.MaxValue, 0]);
        Assert.Equal(
            "concatenate: axis 0 of [2147483647, 0] would become 4,294,967,294 long, " +
            "and one tensor holds 2,147,483,591 elements at the most",
            Assert.Throws<ShapeException>(() => Tensor.Concatenate([nothing, nothing])).Message);
        Assert.StartsWith(
            "pad: axis 0 of [3] would become 4,294,967,297 long",
            Assert.Throws<ShapeException>(() => Tensor.Ones([3]).Pad(0, int.MaxValue, int.MaxValue)).Message,
            StringComparison.Ordinal);
    }
}
