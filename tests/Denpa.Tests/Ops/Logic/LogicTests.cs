using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class LogicTests
{
    private static readonly Tensor A = Tensor.From(false, false, true, true);
    private static readonly Tensor B = Tensor.From(false, true, false, true);

    [Fact]
    public void And_holds_where_both_do() => TensorAssert.Holds(A & B, 0, 0, 0, 1);

    [Fact]
    public void Or_holds_where_either_does() => TensorAssert.Holds(A | B, 0, 1, 1, 1);

    [Fact]
    public void Not_turns_truth_around() => TensorAssert.Holds(!A, 1, 1, 0, 0);

    [Fact]
    public void They_broadcast()
    {
        Assert.Equal([4, 4], (A.Reshape(4, 1) | B).Shape);
        Assert.Equal([0, 4], (Tensor.Zeros([0, 1], DType.Bool) & B).Shape);
    }

    [Fact]
    public void De_Morgans_laws_hold_at_any_length()
    {
        Generator generator = new(3);
        for (int length = 0; length < 140; length++)
        {
            Tensor a = Tensor.Uniform([length], generator) > 0.5;
            Tensor b = Tensor.Uniform([length], generator) > 0.5;
            Assert.Equal((!(a & b)).ToArray<bool>(), (!a | !b).ToArray<bool>());
        }
    }

    [Fact]
    public void Numbers_are_refused()
    {
        DTypeException error = Assert.Throws<DTypeException>(() => A & Tensor.Ones([4]));
        Assert.Equal("and: needs bool, got float32; compare first, as in x > 0", error.Message);
        Assert.Throws<DTypeException>(() => Tensor.Ones([4]) | A);
        Assert.Throws<DTypeException>(() => !Tensor.Ones([4]));
    }
}
