using System.Numerics;

namespace Denpa.Kernels;

/// <summary>
/// The softmax and its logarithm along the middle axis of the layout [outer, length, inner], shifted by each line's largest element m,
/// so that no exponential overflows: exp(x − m) / Σ exp(x − m), and (x − m) − log Σ exp(x − m).
/// </summary>
internal static unsafe class SoftmaxKernel
{
    // Elements in one chunk of a parallel loop.
    private const int ChunkLength = 4096;

    /// <summary>The softmax of every line.</summary>
    /// <exception cref="ArgumentException">A span's length is not its shape's.</exception>
    public static void Probabilities<T>(
        ReadOnlySpan<T> source, Span<T> destination, int outer, int length, int inner, VectorWidth? width = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Normalize<T, Probability<T>>("softmax", source, destination, outer, length, inner, width);

    /// <summary>The logarithm of the softmax of every line.</summary>
    /// <exception cref="ArgumentException">A span's length is not its shape's.</exception>
    public static void LogProbabilities<T>(
        ReadOnlySpan<T> source, Span<T> destination, int outer, int length, int inner, VectorWidth? width = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Normalize<T, LogProbability<T>>("log softmax", source, destination, outer, length, inner, width);

    private static void Normalize<T, TNormalization>(
        string operation, ReadOnlySpan<T> source, Span<T> destination, int outer, int length, int inner, VectorWidth? width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TNormalization : struct, INormalization<T>
    {
        SpanLength.Require(operation, nameof(source), source.Length, (long)outer * length * inner);
        SpanLength.Require(operation, nameof(destination), destination.Length, source.Length);
        if (source.IsEmpty) return;
        fixed (T* from = source, to = destination)
        {
            Work<T, TNormalization> work = new(from, to, outer, length, inner);
            VectorWidths.Run<T, Work<T, TNormalization>>(work, width);
        }
    }

    private readonly struct Work<T, TNormalization>(T* source, T* destination, int outer, int length, int inner) : ILaneWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TNormalization : struct, INormalization<T>
    {
        public void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            nint count = (nint)outer * length * inner;
            SoftmaxLines<T, TLanes, TNormalization> lines = new(source, source + count, destination, length, inner);
            WorkerPool.For(lines.CountIn(outer), Math.Max(1, ChunkLength / lines.LengthOfItem), lines, cost: 2 * count);
        }
    }
}
