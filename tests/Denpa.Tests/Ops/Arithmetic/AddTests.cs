using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class AddTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "add", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0] + x[1]);

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0] + x[1], Between(-2, 2, 3, 1), Between(-2, 2, 2, 1, 4));

    [Fact]
    public void A_scalar_takes_its_tensors_element_type()
    {
        Tensor x = Tensor.From<long>(1, 2);
        TensorAssert.Holds(x + 3, 4, 5);
        TensorAssert.Holds(3 + x, 4, 5);
        Assert.Equal(DType.Int64, (x + 3).DType);
    }

    [Fact]
    public void A_scalar_that_its_tensors_element_type_does_not_hold_is_refused()
    {
        DTypeException error = Assert.Throws<DTypeException>(() => Tensor.From<long>(1, 2) + 0.5);
        Assert.Equal(
            "add: a scalar takes its tensor's element type, and int64 does not hold 0.5; convert the tensor with .To(DType.Float32)",
            error.Message);
        Assert.Throws<DTypeException>(() => Tensor.From<byte>(1) + 256);
        Assert.Throws<DTypeException>(() => Tensor.From<long>(1) + Math.Pow(2, 63));
        Assert.Throws<DTypeException>(() => Tensor.From<long>(1) + double.NaN);
    }

    [Fact]
    public void Shapes_that_do_not_broadcast_are_named()
    {
        ShapeException error = Assert.Throws<ShapeException>(() => Tensor.Zeros([2, 3]) + Tensor.Zeros([4]));
        Assert.Equal(
            "add: shapes do not broadcast: left [2, 3] has 3 on axis 1, right [4] has 4 on axis 0; sizes must agree or one of them be 1",
            error.Message);
    }

    [Fact]
    public void Element_types_do_not_mix()
    {
        DTypeException error = Assert.Throws<DTypeException>(() => Tensor.Ones([1]) + Tensor.Ones([1], DType.Float64));
        Assert.Equal("add: element types differ: left is float32, right is float64; convert one with .To(DType.…)", error.Message);
    }

    [Fact]
    public void Truth_values_are_not_added() =>
        Assert.Throws<DTypeException>(() => Tensor.From(true) + Tensor.From(true));

    [Fact]
    public void Bytes_wrap_around() => TensorAssert.Holds(Tensor.From<byte>(250) + 10, 4);

    [Fact]
    public void Infinities_of_two_signs_have_no_sum() => TensorAssert.Holds(
        Tensor.From(double.PositiveInfinity, 1) + Tensor.From(double.NegativeInfinity, double.NaN), double.NaN, double.NaN);
}
