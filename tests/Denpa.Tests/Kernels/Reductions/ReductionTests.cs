using System.Numerics;
using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

/// <summary>What holds for reductions of every element type.</summary>
public abstract class ReductionTests<T>
    where T : unmanaged, INumber<T>
{
    // Around the ends of vectors, blocks (64 vectors), segments (4096 vectors), strips of columns; and empty ones.
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 1 },
        { 7, 1, 13 },
        { 3, 5, 1 },
        { 2, 64, 1 },
        { 5, 67, 1 },
        { 64, 10, 1 },
        { 2, 1027, 1 },
        { 1, 4099, 1 },
        { 3, 70_003, 1 },
        { 1, 600_011, 1 },
        { 1, 64, 10 },
        { 2, 65, 17 },
        { 3, 7, 64 },
        { 1, 257, 130 },
        { 2, 129, 784 },
        { 1, 9001, 5 },
        { 1, 4097, 70 },
        { 0, 5, 3 },
        { 3, 5, 0 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_largest_element_is_that_of_the_reference(int outer, int reduced, int inner)
        => AssertIs(Reduction.Max, column => column.Max(), outer, reduced, inner);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_smallest_element_is_that_of_the_reference(int outer, int reduced, int inner)
        => AssertIs(Reduction.Min, column => column.Min(), outer, reduced, inner);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_place_of_the_largest_element_is_the_first_of_equals(int outer, int reduced, int inner)
    {
        // So few different values that there are many equals.
        T[] source = KernelData.WholeNumbers<T>((long)outer * reduced * inner, seed: 1);
        IEnumerable<long> expected = Columns(source, outer, reduced, inner).Select(column => (long)Array.IndexOf(column, column.Max()));
        Assert.Equal(expected, KernelData.SameAtAnyThreadCount(() =>
        {
            long[] destination = new long[outer * inner];
            Reduction.ArgMax(source, destination, outer, reduced, inner);
            return destination;
        }));
    }

    [Fact]
    public void Nothing_has_no_largest_and_no_smallest_element()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Reduction.Max<T>([], new T[6], 2, 0, 3));
        Assert.StartsWith("max: the reduced axis of [2, 0, 3] has no elements", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Reduction.Min<T>([], new T[6], 2, 0, 3));
        Assert.Throws<ArgumentException>(() => Reduction.ArgMax<T>([], new long[6], 2, 0, 3));
    }

    [Fact]
    public void A_span_of_another_length_than_its_shape_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Reduction.Sum(new T[5], new T[6], 2, 1, 3));
        Assert.Throws<ArgumentException>(() => Reduction.Max(new T[6], new T[5], 2, 1, 3));
        Assert.Throws<ArgumentException>(() => Reduction.ArgMax(new T[6], new long[5], 2, 1, 3));
    }

    private protected delegate void Kernel(
        ReadOnlySpan<T> source, Span<T> destination, int outer, int reduced, int inner, VectorWidth? width);

    private protected static void AssertIs(Kernel kernel, Func<T[], T> reference, int outer, int reduced, int inner)
    {
        T[] source = KernelData.WholeNumbers<T>((long)outer * reduced * inner, seed: 2);
        Assert.Equal(Columns(source, outer, reduced, inner).Select(reference), Run(kernel, source, outer, reduced, inner));
    }

    /// <summary>The result of a kernel, which has the same bits at any number of threads and at any width.</summary>
    private protected static T[] Run(Kernel kernel, T[] source, int outer, int reduced, int inner) => KernelData.SameAtAnyThreadCount(
        () => Widths.SameAtEach(width =>
        {
            T[] destination = new T[outer * inner];
            kernel(source, destination, outer, reduced, inner, width);
            return destination;
        }));

    /// <summary>The elements that belong to each output.</summary>
    protected static IEnumerable<T[]> Columns(T[] source, int outer, int reduced, int inner) =>
        from o in Enumerable.Range(0, outer)
        from i in Enumerable.Range(0, inner)
        select Enumerable.Range(0, reduced).Select(r => source[(((o * reduced) + r) * inner) + i]).ToArray();
}

public abstract class SummingReductionTests<T> : ReductionTests<T>
    where T : unmanaged, INumber<T>
{
    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_sum_is_that_of_the_reference(int outer, int reduced, int inner)
        => AssertIs(Reduction.Sum, column => column.Aggregate(T.Zero, (sum, x) => sum + x), outer, reduced, inner);

    [Theory]
    [InlineData(2, 0, 3)]
    [InlineData(1, 0, 1)]
    public void The_sum_of_nothing_is_zero(int outer, int reduced, int inner)
    {
        T[] destination = Enumerable.Repeat(T.One, outer * inner).ToArray();
        Reduction.Sum([], destination, outer, reduced, inner);
        Assert.All(destination, element => Assert.Equal(T.Zero, element));
    }
}

