using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>
/// The cross-entropy of rows of logits with the index of each row's class, and its derivative. Lanes are rows: a few rows at a time are
/// laid out class by class, so that nothing is ever folded across lanes, however few classes there are.
/// </summary>
/// <remarks>A row's bits depend on its own logits alone: maxima and sums run through its classes in order.</remarks>
internal static unsafe class CrossEntropyRows
{
    // Rows in one chunk of a parallel loop; a multiple of every vector's lanes.
    private const int ChunkRows = 64;

    /// <summary>Σ over rows of −log softmax(row)[target].</summary>
    public static double Sum<T>(ReadOnlySpan<T> logits, ReadOnlySpan<long> targets, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SpanLength.Require("cross-entropy rows", nameof(logits), logits.Length, (long)targets.Length * classes);
        var losses = stackalloc T[Vector512<T>.Count];
        var total = 0.0;
        fixed (T* source = logits)
        fixed (long* classOf = targets)
        {
            for (var first = 0; first < targets.Length; first += Vector512<T>.Count)
            {
                var rows = Math.Min(Vector512<T>.Count, targets.Length - first);
                LossesOfTile(source + ((nint)first * classes), classOf + first, losses, rows, classes);
                for (var row = 0; row < rows; row++)
                    total += double.CreateTruncating(losses[row]);
            }
        }
        return total;
    }

    /// <summary>destination[i] = −log softmax(row i)[target].</summary>
    public static void Losses<T>(ReadOnlySpan<T> logits, ReadOnlySpan<long> targets, Span<T> destination, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SpanLength.Require("cross-entropy rows", nameof(logits), logits.Length, (long)targets.Length * classes);
        SpanLength.Require("cross-entropy rows", nameof(destination), destination.Length, targets.Length);
        fixed (T* source = logits, to = destination)
        fixed (long* classOf = targets)
        {
            var body = new LossesBody<T>(source, classOf, to, classes);
            WorkerPool.For(targets.Length, ChunkRows, body, cost: logits.Length);
        }
    }

    /// <summary>destination[i, j] = factor · (softmax(row i)[j] − [j is the target of row i]).</summary>
    public static void Error<T>(ReadOnlySpan<T> logits, ReadOnlySpan<long> targets, Span<T> destination, int classes, T factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SpanLength.Require("cross-entropy rows", nameof(logits), logits.Length, (long)targets.Length * classes);
        SpanLength.Require("cross-entropy rows", nameof(destination), destination.Length, logits.Length);
        fixed (T* source = logits, to = destination)
        fixed (long* classOf = targets)
        {
            var body = new ErrorBody<T>(source, classOf, to, classes, factor);
            WorkerPool.For(targets.Length, ChunkRows, body, cost: logits.Length);
        }
    }

    /// <summary>−log softmax(row)[target] of up to a vector's lanes of rows.</summary>
    [SkipLocalsInit]
    private static void LossesOfTile<T>(T* logits, long* targets, T* losses, int rows, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var tile = new CrossEntropyTile<T>(logits, rows, classes);
        var maxima = stackalloc T[Vector512<T>.Count];
        var logarithms = stackalloc T[Vector512<T>.Count];
        tile.Maximum.Store(maxima);
        VectorMath.Log(tile.Sum).Store(logarithms);
        for (var row = 0; row < rows; row++)
        {
            var logit = logits[((nint)row * classes) + (nint)targets[row]];
            losses[row] = logit == maxima[row] ? logarithms[row] : logarithms[row] - (logit - maxima[row]);
        }
    }

    private readonly struct LossesBody<T>(T* logits, long* targets, T* destination, int classes) : IRangeBody
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(int start, int end)
        {
            for (var row = start; row < end; row += Vector512<T>.Count)
            {
                var rows = Math.Min(Vector512<T>.Count, end - row);
                LossesOfTile(logits + ((nint)row * classes), targets + row, destination + row, rows, classes);
            }
        }
    }

    private readonly struct ErrorBody<T>(T* logits, long* targets, T* destination, int classes, T factor) : IRangeBody
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(int start, int end)
        {
            for (var row = start; row < end; row += Vector512<T>.Count)
                RunTile(row, Math.Min(Vector512<T>.Count, end - row));
        }

        [SkipLocalsInit]
        private void RunTile(int firstRow, int rows)
        {
            var width = Vector512<T>.Count;
            var to = destination + ((nint)firstRow * classes);
            var tile = new CrossEntropyTile<T>(logits + ((nint)firstRow * classes), rows, classes);
            var sum = tile.Sum;
            var sums = stackalloc T[width];
            sum.Store(sums);
            for (var first = 0; first < classes; first += CrossEntropyTile<T>.MostClasses)
            {
                var count = tile.FillExponentials(first);
                for (var row = 0; row < rows; row++)
                {
                    var target = targets[firstRow + row] - first;
                    if (target >= 0 && target < count)
                        tile.Elements[((nint)target * width) + row] -= sums[row];
                }
                var end = tile.Elements + (count * width);
                for (var vector = tile.Elements; vector < end; vector += width)
                    (Vector512.Load(vector) / sum * factor).Store(vector);
                BlockTranspose.Copy(tile.Elements, width, to + first, classes, rows: count, columns: rows);
            }
        }
    }
}
