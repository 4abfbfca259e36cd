using System.Numerics;
using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

public abstract class LogSumExpTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static double Unit => double.CreateChecked(T.BitIncrement(T.One) - T.One);

    [Fact]
    public void Of_two_zeros_it_is_the_logarithm_of_two()
        => Assert.Equal(Math.Log(2), double.CreateChecked(Run([T.Zero, T.Zero], 1, 2, 1)[0]), tolerance: Unit);

    [Theory]
    [InlineData(1000)]
    [InlineData(-1000)]
    public void A_shift_of_all_elements_shifts_the_result(int shift)
    {
        T shifted = Run([T.CreateChecked(shift), T.CreateChecked(shift)], 1, 2, 1)[0];
        Assert.Equal(shift + Math.Log(2), double.CreateChecked(shifted), tolerance: 1000 * Unit);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(64, 10, 1)]
    [InlineData(5, 67, 1)]
    [InlineData(2, 70_003, 1)]
    [InlineData(1, 65, 17)]
    [InlineData(3, 9, 100)]
    [InlineData(1, 9001, 5)]
    [InlineData(0, 9, 5)]
    public void It_is_near_the_reference_in_float64(int outer, int reduced, int inner)
    {
        T[] source = KernelData.Fractions<T>((long)outer * reduced * inner, seed: 1);
        for (int place = 0; place < source.Length; place++)
            source[place] *= T.CreateChecked(20);
        T[] results = KernelData.SameAtAnyThreadCount(() => Run(source, outer, reduced, inner));
        for (int place = 0; place < results.Length; place++)
        {
            (int o, int i) = Math.DivRem(place, inner);
            double sum = Enumerable.Range(0, reduced).Sum(r => Math.Exp(double.CreateChecked(source[(((o * reduced) + r) * inner) + i])));
            Assert.Equal(Math.Log(sum), double.CreateChecked(results[place]), tolerance: 32 * Unit * Math.Max(1, Math.Abs(Math.Log(sum))));
        }
    }

    [Fact]
    public void Of_nothing_it_is_negative_infinity()
        => Assert.Equal([T.NegativeInfinity, T.NegativeInfinity], Run([], 1, 0, 2));

    [Fact]
    public void Infinities_come_out_as_they_are_and_not_as_NaN()
    {
        (T plus, T minus) = (T.PositiveInfinity, T.NegativeInfinity);
        Assert.Equal([minus], Run([minus, minus, minus], 1, 3, 1));
        Assert.Equal([plus], Run([T.One, plus, minus], 1, 3, 1));
        Assert.Equal([T.One], Run([minus, T.One, minus], 1, 3, 1));
        Assert.Equal([plus, minus, T.One], Run([plus, minus, minus, T.Zero, minus, T.One], 1, 2, 3));
    }

    [Fact]
    public void NaN_reaches_its_own_output_and_no_other()
    {
        T[] results = Run([T.One, T.NaN, T.Zero, T.Zero, T.One, -T.One], 3, 2, 1);
        Assert.Equal([true, false, false], results.Select(T.IsNaN));
    }

    /// <summary>The result, which has the same bits at any width.</summary>
    private static T[] Run(T[] source, int outer, int reduced, int inner) => Widths.SameAtEach(width =>
    {
        T[] destination = new T[outer * inner];
        Reduction.LogSumExp(source, destination, outer, reduced, inner, width);
        return destination;
    });
}

public sealed class SingleLogSumExpTests : LogSumExpTests<float>;

public sealed class DoubleLogSumExpTests : LogSumExpTests<double>;
