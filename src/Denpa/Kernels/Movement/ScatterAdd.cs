using System.Numerics;

namespace Denpa.Kernels;

/// <summary>Adds rows at their indices along one axis: the adjoint of <see cref="Gather"/>.</summary>
internal static unsafe class ScatterAdd
{
    // Columns that one chunk of a parallel loop owns.
    private const int StripLength = 256;

    /// <summary>
    /// destination[o, j, ·] = Σ source[o, i, ·] over the i with indices[i] = j, in ascending order; zero where there is none.
    /// </summary>
    /// <param name="source">[outer, indices, inner].</param>
    /// <param name="outer">The product of the sizes before the axis.</param>
    /// <param name="axisLength">The size of the destination's axis.</param>
    /// <param name="inner">The product of the sizes after the axis.</param>
    /// <param name="indices">The place on the destination's axis of each row of the source.</param>
    /// <param name="destination">[outer, axisLength, inner]; overwritten; must not overlap the source.</param>
    /// <param name="width">The width of the vectors, or null for that of the process.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside of the axis; the destination is untouched.</exception>
    /// <exception cref="ArgumentException">A span's length is not its shape's.</exception>
    public static void Rows<T>(
        ReadOnlySpan<T> source,
        int outer,
        int axisLength,
        int inner,
        ReadOnlySpan<long> indices,
        Span<T> destination,
        VectorWidth? width = null)
        where T : unmanaged, INumber<T>
    {
        SpanLength.Require("scatter add", nameof(source), source.Length, (long)outer * indices.Length * inner);
        SpanLength.Require("scatter add", nameof(destination), destination.Length, (long)outer * axisLength * inner);
        RowIndices.Require("scatter add", indices, axisLength);
        destination.Clear();
        if (source.IsEmpty) return;
        fixed (T* from = source, to = destination)
        fixed (long* index = indices)
        {
            Strips<T> strips = new(from, to, index, indices.Length, axisLength, inner);
            LaneLoop.For<T, Strips<T>>(outer * strips.OfRow, 1, strips, cost: source.Length, width);
        }
    }

    // Work is shared by columns, never by rows: so each element's summands come in the order of the indices.
    private readonly struct Strips<T>(T* source, T* destination, long* indices, int indexCount, int axisLength, int inner) : ILaneLoop<T>
        where T : unmanaged, INumber<T>
    {
        public int OfRow => ((inner - 1) / StripLength) + 1;

        public void Run<TLanes>(int start, int end)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            for (int strip = start; strip < end; strip++)
            {
                (int outer, int stripOfRow) = Math.DivRem(strip, OfRow);
                int column = stripOfRow * StripLength;
                for (int position = 0; position < indexCount; position++)
                {
                    T* from = source + ((((nint)outer * indexCount) + position) * inner) + column;
                    T* to = destination + ((((nint)outer * axisLength) + (nint)indices[position]) * inner) + column;
                    Add<TLanes>(from, to, Math.Min(StripLength, inner - column));
                }
            }
        }

        private static void Add<TLanes>(T* from, T* to, int length)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            int i = 0;
            for (; i <= length - TLanes.Count; i += TLanes.Count)
                (TLanes.Load(to + i) + TLanes.Load(from + i)).Store(to + i);
            // An addition rounds alike in a lane and alone.
            for (; i < length; i++)
                to[i] += from[i];
        }
    }
}
