using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class WhereTests
{
    private static readonly Tensor Condition = Tensor.From(true, false, true);

    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "where", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) => OpFixtureAssert.Agrees(reference, x => Tensor.Where(x[0], x[1], x[2]));

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => Tensor.Where(x[0], x[1], x[2]), Condition, Between(-2, 2, 2, 1), Between(-2, 2, 3));

    [Fact]
    public void A_number_stands_for_either_branch()
    {
        Tensor x = Tensor.From(1.0, 2.0, 3.0);
        TensorAssert.Holds(Tensor.Where(Condition, x, 0), 1, 0, 3);
        TensorAssert.Holds(Tensor.Where(Condition, 0, x), 0, 2, 0);
        Assert.Throws<DTypeException>(() => Tensor.Where(Condition, Tensor.From<long>(1), 0.5));
    }

    [Fact]
    public void NaN_and_infinity_that_are_not_taken_do_not_count()
    {
        Tensor a = Tensor.From(1, double.NaN, 3).Watch();
        Tensor y = Tensor.Where(Condition, a, 0);
        TensorAssert.Holds(y, 1, 0, 3);
        TensorAssert.Holds(y.Backward(Tensor.From(1, double.PositiveInfinity, 3))[a], 1, 0, 3);
    }

    [Fact]
    public void It_takes_elements_of_any_type()
    {
        TensorAssert.Holds(Tensor.Where(Condition, Tensor.From<byte>(1, 2, 3), 9), 1, 9, 3);
        TensorAssert.Holds(Tensor.Where(Condition, Tensor.From(false, false, false), 1), 0, 1, 0);
    }

    [Fact]
    public void The_condition_must_be_bool()
    {
        DTypeException error = Assert.Throws<DTypeException>(() => Tensor.Where(Tensor.Ones([1]), Tensor.Ones([1]), 0));
        Assert.Equal("where: the condition must be bool, got float32; compare first, as in Tensor.Where(x > 0, a, b)", error.Message);
    }

    [Fact]
    public void Shapes_that_do_not_broadcast_are_named()
    {
        ShapeException error = Assert.Throws<ShapeException>(() => Tensor.Where(Condition, Tensor.Ones([2]), 0));
        Assert.Equal(
            "where: shapes do not broadcast: left [3] has 3 on axis 0, right [2] has 2 on axis 0; sizes must agree or one of them be 1",
            error.Message);
    }
}
