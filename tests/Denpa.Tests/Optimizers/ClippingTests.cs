using Denpa.Tests.Support;

namespace Denpa.Tests.Optimizers;

public sealed class ClippingTests
{
    private static readonly Parameter First = new(Tensor.From(1.0, 2));
    private static readonly Parameter Second = new(Tensor.From(-2.0));

    private static Gradients ThreeFourAndMinusTwelve() =>
        ((Tensor.From(3.0, 4) * First.Value).Sum() + (Second.Value * -12.0).Sum()).Backward();

    [Fact]
    public void The_norm_is_that_of_all_gradients_as_one_vector() => Assert.Equal(13, ThreeFourAndMinusTwelve().Norm().Item());

    [Fact]
    public void Clipping_by_norm_scales_all_by_one_factor()
    {
        Gradients clipped = ThreeFourAndMinusTwelve().ClipByNorm(1.3);
        TensorAssert.Close([2], [0.3, 0.4], clipped[First], 1e-6, 0);
        TensorAssert.Close([1], [-1.2], clipped[Second], 1e-6, 0);
        Assert.True(clipped.Norm().Item() <= 1.3);
    }

    [Fact]
    public void Gradients_within_the_norm_keep_their_bits() =>
        TensorAssert.Holds(ThreeFourAndMinusTwelve().ClipByNorm(13.1)[First], 3, 4);

    [Fact]
    public void Clipping_by_value_brings_each_element_into_bounds()
    {
        Gradients clipped = ThreeFourAndMinusTwelve().ClipByValue(3.5);
        TensorAssert.Holds(clipped[First], 3, 3.5);
        TensorAssert.Holds(clipped[Second], -3.5);
    }

    [Fact]
    public void Gradients_of_zero_stay_zero() =>
        TensorAssert.Holds((0.0 * First.Value).Sum().Backward().ClipByNorm(1)[First], 0, 0);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_maximum_is_above_zero(double maximum)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ThreeFourAndMinusTwelve().ClipByNorm(maximum));
        Assert.Throws<ArgumentOutOfRangeException>(() => ThreeFourAndMinusTwelve().ClipByValue(maximum));
    }
}
