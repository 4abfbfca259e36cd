using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class ComparisonTests
{
    private static readonly Tensor A = Tensor.From(1.0, 2, 3, double.NaN, 1, double.NaN, double.PositiveInfinity, 0.0);
    private static readonly Tensor B = Tensor.From(2.0, 2, 2, 1, double.NaN, double.NaN, double.PositiveInfinity, -0.0);

    [Fact]
    public void Less_excludes_ties_and_NaN() => TensorAssert.Holds(A < B, 1, 0, 0, 0, 0, 0, 0, 0);

    [Fact]
    public void Less_or_equal_includes_ties() => TensorAssert.Holds(A <= B, 1, 1, 0, 0, 0, 0, 1, 1);

    [Fact]
    public void Greater_excludes_ties_and_NaN() => TensorAssert.Holds(A > B, 0, 0, 1, 0, 0, 0, 0, 0);

    [Fact]
    public void Greater_or_equal_includes_ties() => TensorAssert.Holds(A >= B, 0, 1, 1, 0, 0, 0, 1, 1);

    [Fact]
    public void NaN_equals_nothing() => TensorAssert.Holds(A.EqualTo(B), 0, 1, 0, 0, 0, 0, 1, 1);

    [Fact]
    public void NaN_differs_from_everything() => TensorAssert.Holds(A.NotEqualTo(B), 1, 0, 1, 1, 1, 1, 0, 0);

    [Fact]
    public void A_number_stands_on_either_side()
    {
        Tensor x = Tensor.From<long>(1, 2, 3);
        TensorAssert.Holds(x < 2, 1, 0, 0);
        TensorAssert.Holds(2 < x, 0, 0, 1);
        TensorAssert.Holds(x <= 2, 1, 1, 0);
        TensorAssert.Holds(2 <= x, 0, 1, 1);
        TensorAssert.Holds(x > 2, 0, 0, 1);
        TensorAssert.Holds(2 > x, 1, 0, 0);
        TensorAssert.Holds(x >= 2, 0, 1, 1);
        TensorAssert.Holds(2 >= x, 1, 1, 0);
        TensorAssert.Holds(x.EqualTo(2), 0, 1, 0);
        TensorAssert.Holds(x.NotEqualTo(2), 1, 0, 1);
    }

    [Fact]
    public void Comparisons_broadcast_to_truth_values()
    {
        Tensor y = Tensor.From(1f, 2f, 3f).Reshape(3, 1) > Tensor.From(1f, 2f);
        Assert.Equal(DType.Bool, y.DType);
        Assert.Equal([3, 2], y.Shape);
        Assert.Equal([false, false, true, false, true, true], y.ToArray<bool>());
        Assert.Equal([0, 3], (Tensor.Zeros([0, 3]) < 1).Shape);
    }

    [Fact]
    public void Every_element_type_is_compared()
    {
        TensorAssert.Holds(Tensor.From<byte>(3, 200) > Tensor.From<byte>(200, 3), 0, 1);
        TensorAssert.Holds(Tensor.From(1f, 2f).EqualTo(Tensor.From(1f, 3f)), 1, 0);
        TensorAssert.Holds(Tensor.From(true, false) > Tensor.From(false, false), 1, 0);
        TensorAssert.Holds(Tensor.From(true, false).EqualTo(Tensor.From(true, true)), 1, 0);
        long large = (1L << 53) + 1;
        TensorAssert.Holds(Tensor.From(large) > Tensor.From(large - 1), 1);
    }

    [Fact]
    public void A_truth_value_has_no_gradient() => Assert.False((Tensor.From(1.0).Watch() > 0).IsTracked);

    [Fact]
    public void Element_types_do_not_mix()
    {
        DTypeException error = Assert.Throws<DTypeException>(() => Tensor.Ones([1]) < Tensor.From<long>(1));
        Assert.Equal("less: element types differ: left is float32, right is int64; convert one with .To(DType.…)", error.Message);
    }

    [Fact]
    public void A_number_that_the_element_type_does_not_hold_is_refused()
    {
        DTypeException error = Assert.Throws<DTypeException>(() => Tensor.From<long>(1) >= 0.5);
        Assert.Equal(
            "greater or equal: a scalar takes its tensor's element type, and int64 does not hold 0.5; " +
            "convert the tensor with .To(DType.Float32)",
            error.Message);
    }
}
