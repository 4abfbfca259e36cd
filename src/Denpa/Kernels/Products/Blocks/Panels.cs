using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// Packing: copies lines of an operand into panels, [steps, width], in the order in which the tile kernel reads them.
/// </summary>
internal static unsafe class Panels<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    // Rows that lie apart are asked for this many steps before they are copied.
    private const int StepsAhead = 8;

    /// <summary>
    /// Packs lines into panels of so many each, one panel after the other. Where the last has fewer lines than it is wide, the places of
    /// the others stay as they are.
    /// </summary>
    /// <param name="operand">The operand.</param>
    /// <param name="firstLine">The first line.</param>
    /// <param name="lines">The number of lines.</param>
    /// <param name="firstStep">The first step of the summed axis.</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="panels">[panels, steps, width].</param>
    /// <param name="width">The width of a panel, a multiple of a vector's lanes unless there is only one panel.</param>
    public static void Pack(in MatrixOperand<T> operand, int firstLine, int lines, int firstStep, int steps, T* panels, int width)
    {
        T* source = operand.At(firstLine, firstStep);
        if (operand.LineStride == 1)
        {
            CopySteps(source, operand.DepthStride, steps, lines, panels, width);
            return;
        }

        for (int line = 0; line < lines; line += width)
        {
            T* panel = panels + ((nint)line * steps);
            BlockTranspose<T, TLanes>.Copy(
                source + (line * operand.LineStride),
                operand.LineStride,
                panel,
                width,
                rows: Math.Min(width, lines - line),
                columns: steps);
        }
    }

    // All panels at once, so that a step's lines are read in a row.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopySteps(T* source, nint stride, int steps, int lines, T* panels, int width)
    {
        TLanes rest = TLanes.FirstLanes(lines % TLanes.Count);
        nint panelLength = (nint)steps * width;
        for (int step = 0; step < steps; step++)
        {
            Prefetch.Lines(source + (StepsAhead * stride), (nint)lines * sizeof(T));
            T* panel = panels + ((nint)step * width);
            for (int first = 0; first < lines; first += width)
            {
                int line = first;
                int end = Math.Min(lines, first + width);
                for (; line <= end - TLanes.Count; line += TLanes.Count)
                    TLanes.Load(source + line).Store(panel + (line - first));
                if (line < end)
                    TLanes.Load(source + line, rest).Store(panel + (line - first), rest);
                panel += panelLength;
            }

            source += stride;
        }
    }
}
