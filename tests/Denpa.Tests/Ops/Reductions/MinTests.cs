using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class MinTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "min", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) => OpFixtureAssert.Agrees(
        reference, inputs => inputs[0].Min([.. reference.Attributes.WholeNumbers("axes")], reference.Attributes.Flag("keepDimensions")));

    [Fact]
    public void It_is_the_largest_of_the_negated_elements_with_the_same_gradient()
    {
        Tensor values = Tensor.RandomIntegers([4, 5, 3], new Generator(6), -3, 3).To(DType.Float64);
        Tensor x = values.Watch("x");
        Tensor y = values.Watch("y");
        Tensor smallest = x.Min([0, 2]);
        Tensor negated = -(-y).Max([0, 2]);
        TensorAssert.Close(negated, smallest, 0, 0);
        TensorAssert.Close(negated.Sum().Backward()[y], smallest.Sum().Backward()[x], 0, 0);
    }

    [Fact]
    public void Not_a_number_wins() => Assert.True(double.IsNaN(Tensor.From(1, double.NaN, double.NegativeInfinity).Min().Item()));

    [Fact]
    public void Nothing_has_no_smallest_element() => Assert.Throws<ShapeException>(() => Tensor.Zeros([0]).Min());
}
