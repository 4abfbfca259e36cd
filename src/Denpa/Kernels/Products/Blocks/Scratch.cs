namespace Denpa.Kernels;

/// <summary>
/// Each thread's scratch memory for packed operands: pinned, aligned to cache lines, made at the first use, grown when a larger product
/// comes and kept as long as the thread, so that a product in steady state allocates nothing.
/// </summary>
/// <remarks>
/// A thread keeps at most 1 MiB of a right operand (<see cref="BlockSize.MostBytes"/>; a small product of doubles may need twice that)
/// and 0.4 MiB of a left one, and mostly far less; of unfinished tiles a few kilobytes.
/// </remarks>
internal static unsafe class Scratch
{
    // The length of a vector of AVX-512 and of a cache line.
    private const int Alignment = 64;

    [ThreadStatic]
    private static byte[]? block;

    [ThreadStatic]
    private static byte[]? rows;

    [ThreadStatic]
    private static byte[]? tiles;

    /// <summary>The calling thread's buffer for a packed block of a right operand, of at least so many bytes.</summary>
    public static void* Block(int bytes) => Start(ref block, bytes);

    /// <summary>The calling thread's buffer for packed rows of a left operand, of at least so many bytes.</summary>
    public static void* Rows(int bytes) => Start(ref rows, bytes);

    /// <summary>The calling thread's buffer for tiles on their way to the destination, of at least so many bytes.</summary>
    public static void* Tiles(int bytes) => Start(ref tiles, bytes);

    private static void* Start(ref byte[]? buffer, int bytes)
    {
        if (buffer is null || buffer.Length < bytes + Alignment)
            buffer = GC.AllocateUninitializedArray<byte>(bytes + Alignment, pinned: true);
        // The array is pinned for good, so its address outlives the fixed statement.
        fixed (byte* start = buffer)
            return (void*)(((nuint)start + Alignment - 1) & ~(nuint)(Alignment - 1));
    }
}
