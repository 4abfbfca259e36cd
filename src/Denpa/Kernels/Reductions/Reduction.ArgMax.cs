using System.Numerics;

namespace Denpa.Kernels;

/// <summary>The arg max.</summary>
internal static unsafe partial class Reduction
{
    // Columns that one item of the parallel loop owns.
    private const int ArgMaxStrip = 256;

    /// <summary>The place of the largest element on the reduced axis, the first of equals; NaN counts as larger than any number.</summary>
    /// <exception cref="ArgumentException">The reduced axis is empty, or a span's length is not its shape's.</exception>
    public static void ArgMax<T>(ReadOnlySpan<T> source, Span<long> destination, int outer, int reduced, int inner)
        where T : unmanaged, INumber<T>
    {
        RequireElements("arg max", outer, reduced, inner);
        RequireLengths("arg max", source.Length, destination.Length, outer, reduced, inner);
        if (source.IsEmpty) return;
        fixed (T* from = source)
        fixed (long* to = destination)
        {
            ArgMaxBody<T> body = new(from, to, reduced, inner);
            int chunkLength = Math.Max(1, 8192 / (reduced * Math.Min(inner, ArgMaxStrip)));
            WorkerPool.For(outer * body.StripsOfRow, chunkLength, body, cost: source.Length);
        }
    }

    private readonly struct ArgMaxBody<T>(T* source, long* destination, int reduced, int inner) : IRangeBody
        where T : unmanaged, INumber<T>
    {
        public int StripsOfRow => ((inner - 1) / ArgMaxStrip) + 1;

        public void Run(int start, int end)
        {
            for (int item = start; item < end; item++)
            {
                (int place, int strip) = Math.DivRem(item, StripsOfRow);
                int column = strip * ArgMaxStrip;
                T* matrix = source + ((nint)place * reduced * inner) + column;
                FindLargest(matrix, Math.Min(ArgMaxStrip, inner - column), destination + ((nint)place * inner) + column);
            }
        }

        private void FindLargest(T* matrix, int columns, long* largest)
        {
            new Span<long>(largest, columns).Clear();
            for (int row = 1; row < reduced; row++)
            {
                T* candidates = matrix + ((nint)row * inner);
                for (int column = 0; column < columns; column++)
                {
                    if (IsLarger(candidates[column], matrix[((nint)largest[column] * inner) + column]))
                        largest[column] = row;
                }
            }
        }

        private static bool IsLarger(T candidate, T largest) => candidate > largest || (T.IsNaN(candidate) && !T.IsNaN(largest));
    }
}
