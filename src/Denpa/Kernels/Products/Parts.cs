namespace Denpa.Kernels;

/// <summary>Lengths cut into parts.</summary>
internal static class Parts
{
    /// <summary>The number of parts of a size that a length takes, the last of which may be incomplete.</summary>
    public static int Count(int length, int size) => (int)(((uint)length + (uint)size - 1) / (uint)size);
}
