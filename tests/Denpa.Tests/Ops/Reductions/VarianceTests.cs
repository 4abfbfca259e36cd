using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class VarianceTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "variance", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) => OpFixtureAssert.Agrees(reference, inputs => inputs[0].Variance(
        [.. reference.Attributes.WholeNumbers("axes")],
        reference.Attributes.WholeNumber("correction"),
        reference.Attributes.Flag("keepDimensions")));

    [Fact]
    public void The_correction_is_taken_from_the_count()
    {
        Tensor x = Tensor.From(1.0, 2, 3, 4);
        Assert.Equal(5.0 / 3, x.Variance().Item(), 15);
        Assert.Equal(5.0 / 4, x.Variance(correction: 0).Item(), 15);
    }

    [Fact]
    public void A_large_offset_does_not_drown_small_differences()
    {
        Tensor x = Tensor.From(1e9, 1e9 + 1, 1e9 + 2);
        Assert.Equal(1, x.Variance().Item());
    }

    [Fact]
    public void First_and_second_derivatives_agree_with_differences() =>
        DerivativeAssert.FirstAndSecond(t => t[0].Variance(1), DerivativeAssert.Between(-2, 2, 3, 4));

    [Fact]
    public void Too_few_elements_are_refused()
    {
        ShapeException error = Assert.Throws<ShapeException>(() => Tensor.Zeros([3, 1]).Variance(1));
        Assert.Equal(
            "variance: the elements of [3, 1] along axes [1] number 1, and a correction of 1 leaves nothing to divide by", error.Message);
        Assert.Throws<ShapeException>(() => Tensor.Zeros([0]).Variance(correction: 0));
        Assert.Throws<DTypeException>(() => Tensor.Arange(3).Variance());
    }
}
