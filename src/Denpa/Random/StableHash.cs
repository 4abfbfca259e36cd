using System.Text;

namespace Denpa;

/// <summary>A hash of text that is the same in every process, on every machine and in every version.</summary>
internal static class StableHash
{
    private const ulong OffsetBasis = 0xCBF29CE484222325;
    private const ulong Prime = 0x100000001B3;

    /// <summary>FNV-1a, 64 bits (Fowler, Noll and Vo; RFC 9923), over the text's UTF-8 bytes.</summary>
    public static ulong Compute(string text)
    {
        ulong hash = OffsetBasis;
        foreach (byte octet in Encoding.UTF8.GetBytes(text))
            hash = (hash ^ octet) * Prime;
        return hash;
    }
}
