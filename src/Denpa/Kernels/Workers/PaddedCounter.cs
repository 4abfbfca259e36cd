using System.Runtime.InteropServices;

namespace Denpa.Kernels;

/// <summary>A number that several threads change, on cache lines of its own: its neighbours do not suffer.</summary>
[StructLayout(LayoutKind.Explicit, Size = 3 * CacheLine)]
internal struct PaddedCounter
{
    private const int CacheLine = 64;

    [FieldOffset(CacheLine)]
    public long Value;
}
