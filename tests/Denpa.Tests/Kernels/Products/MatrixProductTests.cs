using System.Numerics;
using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

public abstract class MatrixProductTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly int[] RaggedSizes = [1, 2, 5, 8, 17, 33, 67, 130];

    // Each beyond one of the limits that the blocking has: more steps than a slab, more columns than a block, rows of either operand so
    // far apart that they are packed; and one row or column.
    public static TheoryData<int, int, int> LargeShapes => new()
    {
        { 20, 40, 257 },
        { 11, 70, 1025 },
        { 61, 35, 2100 },
        { 300, 290, 64 },
        { 9, 4100, 520 },
        { 600, 300, 70 },
        { 530, 1100, 30 },
        { 1, 1000, 1000 },
        { 1000, 1, 1000 },
        { 3, 1003, 311 },
        { 1, 5, 100_003 },
        { 2, 3, 100_003 },
    };

    public static TheoryData<bool, bool> Transpositions => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Transpositions))]
    public void Products_of_ragged_sizes_are_those_of_the_reference(bool transposeLeft, bool transposeRight)
    {
        foreach (int m in RaggedSizes)
        {
            foreach (int n in RaggedSizes)
            {
                foreach (int k in RaggedSizes)
                    AssertIsReference(m, n, k, transposeLeft, transposeRight);
            }
        }
    }

    [Theory]
    [MemberData(nameof(LargeShapes))]
    public void Large_products_are_those_of_the_reference(int m, int n, int k)
    {
        AssertIsReference(m, n, k, transposeLeft: false, transposeRight: true);
        AssertIsReference(m, n, k, transposeLeft: true, transposeRight: false);
    }

    [Theory]
    [MemberData(nameof(LargeShapes))]
    public void The_bits_do_not_depend_on_the_number_of_threads(int m, int n, int k)
    {
        T[] left = KernelData.Fractions<T>((long)m * k, seed: 1);
        T[] right = KernelData.Fractions<T>((long)k * n, seed: 2);
        KernelData.SameAtAnyThreadCount(() => Multiply(left, right, m, n, k, transposeLeft: false, transposeRight: false));
        KernelData.SameAtAnyThreadCount(() => Multiply(left, right, m, n, k, transposeLeft: true, transposeRight: true));
    }

    [Theory]
    [InlineData(17)]
    [InlineData(64)]
    [InlineData(1000)]
    [InlineData(100_003)]
    public void A_dot_product_of_lanes_is_near_the_sum_in_float64(int k)
    {
        T[] left = KernelData.Fractions<T>(k, seed: 5);
        T[] right = KernelData.Fractions<T>(k, seed: 6);
        T[] product = Multiply(left, right, 1, 1, k, transposeLeft: false, transposeRight: true);
        double[] terms = left.Zip(right, (x, y) => double.CreateTruncating(x) * double.CreateTruncating(y)).ToArray();
        // Higham, Accuracy and Stability of Numerical Algorithms, section 3.1: k roundings at most, far fewer here.
        double bound = k * double.CreateTruncating(T.BitIncrement(T.One) - T.One) * terms.Sum(Math.Abs);
        Assert.Equal(terms.Sum(), double.CreateTruncating(product[0]), tolerance: bound / 8);
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(1, 40)]
    [InlineData(40, 1)]
    public void A_sum_over_nothing_is_zero(int m, int n)
    {
        T[] destination = KernelData.Fractions<T>(m * n, seed: 7);
        MatrixProduct.Multiply<T>([], [], destination, m, n, 0, transposeLeft: false, transposeRight: false);
        Assert.All(destination, element => Assert.Equal(T.Zero, element));
    }

    [Theory]
    [InlineData(0, 5, 4)]
    [InlineData(5, 0, 4)]
    [InlineData(0, 0, 0)]
    public void A_product_without_rows_or_columns_is_empty(int m, int n, int k)
        => Assert.Empty(Multiply(new T[m * k], new T[k * n], m, n, k, transposeLeft: false, transposeRight: false));

    [Theory]
    [InlineData(1, 70, 70)]
    [InlineData(70, 1, 70)]
    [InlineData(3, 7, 5)]
    [InlineData(70, 70, 70)]
    public void Non_finite_values_reach_the_elements_that_they_belong_to_and_no_others(int m, int n, int k)
    {
        foreach ((bool transposeLeft, bool transposeRight) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            foreach (T special in new[] { T.NaN, T.PositiveInfinity, T.NegativeInfinity })
            {
                foreach (int place in new[] { 0, k / 2, k - 1 })
                {
                    T[] left = KernelData.WholeNumbers<T>((long)m * k, seed: 8);
                    T[] right = KernelData.WholeNumbers<T>((long)k * n, seed: 9);
                    left[(left.Length - k) / 2] = special;
                    right[Math.Min(place, right.Length - 1)] = special;
                    AssertIsReference(left, right, m, n, k, transposeLeft, transposeRight);
                }
            }
        }
    }

    [Theory]
    [InlineData(1, 33, 70)]
    [InlineData(5, 7, 3)]
    [InlineData(67, 41, 50)]
    public void What_lies_beside_the_operands_and_the_destination_plays_no_part(int m, int n, int k)
    {
        foreach ((bool transposeLeft, bool transposeRight) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            T[] left = KernelData.WholeNumbers<T>((long)m * k, seed: 10);
            T[] right = KernelData.WholeNumbers<T>((long)k * n, seed: 11);
            T[] destination = new T[(m * n) + 6];
            Array.Fill(destination, T.NaN);
            T[] leftAmidNaN = [T.NaN, T.NaN, T.NaN, .. left, T.NaN];
            T[] rightAmidNaN = [T.NaN, .. right, T.NaN, T.NaN];
            Span<T> leftPart = leftAmidNaN.AsSpan(3, m * k);
            Span<T> rightPart = rightAmidNaN.AsSpan(1, k * n);
            MatrixProduct.Multiply<T>(leftPart, rightPart, destination.AsSpan(3, m * n), m, n, k, transposeLeft, transposeRight);
            Assert.Equal(Reference(left, right, m, n, k, transposeLeft, transposeRight), destination[3..^3]);
            Assert.All([.. destination[..3], .. destination[^3..]], element => Assert.True(T.IsNaN(element)));
        }
    }

    [Fact]
    public void A_span_of_another_length_than_its_shape_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Multiply(new T[6], new T[11], 2, 4, 3, false, false));
        Assert.StartsWith("matrix product: right holds 11 elements, its shape has 12", error.Message, StringComparison.Ordinal);
    }

    private static void AssertIsReference(int m, int n, int k, bool transposeLeft, bool transposeRight)
    {
        T[] left = KernelData.WholeNumbers<T>((long)m * k, seed: m + k);
        T[] right = KernelData.WholeNumbers<T>((long)k * n, seed: n - k);
        AssertIsReference(left, right, m, n, k, transposeLeft, transposeRight);
    }

    private static void AssertIsReference(T[] left, T[] right, int m, int n, int k, bool transposeLeft, bool transposeRight)
    {
        T[] expected = Reference(left, right, m, n, k, transposeLeft, transposeRight);
        T[] product = Multiply(left, right, m, n, k, transposeLeft, transposeRight);
        Assert.True(expected.AsSpan().SequenceEqual(product), $"[{m}, {k}] · [{k}, {n}], transposed: {transposeLeft}, {transposeRight}");
    }

    private static T[] Reference(T[] left, T[] right, int m, int n, int k, bool transposeLeft, bool transposeRight)
    {
        T[] destination = new T[m * n];
        MatrixProductReference.Multiply<T>(left, right, destination, m, n, k, transposeLeft, transposeRight);
        return destination;
    }

    private static T[] Multiply(T[] left, T[] right, int m, int n, int k, bool transposeLeft, bool transposeRight)
    {
        T[] destination = new T[m * n];
        Array.Fill(destination, T.NaN);
        MatrixProduct.Multiply<T>(left, right, destination, m, n, k, transposeLeft, transposeRight);
        return destination;
    }
}

public sealed class SingleMatrixProductTests : MatrixProductTests<float>;

public sealed class DoubleMatrixProductTests : MatrixProductTests<double>;
