using System.Numerics;
using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

public abstract class VectorProductTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Rows around the tiles of 12, 8, 6, 4, 2 and 1, and columns around those of one, two and four vectors of any width.
    private static readonly int[] Rows = [1, 2, 3, 5, 7, 11, 12, 13, 25];
    private static readonly int[] Columns = [1, 2, 3, 4, 7, 9, 15, 17, 31, 33, 47, 49, 65];
    private static readonly int[] Steps = [1, 2, 3, 4, 5, 15, 17, 33];

    // Beyond the limits of the blocking.
    private static readonly (int M, int N, int K)[] LargeShapes =
        [(61, 35, 2100), (100, 50, 784), (128, 10, 128), (97, 300, 61), (600, 300, 17), (50, 1100, 30)];

    private static readonly (bool Left, bool Right)[] Transpositions = [(false, false), (false, true), (true, false), (true, true)];

    public static TheoryData<string> EveryWidth => Widths.Data;

    [Theory]
    [MemberData(nameof(EveryWidth))]
    public void Each_element_is_one_chain_of_multiply_adds_along_k(string width)
    {
        foreach (int m in Rows)
        {
            foreach (int n in Columns)
            {
                foreach (int k in Steps)
                    AssertIsChain(width, m, n, k);
            }
        }

        foreach ((int m, int n, int k) in LargeShapes)
            AssertIsChain(width, m, n, k);
    }

    [Theory]
    [MemberData(nameof(EveryWidth))]
    public void One_row_times_a_transposed_matrix_has_the_same_bits_at_any_width(string width)
    {
        foreach (int k in new[] { 16, 17, 31, 32, 47, 63, 64, 65, 127, 784, 1001 })
        {
            T[] left = KernelData.Fractions<T>(k, seed: k);
            T[] right = KernelData.Fractions<T>(7 * k, seed: k + 1);
            T[] product = VectorProducts.Multiply(width, left, right, 1, 7, k, transposeLeft: false, transposeRight: true);
            Assert.Equal(Enumerable.Range(0, 7).Select(line => LaneDot(left, right.AsSpan(line * k, k))), product);
        }
    }

    [Theory]
    [MemberData(nameof(EveryWidth))]
    public void Products_are_near_the_sums_in_float64(string width)
    {
        foreach ((int m, int n, int k) in LargeShapes)
        {
            foreach ((bool transposeLeft, bool transposeRight) in Transpositions)
            {
                T[] left = KernelData.Fractions<T>((long)m * k, seed: 1);
                T[] right = KernelData.Fractions<T>((long)k * n, seed: 2);
                double[] exactLeft = [.. left.Select(double.CreateTruncating)];
                double[] exactRight = [.. right.Select(double.CreateTruncating)];
                double[] expected = new double[m * n];
                MatrixProductReference.Multiply<double>(exactLeft, exactRight, expected, m, n, k, transposeLeft, transposeRight);
                T[] product = VectorProducts.Multiply(width, left, right, m, n, k, transposeLeft, transposeRight);
                // Higham, Accuracy and Stability of Numerical Algorithms, section 3.1; every term is below one.
                double bound = k * double.CreateTruncating(T.BitIncrement(T.One) - T.One) * k;
                for (int i = 0; i < expected.Length; i++)
                    Assert.Equal(expected[i], double.CreateTruncating(product[i]), tolerance: bound);
            }
        }
    }

    [Theory]
    [MemberData(nameof(EveryWidth))]
    public void Non_finite_values_reach_the_elements_that_they_belong_to_and_no_others(string width)
    {
        foreach ((int m, int n, int k) in new[] { (1, 70, 70), (70, 1, 70), (3, 7, 5), (67, 41, 50), (70, 70, 70) })
        {
            foreach ((bool transposeLeft, bool transposeRight) in Transpositions)
            {
                foreach (T special in new[] { T.NaN, T.PositiveInfinity, T.NegativeInfinity })
                {
                    T[] left = KernelData.WholeNumbers<T>((long)m * k, seed: 8);
                    T[] right = KernelData.WholeNumbers<T>((long)k * n, seed: 9);
                    left[(left.Length - k) / 2] = special;
                    right[k / 2] = special;
                    T[] expected = new T[m * n];
                    MatrixProductReference.Multiply<T>(left, right, expected, m, n, k, transposeLeft, transposeRight);
                    Assert.Equal(expected, VectorProducts.Multiply(width, left, right, m, n, k, transposeLeft, transposeRight));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(EveryWidth))]
    public void A_product_allocates_nothing_the_second_time(string width)
    {
        using IDisposable limit = Workers.Limit(1);
        VectorWidth vectors = Widths.Parse(width);
        foreach ((int m, int n, int k) in new[] { (4, 3, 2), (32, 64, 30), (1, 256, 784), (128, 256, 300), (600, 300, 70) })
        {
            foreach ((bool transposeLeft, bool transposeRight) in Transpositions)
            {
                (T[]? left, T[]? right, T[]? destination) = (new T[m * k], new T[k * n], new T[m * n]);
                long Allocated()
                {
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    VectorProducts.Multiply(vectors, left, right, destination, m, n, k, transposeLeft, transposeRight, new NoEpilogue<T>());
                    return GC.GetAllocatedBytesForCurrentThread() - before;
                }

                Allocated();
                // A collection that another test causes counts the rest of this thread's allocation context, so the least counts.
                Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => Allocated()));
            }
        }
    }

    [Theory]
    [MemberData(nameof(EveryWidth))]
    public void An_epilogue_meets_every_element_once_after_its_sum_is_complete(string width)
    {
        foreach ((int m, int n, int k) in new[] { (1, 37, 70), (37, 1, 70), (4, 3, 2), (61, 35, 2100), (128, 256, 60), (600, 300, 17) })
        {
            foreach ((bool transposeLeft, bool transposeRight) in Transpositions)
            {
                T[] left = KernelData.WholeNumbers<T>((long)m * k, seed: 1);
                T[] right = KernelData.WholeNumbers<T>((long)k * n, seed: 2);
                T[] expected = VectorProducts.Multiply(width, left, right, m, n, k, transposeLeft, transposeRight);
                T[] destination = new T[m * n];
                int[] calls = new int[m * n];
                T[] seen = new T[m * n];
                Watch epilogue = new(calls, seen, n);
                VectorProducts.Multiply(
                    Widths.Parse(width), left, right, destination, m, n, k, transposeLeft, transposeRight, epilogue);
                Assert.Equal(expected, seen);
                Assert.All(calls, count => Assert.Equal(1, count));
            }
        }
    }

    private static void AssertIsChain(string width, int m, int n, int k)
    {
        T[] left = KernelData.Fractions<T>((long)m * k, seed: m + k);
        T[] right = KernelData.Fractions<T>((long)k * n, seed: n - k);
        foreach ((bool transposeLeft, bool transposeRight) in Transpositions)
        {
            // One row, or one column read as one row, times a transposed matrix goes another way.
            if ((m == 1 && transposeRight) || (n == 1 && !transposeLeft))
                continue;
            T[] expected = new T[m * n];
            for (int i = 0; i < m; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    T sum = T.Zero;
                    for (int p = 0; p < k; p++)
                    {
                        T x = left[transposeLeft ? (p * m) + i : (i * k) + p];
                        T y = right[transposeRight ? (j * k) + p : (p * n) + j];
                        sum = T.MultiplyAddEstimate(x, y, sum);
                    }

                    expected[(i * n) + j] = sum;
                }
            }

            T[] product = VectorProducts.Multiply(width, left, right, m, n, k, transposeLeft, transposeRight);
            bool isSame = expected.AsSpan().SequenceEqual(product);
            Assert.True(isSame, $"[{m}, {k}] · [{k}, {n}], transposed: {transposeLeft}, {transposeRight}");
        }
    }

    private readonly unsafe struct Watch(int[] calls, T[] seen, int destinationColumns) : ITileEpilogue<T>
    {
        public void Apply(T* tile, nint stride, int firstRow, int rows, int firstColumn, int columns)
        {
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    int place = ((firstRow + row) * destinationColumns) + firstColumn + column;
                    Interlocked.Increment(ref calls[place]);
                    seen[place] = tile[(row * stride) + column];
                }
            }
        }
    }

    // The documented order: groups of 64 bytes in turn to four sums, what is left over after the last whole one to the fourth.
    private static T LaneDot(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
    {
        int lanes = 64 / System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        T[][] sums = new T[4][];
        for (int i = 0; i < 4; i++)
            sums[i] = new T[lanes];
        for (int place = 0; place < x.Length; place++)
        {
            int group = place / lanes;
            T[] sum = sums[group < x.Length / lanes ? group % 4 : 3];
            sum[place % lanes] = T.MultiplyAddEstimate(x[place], y[place], sum[place % lanes]);
        }

        T[] folded = new T[lanes];
        for (int lane = 0; lane < lanes; lane++)
            folded[lane] = (sums[0][lane] + sums[1][lane]) + (sums[2][lane] + sums[3][lane]);
        for (int half = lanes / 2; half > 0; half /= 2)
        {
            for (int lane = 0; lane < half; lane++)
                folded[lane] += folded[lane + half];
        }

        return folded[0];
    }
}

public sealed class SingleVectorProductTests : VectorProductTests<float>;

public sealed class DoubleVectorProductTests : VectorProductTests<double>;
