using System.Numerics;
using System.Runtime.CompilerServices;

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
    public static double Sum<T>(ReadOnlySpan<T> logits, ReadOnlySpan<long> targets, int classes, VectorWidth? width = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SpanLength.Require("cross-entropy rows", nameof(logits), logits.Length, (long)targets.Length * classes);
        double total;
        fixed (T* source = logits)
        fixed (long* classOf = targets)
            VectorWidths.Run<T, SumWork<T>>(new SumWork<T>(source, classOf, targets.Length, classes, &total), width);
        return total;
    }

    /// <summary>destination[i] = −log softmax(row i)[target].</summary>
    public static void Losses<T>(
        ReadOnlySpan<T> logits, ReadOnlySpan<long> targets, Span<T> destination, int classes, VectorWidth? width = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SpanLength.Require("cross-entropy rows", nameof(logits), logits.Length, (long)targets.Length * classes);
        SpanLength.Require("cross-entropy rows", nameof(destination), destination.Length, targets.Length);
        fixed (T* source = logits, to = destination)
        fixed (long* classOf = targets)
        {
            LossesLoop<T> loop = new(source, classOf, to, classes);
            LaneLoop.For<T, LossesLoop<T>>(targets.Length, ChunkRows, loop, cost: (long)targets.Length * classes, width);
        }
    }

    /// <summary>destination[i, j] = factor · (softmax(row i)[j] − [j is the target of row i]).</summary>
    public static void Error<T>(
        ReadOnlySpan<T> logits, ReadOnlySpan<long> targets, Span<T> destination, int classes, T factor, VectorWidth? width = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SpanLength.Require("cross-entropy rows", nameof(logits), logits.Length, (long)targets.Length * classes);
        SpanLength.Require("cross-entropy rows", nameof(destination), destination.Length, logits.Length);
        fixed (T* source = logits, to = destination)
        fixed (long* classOf = targets)
        {
            ErrorLoop<T> loop = new(source, classOf, to, classes, factor);
            LaneLoop.For<T, ErrorLoop<T>>(targets.Length, ChunkRows, loop, cost: (long)targets.Length * classes, width);
        }
    }

    /// <summary>−log softmax(row)[target] of up to a vector's lanes of rows.</summary>
    [SkipLocalsInit]
    private static void LossesOfTile<T, TLanes>(T* logits, long* targets, T* losses, int rows, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        CrossEntropyTile<T, TLanes> tile = new(logits, rows, classes);
        T* maxima = stackalloc T[TLanes.Count];
        T* logarithms = stackalloc T[TLanes.Count];
        tile.Maximum.Store(maxima);
        VectorMath<T, TLanes>.Log(tile.Sum).Store(logarithms);
        for (int row = 0; row < rows; row++)
        {
            T logit = logits[((nint)row * classes) + (nint)targets[row]];
            losses[row] = logit == maxima[row] ? logarithms[row] : logarithms[row] - (logit - maxima[row]);
        }
    }

    private readonly struct SumWork<T>(T* logits, long* targets, int count, int classes, double* sum) : ILaneWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            T* losses = stackalloc T[TLanes.Count];
            double total = 0.0;
            for (int first = 0; first < count; first += TLanes.Count)
            {
                int rows = Math.Min(TLanes.Count, count - first);
                LossesOfTile<T, TLanes>(logits + ((nint)first * classes), targets + first, losses, rows, classes);
                for (int row = 0; row < rows; row++)
                    total += double.CreateTruncating(losses[row]);
            }

            *sum = total;
        }
    }

    private readonly struct LossesLoop<T>(T* logits, long* targets, T* destination, int classes) : ILaneLoop<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run<TLanes>(int start, int end)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            for (int row = start; row < end; row += TLanes.Count)
            {
                int rows = Math.Min(TLanes.Count, end - row);
                LossesOfTile<T, TLanes>(logits + ((nint)row * classes), targets + row, destination + row, rows, classes);
            }
        }
    }

    private readonly struct ErrorLoop<T>(T* logits, long* targets, T* destination, int classes, T factor) : ILaneLoop<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run<TLanes>(int start, int end)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            for (int row = start; row < end; row += TLanes.Count)
                RunTile<TLanes>(row, Math.Min(TLanes.Count, end - row));
        }

        [SkipLocalsInit]
        private void RunTile<TLanes>(int firstRow, int rows)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            int width = TLanes.Count;
            T* to = destination + ((nint)firstRow * classes);
            CrossEntropyTile<T, TLanes> tile = new(logits + ((nint)firstRow * classes), rows, classes);
            TLanes sum = tile.Sum;
            T* sums = stackalloc T[width];
            sum.Store(sums);
            for (int first = 0; first < classes; first += CrossEntropyTile<T, TLanes>.MostClasses)
            {
                int count = tile.FillExponentials(first);
                for (int row = 0; row < rows; row++)
                {
                    long target = targets[firstRow + row] - first;
                    if (target >= 0 && target < count)
                        tile.Elements[((nint)target * width) + row] -= sums[row];
                }

                T* end = tile.Elements + (count * width);
                for (T* vector = tile.Elements; vector < end; vector += width)
                    (factor * (TLanes.Load(vector) / sum)).Store(vector);
                BlockTranspose<T, TLanes>.Copy(tile.Elements, width, to + first, classes, rows: count, columns: rows);
            }
        }
    }
}
