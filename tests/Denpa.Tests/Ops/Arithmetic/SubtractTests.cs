using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class SubtractTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "subtract", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0] - x[1]);

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0] - x[1], Between(-2, 2, 3, 1), Between(-2, 2, 2, 1, 4));

    [Fact]
    public void A_scalar_stands_on_either_side()
    {
        TensorAssert.Holds(Tensor.From(1.0, 2.0) - 0.5, 0.5, 1.5);
        TensorAssert.Holds(0.5 - Tensor.From(1.0, 2.0), -0.5, -1.5);
    }

    [Fact]
    public void Bytes_wrap_around() => TensorAssert.Holds(Tensor.From<byte>(5) - 10, 251);

    [Fact]
    public void Nothing_less_nothing_is_nothing() => Assert.Equal([0, 3], (Tensor.Zeros([0, 3]) - Tensor.Zeros([1])).Shape);
}
