using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>
/// Packing: copies lines of an operand into panels, [steps, width], in the order in which the tile kernel reads them.
/// </summary>
internal static unsafe class Panels<T, TVector, TVectors>
    where T : unmanaged, INumber<T>
    where TVector : unmanaged
    where TVectors : struct, IVectors<T, TVector>
{
    private const int CacheLine = 64;

    // 16 bytes of as many lines as elements are in them make a square, which is transposed in registers.
    private static int Side => Vector128<T>.Count;

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
        var source = operand.At(firstLine, firstStep);
        if (operand.LineStride == 1)
        {
            CopySteps(source, operand.DepthStride, steps, lines, panels, width);
            return;
        }
        for (var line = 0; line < lines; line += width)
        {
            Transpose(
                source + (line * operand.LineStride), operand.LineStride, steps, Math.Min(width, lines - line), panels + ((nint)line * steps), width);
        }
    }

    // All panels at once, so that a step's lines are read in a row.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopySteps(T* source, nint stride, int steps, int lines, T* panels, int width)
    {
        var rest = TVectors.FirstLanes(lines % TVectors.Count);
        var panelLength = (nint)steps * width;
        for (var step = 0; step < steps; step++)
        {
            Prefetch.Lines(source + (StepsAhead * stride), (nint)lines * sizeof(T));
            var panel = panels + ((nint)step * width);
            for (var first = 0; first < lines; first += width)
            {
                var line = first;
                var end = Math.Min(lines, first + width);
                for (; line <= end - TVectors.Count; line += TVectors.Count)
                    TVectors.Store(TVectors.Load(source + line), panel + (line - first));
                if (line < end)
                    TVectors.Store(TVectors.Load(source + line, rest), panel + (line - first), rest);
                panel += panelLength;
            }
            source += stride;
        }
    }

    // One cache line of every line at a time, so that neither side leaves the first-level cache half done.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(T* source, nint stride, int steps, int lines, T* panel, nint width)
    {
        var wholeSteps = steps / Side * Side;
        for (var step = 0; step < wholeSteps; step += CacheLine / sizeof(T))
        {
            var blockSteps = Math.Min(CacheLine / sizeof(T), wholeSteps - step);
            var line = 0;
            for (; line <= lines - TVectors.Count; line += TVectors.Count)
            {
                TransposeLines<TVector, TVectors>(
                    source + (line * stride) + step, stride, blockSteps, panel + (step * width) + line, width);
            }
            for (; line <= lines - Side; line += Side)
            {
                TransposeLines<Vector128<T>, Vectors128<T>>(
                    source + (line * stride) + step, stride, blockSteps, panel + (step * width) + line, width);
            }
        }
        CopyElements(source, stride, wholeSteps, steps, 0, lines, panel, width);
        CopyElements(source, stride, 0, wholeSteps, lines / Side * Side, lines, panel, width);
    }

    // As many lines as a vector has lanes, by steps that are a multiple of the square's side.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeLines<TWide, TWides>(T* source, nint stride, int steps, T* panel, nint width)
        where TWide : unmanaged
        where TWides : struct, IVectors<T, TWide>
    {
        for (; steps > 0; steps -= Side)
        {
            var a = TWides.LoadLines(source, stride);
            var b = TWides.LoadLines(source + stride, stride);
            if (sizeof(T) == sizeof(float))
            {
                var c = TWides.LoadLines(source + (2 * stride), stride);
                var d = TWides.LoadLines(source + (3 * stride), stride);
                var (lowAB, highAB) = (TWides.InterleaveLow(a, b), TWides.InterleaveHigh(a, b));
                var (lowCD, highCD) = (TWides.InterleaveLow(c, d), TWides.InterleaveHigh(c, d));
                TWides.Store(TWides.JoinLow(lowAB, lowCD), panel);
                TWides.Store(TWides.JoinHigh(lowAB, lowCD), panel + width);
                TWides.Store(TWides.JoinLow(highAB, highCD), panel + (2 * width));
                TWides.Store(TWides.JoinHigh(highAB, highCD), panel + (3 * width));
            }
            else
            {
                TWides.Store(TWides.JoinLow(a, b), panel);
                TWides.Store(TWides.JoinHigh(a, b), panel + width);
            }
            source += Side;
            panel += Side * width;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyElements(
        T* source, nint stride, int firstStep, int endStep, int firstLine, int endLine, T* panel, nint width)
    {
        for (var line = firstLine; line < endLine; line++)
        {
            for (var step = firstStep; step < endStep; step++)
                panel[(step * width) + line] = source[(line * stride) + step];
        }
    }
}
