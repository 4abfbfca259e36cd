using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class PadTests
{
    [Fact]
    public void Zeros_come_before_and_after()
    {
        Tensor x = Tensor.Arange(1, 5, dtype: DType.Float64).Reshape(2, 2);
        Assert.Equal("[[0. 1. 2. 0. 0.]\n [0. 3. 4. 0. 0.]]", x.Pad(axis: -1, before: 1, after: 2).ToString());
        Assert.Equal("[[0. 0.]\n [1. 2.]\n [3. 4.]]", x.Pad(axis: 0, before: 1, after: 0).ToString());
    }

    [Fact]
    public void Padding_nothing_with_zeros_gives_zeros() => TensorAssert.Holds(Tensor.Zeros([0]).Pad(0, 2, 1), 0, 0, 0);

    [Fact]
    public void Truth_values_are_padded_with_false() => TensorAssert.Holds(Tensor.From(true).Pad(0, 1, 1), 0, 1, 0);

    [Fact]
    public void Slicing_gives_back_what_was_padded()
    {
        Tensor x = Tensor.Normal([2, 3, 2], new Generator(2));
        Assert.Equal(x.ToArray<float>(), x.Pad(1, 2, 3).Slice(1, 2, 3).ToArray<float>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void First_and_second_derivatives_agree_with_differences(int axis) =>
        DerivativeAssert.FirstAndSecond(t => (t[0] * t[0]).Pad(axis, 1, 2), DerivativeAssert.Between(-2, 2, 2, 3, 2));

    [Fact]
    public void Negative_padding_is_refused() =>
        Assert.Contains(".Slice(", Assert.Throws<ShapeException>(() => Tensor.Zeros([3]).Pad(0, -1, 0)).Message, StringComparison.Ordinal);
}
