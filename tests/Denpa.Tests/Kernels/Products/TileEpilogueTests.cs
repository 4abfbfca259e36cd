using System.Numerics;
using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

public abstract unsafe class TileEpilogueTests<T>
    where T : unmanaged, INumber<T>
{
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 1 },
        { 1, 37, 5 },
        { 37, 1, 5 },
        { 4, 3, 2 },
        { 32, 64, 30 },
        { 70, 41, 300 },
        { 61, 35, 2100 },
        { 600, 300, 70 },
        { 130, 129, 67 },
        { 3, 1003, 31 },
        { 1, 1003, 311 },
        { 1003, 1, 311 },
        { 9, 4100, 520 },
        { 5, 7, 0 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void An_epilogue_meets_every_element_once_after_its_sum_is_complete(int m, int n, int k)
    {
        foreach ((bool transposeLeft, bool transposeRight) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            foreach (int threads in new[] { 1, 3 })
            {
                using IDisposable limit = Workers.Limit(threads);
                T[] left = KernelData.WholeNumbers<T>((long)m * k, seed: 1);
                T[] right = KernelData.WholeNumbers<T>((long)k * n, seed: 2);
                T[] expected = new T[m * n];
                MatrixProductReference.Multiply<T>(left, right, expected, m, n, k, transposeLeft, transposeRight);
                for (int i = 0; i < expected.Length; i++)
                    expected[i] = (expected[i] * T.CreateTruncating(2)) + T.CreateTruncating(i);
                T[] destination = new T[m * n];
                MatrixProduct.Multiply(left, right, destination, m, n, k, transposeLeft, transposeRight, new DoubleAndAddPlace(n));
                Assert.Equal(expected, destination);
            }
        }
    }

    // Neither a second nor an early call would leave twice the sum plus the element's place.
    private readonly struct DoubleAndAddPlace(int destinationColumns) : ITileEpilogue<T>
    {
        public void Apply(T* tile, nint stride, int firstRow, int rows, int firstColumn, int columns)
        {
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    int place = ((firstRow + row) * destinationColumns) + firstColumn + column;
                    T* element = tile + (row * stride) + column;
                    *element = (*element * T.CreateTruncating(2)) + T.CreateTruncating(place);
                }
            }
        }
    }
}

public sealed class SingleTileEpilogueTests : TileEpilogueTests<float>;

public sealed class DoubleTileEpilogueTests : TileEpilogueTests<double>;

public sealed class IntegerTileEpilogueTests : TileEpilogueTests<long>;
