using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Denpa.Kernels;

/// <summary>
/// Asks for memory that is about to be read, where the processor can be asked: a hint that changes nothing but time. Any address will do.
/// </summary>
internal static unsafe class Prefetch
{
    private const int CacheLine = 64;

    /// <summary>Brings the cache line of an address into the second-level cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Line(void* address)
    {
        if (Sse.IsSupported)
            Sse.Prefetch1(address);
    }

    /// <summary>Brings the cache lines of so many bytes from an address on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lines(void* address, nint bytes)
    {
        for (nint offset = 0; offset < bytes; offset += CacheLine)
            Line((byte*)address + offset);
    }
}
