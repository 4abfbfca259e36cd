using Denpa.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Denpa.Tests;

public sealed class ElementwiseTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Functions = new()
    {
        ["negate"] = x => -x,
        ["abs"] = x => x.Abs(),
        ["sqrt"] = x => x.Abs().Sqrt(),
        ["power"] = x => x.Abs().Power(1.3),
        ["clamp"] = x => x.Clamp(-1, 1),
        ["exp"] = x => x.Exp(),
        ["log"] = x => x.Abs().Log(),
        ["sin"] = x => x.Sin(),
        ["cos"] = x => x.Cos(),
        ["erf"] = x => x.Erf(),
        ["sigmoid"] = x => x.Sigmoid(),
        ["tanh"] = x => x.Tanh(),
        ["softplus"] = x => x.Softplus(),
        ["elu"] = x => x.Elu(),
        ["gelu"] = x => x.Gelu(),
        ["gelu tanh"] = x => x.GeluTanh(),
        ["silu"] = x => x.Silu(),
        ["add"] = x => x + x,
        ["divide"] = x => 1 / x,
        ["less"] = x => (x < 0.3).To(x.DType),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_elements_bits_depend_neither_on_its_position_nor_on_the_length(string name)
    {
        foreach (DType dtype in new[] { DType.Float32, DType.Float64 })
        {
            Tensor all = Tensor.Normal([70], new Generator(5), standardDeviation: 3, dtype: dtype);
            double[] alone = [.. TensorAssert.Values(all).Select(value => Functions[name](Tensor.Full([1], value, dtype)).Item())];
            for (int length = 0; length <= 70; length++)
            {
                Tensor first = Tensor.From([.. TensorAssert.Values(all)[..length]], [length]).To(dtype);
                AssertBits(alone[..length], TensorAssert.Values(Functions[name](first)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_bits_are_the_same_at_any_number_of_threads(string name)
    {
        Tensor x = Tensor.Normal([300_001], new Generator(5), standardDeviation: 3);
        float[] alone;
        using (Workers.Limit(1)) alone = Functions[name](x).ToArray<float>();
        using (Workers.Limit(4)) Assert.True(alone.AsSpan().SequenceEqual(Functions[name](x).AsSpan<float>()));
    }

    [Fact]
    public void Broadcasting_has_the_same_bits_at_any_number_of_threads()
    {
        Generator generator = new(5);
        Tensor matrix = Tensor.Normal([1000, 301], generator);
        foreach (int[] shape in new int[][] { [301], [1000, 1], [] })
        {
            Tensor other = Tensor.Normal(shape, generator);
            float[] alone;
            using (Workers.Limit(1)) alone = (matrix / other).ToArray<float>();
            using (Workers.Limit(4)) Assert.Equal(alone, (matrix / other).ToArray<float>());
        }
    }

    [Fact]
    public void An_integer_division_by_zero_reaches_the_caller_from_a_worker()
    {
        Tensor divisor = Tensor.Arange(-250_000, 250_000, dtype: DType.Int64);
        Assert.Throws<DivideByZeroException>(() => 1 / divisor);
    }

    [Fact]
    public void Broadcasting_pairs_the_elements_that_NumPys_rule_pairs() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Broadcastable().ToArbitrary(), shapes =>
        {
            Generator generator = new(9);
            Tensor a = Tensor.Uniform(shapes.A, generator, dtype: DType.Float64);
            Tensor b = Tensor.Uniform(shapes.B, generator, dtype: DType.Float64);
            Tensor difference = a - b;
            int[] shape = [.. shapes.A.Zip(shapes.B, (sizeOfA, sizeOfB) => sizeOfA == 1 ? sizeOfB : sizeOfA)];
            Assert.Equal(shape, difference.Shape);
            for (int i = 0; i < difference.Length; i++)
            {
                int[] indices = Indices(i, shape);
                Assert.Equal(a[Within(indices, shapes.A)] - b[Within(indices, shapes.B)], difference.ElementAt(i));
            }
        }));

    [Fact]
    public void Addition_and_multiplication_commute_to_the_bit() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Broadcastable().ToArbitrary(), shapes =>
        {
            Generator generator = new(9);
            Tensor a = Tensor.Normal(shapes.A, generator);
            Tensor b = Tensor.Normal(shapes.B, generator);
            Assert.Equal((a + b).ToArray<float>(), (b + a).ToArray<float>());
            Assert.Equal((a * b).ToArray<float>(), (b * a).ToArray<float>());
            Assert.Equal((a - b).ToArray<float>(), (-(b - a)).ToArray<float>());
        }));

    [Fact]
    public void Broadcasting_is_symmetric_and_axes_of_size_one_may_be_left_out_in_front() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Broadcastable().ToArbitrary(), shapes =>
        {
            Tensor a = Tensor.Ones(shapes.A);
            Tensor b = Tensor.Ones([.. shapes.B.SkipWhile(size => size == 1)]);
            Assert.Equal((a + b).Shape, (b + a).Shape);
            Assert.Equal((a + Tensor.Ones(shapes.B)).Shape, (a + b).Shape);
        }));

    // Shapes of one rank that agree on each axis, or of which one has size 1 there; sizes go beyond a vector's lanes.
    private static Gen<(int[] A, int[] B)> Broadcastable() =>
        from axes in Gen.Elements(0, 1, 2, 3, 5, 17).ListOf()
        from ones in Gen.Choose(0, 2).ArrayOf(Math.Min(axes.Count, 3))
        select (Sizes(axes, ones, 1), Sizes(axes, ones, 2));

    private static int[] Sizes(IEnumerable<int> axes, int[] ones, int operand) =>
        [.. axes.Take(ones.Length).Select((size, axis) => ones[axis] == operand ? 1 : size)];

    private static int[] Indices(int position, int[] shape)
    {
        int[] indices = new int[shape.Length];
        for (int axis = shape.Length - 1; axis >= 0; axis--) (position, indices[axis]) = Math.DivRem(position, shape[axis]);
        return indices;
    }

    private static int[] Within(int[] indices, int[] shape) => [.. indices.Select((index, axis) => shape[axis] == 1 ? 0 : index)];

    private static void AssertBits(double[] expected, double[] actual) => Assert.Equal(
        expected.Select(BitConverter.DoubleToInt64Bits), actual.Select(BitConverter.DoubleToInt64Bits));
}
