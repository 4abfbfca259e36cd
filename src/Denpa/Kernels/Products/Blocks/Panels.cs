using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>
/// Packing: copies lines of an operand into a panel, [steps, width], in the order in which the tile kernel reads it.
/// </summary>
internal static unsafe class Panels<T, TVector, TVectors>
    where T : unmanaged, INumber<T>
    where TVector : unmanaged
    where TVectors : struct, IVectors<T, TVector>
{
    private const int CacheLine = 64;

    // 16 bytes of as many lines as elements are in them make a square, which is transposed in registers.
    private static int Side => Vector128<T>.Count;

    /// <summary>Packs one panel. Where there are fewer lines than the panel is wide, the places of the others stay as they are.</summary>
    /// <param name="operand">The operand.</param>
    /// <param name="firstLine">The first line.</param>
    /// <param name="lines">The number of lines.</param>
    /// <param name="firstStep">The first step of the summed axis.</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="panel">[steps, width].</param>
    /// <param name="width">The panel's width.</param>
    public static void Pack(in MatrixOperand<T> operand, int firstLine, int lines, int firstStep, int steps, T* panel, int width)
    {
        var source = operand.At(firstLine, firstStep);
        if (operand.LineStride == 1)
            CopySteps(source, operand.DepthStride, steps, lines, panel, width);
        else
            Transpose(source, operand.LineStride, steps, lines, panel, width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopySteps(T* source, nint stride, int steps, int lines, T* panel, int width)
    {
        var whole = lines / TVectors.Count * TVectors.Count;
        var rest = TVectors.FirstLanes(lines - whole);
        for (var step = 0; step < steps; step++)
        {
            for (var line = 0; line < whole; line += TVectors.Count)
                TVectors.Store(TVectors.Load(source + line), panel + line);
            if (whole < lines)
                TVectors.Store(TVectors.Load(source + whole, rest), panel + whole, rest);
            source += stride;
            panel += width;
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
