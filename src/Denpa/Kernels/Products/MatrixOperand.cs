namespace Denpa.Kernels;

/// <summary>
/// One operand of a matrix product, seen from the product: its lines are the rows of the left or the columns of the right operand, and
/// its depth is the summed axis. Element p of line i lies at i · <see cref="LineStride"/> + p · <see cref="DepthStride"/>; one of the two
/// strides is 1. So a transposed operand differs from a plain one in nothing but two numbers.
/// </summary>
internal readonly unsafe struct MatrixOperand<T>
    where T : unmanaged
{
    /// <param name="data">The first element of the stored matrix.</param>
    /// <param name="lines">The number of lines.</param>
    /// <param name="depth">The length of each line.</param>
    /// <param name="linesAreContiguous">Whether equal places of neighbouring lines are neighbours in memory.</param>
    public MatrixOperand(T* data, int lines, int depth, bool linesAreContiguous)
    {
        Data = data;
        Lines = lines;
        Depth = depth;
        LineStride = linesAreContiguous ? 1 : depth;
        DepthStride = linesAreContiguous ? lines : 1;
    }

    public T* Data { get; }

    public int Lines { get; }

    public int Depth { get; }

    public nint LineStride { get; }

    public nint DepthStride { get; }

    /// <summary>The place of element <paramref name="depth"/> of line <paramref name="line"/>.</summary>
    public T* At(int line, int depth) => Data + (line * LineStride) + (depth * DepthStride);
}
