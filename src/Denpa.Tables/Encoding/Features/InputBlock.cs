using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Tables;

/// <summary>The inputs that one feature fills: some neighbouring columns of a row-major matrix.</summary>
/// <param name="matrix">The whole matrix, rows × width.</param>
/// <param name="width">The number of inputs of all features.</param>
/// <param name="first">The feature's first input.</param>
internal readonly ref struct InputBlock<T>(Span<T> matrix, int width, int first)
    where T : IFloatingPoint<T>
{
    private readonly Span<T> matrix = matrix;

    public void Set(int row, int input, double value) => matrix[row * width + first + input] = T.CreateTruncating(value);

    /// <summary>Sets one input of neighbouring rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(int row, int input, ReadOnlySpan<double> values)
    {
        int place = row * width + first + input;
        foreach (double value in values)
        {
            matrix[place] = T.CreateTruncating(value);
            place += width;
        }
    }
}
