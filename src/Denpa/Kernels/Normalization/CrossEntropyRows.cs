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
        var width = Vector512<T>.Count;
        var tile = (T*)Scratch.Rows(checked(width * classes * sizeof(T)));
        var maxima = stackalloc T[width];
        var logarithms = stackalloc T[width];
        Exponentials(logits, tile, rows, classes, out var maximum, out var sum);
        maximum.Store(maxima);
        VectorMath.Log(sum).Store(logarithms);
        for (var row = 0; row < rows; row++)
        {
            var logit = logits[((nint)row * classes) + (nint)targets[row]];
            losses[row] = logit == maxima[row] ? logarithms[row] : logarithms[row] - (logit - maxima[row]);
        }
    }

    /// <summary>Fills a tile [classes, lanes] with e^(x − maximum of x's row); lanes past the rows hold what may come.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Exponentials<T>(T* logits, T* tile, int rows, int classes, out Vector512<T> maximum, out Vector512<T> sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var width = Vector512<T>.Count;
        if (rows < width)
            new Span<T>(tile, width * classes).Clear();
        BlockTranspose.Copy(logits, classes, tile, width, rows, classes);
        maximum = Vector512.Load(tile);
        for (var column = 1; column < classes; column++)
            maximum = Vector512.Max(maximum, Vector512.Load(tile + (column * width)));
        var shift = maximum;
        if (VectorMath.IsInfinityAny(maximum))
        {
            ReplaceByDistances(tile, classes, maximum);
            shift = Vector512<T>.Zero;
        }
        sum = Vector512<T>.Zero;
        for (var column = 0; column < classes; column++)
        {
            var exponential = VectorMath.Exp(Vector512.Load(tile + (column * width)) - shift);
            exponential.Store(tile + (column * width));
            sum += exponential;
        }
    }

    private static void ReplaceByDistances<T>(T* tile, int classes, Vector512<T> maximum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var vector = tile; vector < tile + (classes * Vector512<T>.Count); vector += Vector512<T>.Count)
            VectorMath.DistanceFrom(maximum, Vector512.Load(vector)).Store(vector);
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
            var tile = (T*)Scratch.Rows(checked(width * classes * sizeof(T)));
            var from = logits + ((nint)firstRow * classes);
            var to = destination + ((nint)firstRow * classes);
            var sums = stackalloc T[width];
            Exponentials(from, tile, rows, classes, out _, out var sum);
            sum.Store(sums);
            for (var row = 0; row < rows; row++)
                tile[((nint)targets[firstRow + row] * width) + row] -= sums[row];
            for (var column = 0; column < classes; column++)
                (Vector512.Load(tile + (column * width)) / sum * factor).Store(tile + (column * width));
            BlockTranspose.Copy(tile, width, to, classes, rows: classes, columns: rows);
        }
    }
}