public abstract class FloatingReductionTests<T> : SummingReductionTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly T[] Specials = [T.NaN, T.PositiveInfinity, T.NegativeInfinity];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_bits_of_a_rounded_sum_do_not_depend_on_the_number_of_threads(int outer, int reduced, int inner)
    {
        T[] source = KernelData.Fractions<T>((long)outer * reduced * inner, seed: 3);
        Run(Reduction.Sum, source, outer, reduced, inner);
    }

    [Fact]
    public void The_rounding_error_of_a_long_sum_stays_at_a_few_units_in_the_last_place()
    {
        // 0.1 is no binary fraction: one addition after the other drifts away by thousands of units.
        T[] source = Enumerable.Repeat(T.One / T.CreateChecked(10), 1_000_003).ToArray();
        double exact = 1_000_003 * double.CreateChecked(source[0]);
        double unit = double.CreateChecked(T.BitIncrement(T.CreateChecked(exact)) - T.CreateChecked(exact));
        Assert.Equal(exact, double.CreateChecked(Run(Reduction.Sum, source, 1, source.Length, 1)[0]), tolerance: 8 * unit);
        Assert.Equal(exact, double.CreateChecked(Run(Reduction.Sum, [.. source, .. source], 1, source.Length, 2)[1]), tolerance: 8 * unit);
    }

    [Fact]
    public void A_columns_sum_depends_on_its_own_elements_and_not_on_its_place()
    {
        T[] column = KernelData.Fractions<T>(1000, seed: 4);
        T? bits = null;
        foreach (int inner in new[] { 2, 3, 15, 16, 17, 33 })
        {
            for (int place = 0; place < inner; place++)
            {
                T[] source = KernelData.Fractions<T>(1000 * inner, seed: 5);
                for (int row = 0; row < 1000; row++)
                    source[(row * inner) + place] = column[row];
                T[] destination = new T[inner];
                Reduction.Sum(source, destination, 1, 1000, inner);
                bits ??= destination[place];
                Assert.Equal(bits, destination[place]);
            }
        }
    }

    [Theory]
    [InlineData(2, 5, 1)]
    [InlineData(2, 75, 1)]
    [InlineData(1, 1027, 1)]
    [InlineData(2, 75, 3)]
    [InlineData(1, 70, 20)]
    public void Non_finite_values_reach_the_outputs_that_they_belong_to_and_no_others(int outer, int reduced, int inner)
    {
        foreach (T special in Specials)
        {
            foreach (int place in new[] { 0, 1, reduced / 2, reduced - 1 })
            {
                T[] source = KernelData.WholeNumbers<T>((long)outer * reduced * inner, seed: 6);
                source[(place * inner) + (inner / 2)] = special;
                T[][] columns = Columns(source, outer, reduced, inner).ToArray();
                IEnumerable<T> sums = columns.Select(x => x.Aggregate(T.Zero, (sum, y) => sum + y));
                Assert.Equal(sums, Run(Reduction.Sum, source, outer, reduced, inner));
                Assert.Equal(columns.Select(x => x.Aggregate(T.Max)), Run(Reduction.Max, source, outer, reduced, inner));
                Assert.Equal(columns.Select(x => x.Aggregate(T.Min)), Run(Reduction.Min, source, outer, reduced, inner));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(100)]
    public void The_largest_of_nothing_but_negative_infinities_is_one_of_them(int reduced)
    {
        T[] source = Enumerable.Repeat(T.NegativeInfinity, reduced).ToArray();
        Assert.Equal([T.NegativeInfinity], Run(Reduction.Max, source, 1, reduced, 1));
        Assert.Equal([T.PositiveInfinity], Run(Reduction.Min, [.. source.Select(x => -x)], 1, reduced, 1));
    }

    [Fact]
    public void NaN_counts_as_the_largest_and_the_first_NaN_is_found()
    {
        T[] source = [T.One, T.NaN, T.PositiveInfinity, T.NaN];
        long[] destination = new long[1];
        Reduction.ArgMax(source, destination, 1, 4, 1);
        Assert.Equal([1], destination);
    }
}

public sealed class SingleReductionTests : FloatingReductionTests<float>;

public sealed class DoubleReductionTests : FloatingReductionTests<double>;

public sealed class LongReductionTests : SummingReductionTests<long>;

public sealed class ByteReductionTests : ReductionTests<byte>;
