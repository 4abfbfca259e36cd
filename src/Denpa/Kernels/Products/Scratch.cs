namespace Denpa.Kernels;

/// <summary>
/// Each thread's scratch memory for packed operands: pinned, aligned to cache lines, made at the first use and kept as long as the
/// thread, so that a product in steady state allocates nothing.
/// </summary>
/// <remarks>
/// A thread keeps one panel of a right operand (<see cref="PanelBytes"/>) and, if it has ever called a large product, the packed left
/// operand, which the workers share (at most <see cref="LargestLeftBytes"/>).
/// </remarks>
internal static unsafe class Scratch
{
    /// <summary>The size of the panel buffer: what the first-level cache holds of a right operand beside a panel of the left.</summary>
    public const int PanelBytes = 40 << 10;

    /// <summary>The most bytes of a packed left operand at a time.</summary>
    public const int LargestLeftBytes = 6 << 20;

    // The length of a vector of AVX-512 and of a cache line.
    private const int Alignment = 64;

    [ThreadStatic]
    private static byte[]? panel;

    [ThreadStatic]
    private static byte[]? left;

    /// <summary>The calling thread's buffer for one panel of a right operand.</summary>
    public static void* Panel() => Start(panel ??= Allocate(PanelBytes));

    /// <summary>The calling thread's buffer for a packed left operand.</summary>
    public static void* Left(int bytes)
    {
        if (left is null || left.Length < bytes + Alignment)
            left = Allocate(bytes);
        return Start(left);
    }

    private static byte[] Allocate(int bytes) => GC.AllocateUninitializedArray<byte>(bytes + Alignment, pinned: true);

    // The array is pinned for good, so its address outlives the fixed statement.
    private static void* Start(byte[] buffer)
    {
        fixed (byte* start = buffer)
            return (void*)(((nuint)start + Alignment - 1) & ~(nuint)(Alignment - 1));
    }
}
