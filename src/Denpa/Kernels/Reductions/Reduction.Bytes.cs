using System.Numerics.Tensors;

namespace Denpa.Kernels;

/// <summary>Sums of bytes, which would wrap around in their own type.</summary>
internal static unsafe partial class Reduction
{
    // Bytes that are widened at a time, to 32 bits: their sum is far from wrapping around.
    private const int BytesAtATime = 1024;

    /// <summary>The sum of bytes as a whole number of 64 bits; zero where the reduced axis is empty.</summary>
    /// <exception cref="ArgumentException">A span's length is not its shape's.</exception>
    public static void SumOfBytes(ReadOnlySpan<byte> source, Span<long> destination, int outer, int reduced, int inner)
    {
        RequireLengths("sum of bytes", source.Length, destination.Length, outer, reduced, inner);
        destination.Clear();
        for (int place = 0; place < outer; place++)
        {
            ReadOnlySpan<byte> rows = source.Slice(place * reduced * inner, reduced * inner);
            Span<long> sums = destination.Slice(place * inner, inner);
            if (inner == 1) sums[0] = SumOfLine(rows);
            else AddRows(rows, sums);
        }
    }

    private static long SumOfLine(ReadOnlySpan<byte> line)
    {
        Span<int> widened = stackalloc int[BytesAtATime];
        long sum = 0;
        for (; !line.IsEmpty; line = line[Math.Min(line.Length, BytesAtATime)..])
        {
            int length = Math.Min(line.Length, BytesAtATime);
            TensorPrimitives.ConvertTruncating(line[..length], widened);
            sum += TensorPrimitives.Sum<int>(widened[..length]);
        }

        return sum;
    }

    private static void AddRows(ReadOnlySpan<byte> rows, Span<long> sums)
    {
        for (; !rows.IsEmpty; rows = rows[sums.Length..])
        {
            for (int column = 0; column < sums.Length; column++) sums[column] += rows[column];
        }
    }
}
