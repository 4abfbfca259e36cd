namespace Denpa.Kernels;

/// <summary>
/// The left operand as the tile kernel reads it: its rows in panels of as many as the kernel takes at once. Packed, a panel's rows
/// lie side by side step by step, [steps, rows]; in place, they lie as in the matrix.
/// </summary>
/// <param name="data">The first element.</param>
/// <param name="panelStride">The distance of the panels.</param>
/// <param name="rowStride">The distance of the rows of a panel.</param>
/// <param name="stepStride">The distance of the steps.</param>
internal readonly unsafe struct PanelOperand<T>(T* data, nint panelStride, nint rowStride, nint stepStride)
    where T : unmanaged
{
    public nint PanelStride => panelStride;

    public nint RowStride => rowStride;

    public nint StepStride => stepStride;

    /// <summary>An operand in place.</summary>
    public static PanelOperand<T> InPlace(in MatrixOperand<T> operand, int panelRows)
        => new(operand.Data, panelRows * operand.LineStride, operand.LineStride, operand.DepthStride);

    /// <summary>A packed operand.</summary>
    public static PanelOperand<T> Packed(T* data, int panelRows, int steps) => new(data, (nint)panelRows * steps, 1, panelRows);

    /// <summary>The place of a panel's first row at a step.</summary>
    public T* At(int panel, int step) => data + (panel * panelStride) + (step * stepStride);
}
