using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// Packing: copies an operand into panels, in the order in which the micro-kernel reads it. A panel holds a fixed number of lines as
/// [depth, width]; the last panel is filled up with lines of zeros, whose products are never stored.
/// </summary>
internal static unsafe class Panels
{
    /// <summary>The number of panels that hold an operand's lines.</summary>
    public static int Count(int lines, int width) => (int)(((long)lines + width - 1) / width);

    /// <summary>Packs one panel.</summary>
    /// <param name="operand">The operand.</param>
    /// <param name="firstLine">The panel's first line.</param>
    /// <param name="width">The panel's number of lines.</param>
    /// <param name="start">The first step of the summed axis to pack.</param>
    /// <param name="depth">The number of steps to pack.</param>
    /// <param name="panel">[depth, width].</param>
    public static void Pack<T>(in MatrixOperand<T> operand, int firstLine, int width, int start, int depth, T* panel)
        where T : unmanaged
    {
        var lines = Math.Min(width, operand.Lines - firstLine);
        var source = operand.At(firstLine, start);
        if (lines < width)
            new Span<T>(panel, depth * width).Clear();
        if (operand.LineStride == 1)
            CopySteps(source, operand.DepthStride, depth, lines, panel, width);
        else
            BlockTranspose.Copy(source, operand.LineStride, panel, width, rows: lines, columns: depth);
    }

    private static void CopySteps<T>(T* source, nint stride, int depth, int lines, T* panel, int width)
        where T : unmanaged
    {
        for (var step = 0; step < depth; step++)
            Unsafe.CopyBlockUnaligned(panel + ((nint)step * width), source + (step * stride), (uint)(lines * sizeof(T)));
    }
}
