using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class SinTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "sin", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0].Sin());

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Sin(), Between(-2, 2, 3, 4));

    [Fact]
    public void Infinity_has_no_sine() => TensorAssert.Holds(Tensor.From(0.0, double.PositiveInfinity).Sin(), 0, double.NaN);

    [Fact]
    public void Its_square_and_the_cosines_sum_to_one()
    {
        Tensor x = Between(-100, 100, 50);
        TensorAssert.Close(Tensor.Ones([50], DType.Float64), x.Sin().Square() + x.Cos().Square());
    }
}
