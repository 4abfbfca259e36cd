using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class SigmoidTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "sigmoid", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0].Sigmoid());

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Sigmoid(), Between(-2, 2, 3, 4));

    [Fact]
    public void It_agrees_with_the_values_of_the_tables()
    {
        Tensor y = Tensor.From(1.0, 2, 100, -1, -2, -100, 0).Sigmoid();
        double[] table =
            [0.731058578630005, 0.880797077977882, 1, 0.268941421369995, 0.119202922022118, 3.72007597602084e-44, 0.5];
        TensorAssert.Close([7], table, y, relative: 1e-14, absolute: 0);
    }

    [Fact]
    public void Its_ends_are_zero_and_one() => TensorAssert.Holds(
        Tensor.From(double.NegativeInfinity, double.PositiveInfinity, double.NaN).Sigmoid(), 0, 1, double.NaN);

    [Fact]
    public void Its_derivative_is_a_quarter_at_zero_and_vanishes_far_away()
    {
        Tensor x = Tensor.From(0.0, 1000, -1000).Watch();
        TensorAssert.Holds(x.Sigmoid().Sum().Backward()[x], 0.25, 0, 0);
    }
}
