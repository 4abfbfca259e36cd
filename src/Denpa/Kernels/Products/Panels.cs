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
    // 16 bytes of as many lines as elements are in them make a square, which is transposed in registers.
    private static int Side => Vector128<T>.Count;

    /// <summary>Packs one panel. Where there are fewer lines than the panel is wide, the places of the others stay as they are.</summary>
    /// <param name="operand">The operand.</param>
    /// <param name="firstLine">The first line.</param>
    /// <param name="lines">The number of lines.</param>
    /// <param name="firstStep">The first step of the summed axis.</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="panel">[steps, width].</param>
    /// <param name="width">The panel's width, at most two vectors.</param>
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
        var first = TVectors.FirstLanes(lines);
        var second = TVectors.FirstLanes(lines - TVectors.Count);
        for (var step = 0; step < steps; step++)
        {
            TVectors.Store(TVectors.Load(source, first), panel, first);
            if (lines > TVectors.Count)
                TVectors.Store(TVectors.Load(source + TVectors.Count, second), panel + TVectors.Count, second);
            source += stride;
            panel += width;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(T* source, nint stride, int steps, int lines, T* panel, int width)
    {
        var line = 0;
        if (steps >= Side)
        {
            for (; line <= lines - Side; line += Side)
            {
                for (var step = 0; step <= steps - Side; step += Side)
                    TransposeSquare(source + (line * stride) + step, stride, panel + ((nint)step * width) + line, width);
                // The last square may overlap the one before.
                var last = steps - Side;
                TransposeSquare(source + (line * stride) + last, stride, panel + ((nint)last * width) + line, width);
            }
        }
        for (; line < lines; line++)
        {
            for (var step = 0; step < steps; step++)
                panel[((nint)step * width) + line] = source[(line * stride) + step];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeSquare(T* source, nint stride, T* target, nint width)
    {
        if (sizeof(T) == sizeof(float))
            TransposeFour((float*)source, stride, (float*)target, width);
        else
            TransposeTwo((double*)source, stride, (double*)target, width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeFour(float* source, nint stride, float* target, nint width)
    {
        var (a, b) = (Vector128.Load(source), Vector128.Load(source + stride));
        var (c, d) = (Vector128.Load(source + (2 * stride)), Vector128.Load(source + (3 * stride)));
        var (lowAB, highAB) = (Interleave.Low(a, b).AsDouble(), Interleave.High(a, b).AsDouble());
        var (lowCD, highCD) = (Interleave.Low(c, d).AsDouble(), Interleave.High(c, d).AsDouble());
        Interleave.Low(lowAB, lowCD).AsSingle().Store(target);
        Interleave.High(lowAB, lowCD).AsSingle().Store(target + width);
        Interleave.Low(highAB, highCD).AsSingle().Store(target + (2 * width));
        Interleave.High(highAB, highCD).AsSingle().Store(target + (3 * width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeTwo(double* source, nint stride, double* target, nint width)
    {
        var (a, b) = (Vector128.Load(source), Vector128.Load(source + stride));
        Interleave.Low(a, b).Store(target);
        Interleave.High(a, b).Store(target + width);
    }
}
