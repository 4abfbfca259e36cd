using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class MaximumTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "maximum", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0].Maximum(x[1]));

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Maximum(x[1]), Between(-2, 2, 3, 1), Between(-1.9, 2.1, 2, 1, 4) * 1.01);

    [Fact]
    public void A_tie_shares_the_gradient_evenly()
    {
        Tensor a = Tensor.From(1.0, 2.0, 3.0).Watch();
        Tensor b = Tensor.From(3.0, 2.0, 1.0).Watch();
        Gradients gradients = a.Maximum(b).Backward(Tensor.From(10.0, 20.0, 30.0));
        TensorAssert.Holds(gradients[a], 0, 10, 30);
        TensorAssert.Holds(gradients[b], 10, 10, 0);
    }

    [Fact]
    public void NaN_propagates_from_either_side()
    {
        TensorAssert.Holds(Tensor.From(double.NaN, 1.0).Maximum(Tensor.From(1.0, double.NaN)), double.NaN, double.NaN);
        TensorAssert.Holds(Tensor.From(float.NaN, 1).Maximum(Tensor.From(1, float.NaN)), double.NaN, double.NaN);
    }

    [Fact]
    public void It_takes_a_scalar_and_integers()
    {
        TensorAssert.Holds(Tensor.From<long>(-3, 5).Maximum(2), 2, 5);
        TensorAssert.Holds(Tensor.From<byte>(3, 250).Maximum(Tensor.From<byte>(200, 100)), 200, 250);
    }

    [Fact]
    public void Nothing_has_no_maximum() => Assert.Equal([0, 3], Tensor.Zeros([0, 3]).Maximum(0).Shape);
}
