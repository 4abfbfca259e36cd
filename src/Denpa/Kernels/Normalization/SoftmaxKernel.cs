using System.Buffers;
using System.Numerics;

namespace Denpa.Kernels;

/// <summary>
/// The softmax and its logarithm along the middle axis of the layout [outer, length, inner], shifted by each line's largest element m,
/// so that no exponential overflows: exp(x − m) / Σ exp(x − m), and (x − m) − log Σ exp(x − m).
/// </summary>
internal static unsafe class SoftmaxKernel
{
    // Elements in one chunk of a parallel loop, which then stay in a core's own cache from step to step.
    private const int ChunkLength = 16_384;

    /// <summary>The softmax of every line.</summary>
    /// <exception cref="ArgumentException">A span's length is not its shape's.</exception>
    public static void Probabilities<T>(ReadOnlySpan<T> source, Span<T> destination, int outer, int length, int inner)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Run<T, ShiftedExponential<T>, PlainLift<T>, Quotient<T>>("softmax", source, destination, outer, length, inner);

    /// <summary>The logarithm of the softmax of every line.</summary>
    /// <exception cref="ArgumentException">A span's length is not its shape's.</exception>
    public static void LogProbabilities<T>(ReadOnlySpan<T> source, Span<T> destination, int outer, int length, int inner)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Run<T, Difference<T>, ShiftedExpLift<T>, LogarithmOff<T>>("log softmax", source, destination, outer, length, inner);

    private static void Run<T, TShift, TLift, TNormalize>(
        string operation, ReadOnlySpan<T> source, Span<T> destination, int outer, int length, int inner)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TShift : struct, ILineStep<T>
        where TLift : struct, ILift<T>
        where TNormalize : struct, ILineStep<T>
    {
        SpanLength.Require(operation, nameof(source), source.Length, (long)outer * length * inner);
        SpanLength.Require(operation, nameof(destination), destination.Length, source.Length);
        if (source.IsEmpty) return;
        fixed (T* from = source, to = destination)
        {
            var body = new Body<T, TShift, TLift, TNormalize>(from, to, length, inner);
            WorkerPool.For(outer, Math.Max(1, ChunkLength / (length * inner)), body, cost: source.Length);
        }
    }

    private readonly struct Body<T, TShift, TLift, TNormalize>(T* source, T* destination, int length, int inner) : IRangeBody
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TShift : struct, ILineStep<T>
        where TLift : struct, ILift<T>
        where TNormalize : struct, ILineStep<T>
    {
        public void Run(int start, int end)
        {
            var outer = end - start;
            var from = source + ((nint)start * length * inner);
            var to = destination + ((nint)start * length * inner);
            var scratch = ArrayPool<T>.Shared.Rent(outer * inner);
            fixed (T* lines = scratch)
            {
                FoldDriver<T, MaxFold<T>, PlainLift<T>>.Run(from, null, lines, outer, length, inner);
                LineWise<T, TShift>.Run(from, lines, to, outer, length, inner);
                FoldDriver<T, SumFold<T>, TLift>.Run(to, null, lines, outer, length, inner);
                LineWise<T, TNormalize>.Run(to, lines, to, outer, length, inner);
            }
            ArrayPool<T>.Shared.Return(scratch);
        }
    }
}
