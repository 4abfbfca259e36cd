using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class MultiplyTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "multiply", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0] * x[1]);

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0] * x[1], Between(-2, 2, 3, 1), Between(-2, 2, 2, 1, 4));

    [Fact]
    public void A_scalar_stands_on_either_side()
    {
        TensorAssert.Holds(Tensor.From(1.0, 2.0) * 0.5, 0.5, 1);
        TensorAssert.Holds(3 * Tensor.From<long>(1, 2), 3, 6);
    }

    [Fact]
    public void Integers_are_not_halved_to_zero_in_silence() => Assert.Throws<DTypeException>(() => Tensor.From<long>(1, 2) * 0.5);

    [Fact]
    public void Nought_times_infinity_is_no_number() => TensorAssert.Holds(Tensor.From(0.0) * double.PositiveInfinity, double.NaN);
}
