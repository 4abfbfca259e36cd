using System.Diagnostics.CodeAnalysis;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Denpa.Kernels;

/// <summary>The widths of vectors that kernels are compiled for.</summary>
internal enum VectorWidth
{
    /// <summary>16 bytes, on any processor.</summary>
    Portable = 1,

    /// <summary>32 bytes: AVX2 with fused multiply-add.</summary>
    Avx2,

    /// <summary>64 bytes: AVX-512.</summary>
    Avx512,
}

/// <summary>
/// The width that this process uses: the widest that the hardware has, or the one that the environment variable <c>DENPA_VECTORS</c>
/// names. It is settled at the first use and never changes.
/// </summary>
internal static class VectorWidths
{
    public const string EnvironmentVariable = "DENPA_VECTORS";

    // Zero until the environment has been read without an error.
    private static VectorWidth current;

    public static VectorWidth Current => current != 0 ? current : Settle();

    /// <summary>The widest vectors of this hardware.</summary>
    public static VectorWidth Widest =>
        Avx512F.IsSupported && Avx512DQ.IsSupported && Vector512.IsHardwareAccelerated ? VectorWidth.Avx512
        : Avx2.IsSupported && Fma.IsSupported ? VectorWidth.Avx2
        : VectorWidth.Portable;

    /// <summary>The width that a text names, or the widest where there is none.</summary>
    /// <exception cref="InvalidOperationException">The text names no width, or one that the hardware lacks.</exception>
    internal static VectorWidth Read(string? text, VectorWidth widest)
    {
        if (string.IsNullOrWhiteSpace(text))
            return widest;
        VectorWidth width = text.Trim().ToLowerInvariant() switch
        {
            "avx512" => VectorWidth.Avx512,
            "avx2" => VectorWidth.Avx2,
            "portable" => VectorWidth.Portable,
            _ => 0,
        };
        if (width == 0)
            ThrowUnknown(text);
        if (width > widest)
            ThrowLacking(text, widest);
        return width;
    }

    private static VectorWidth Settle() => current = Read(Environment.GetEnvironmentVariable(EnvironmentVariable), Widest);

    private static string Name(VectorWidth width) => width.ToString().ToLowerInvariant();

    [DoesNotReturn]
    private static void ThrowUnknown(string text) => throw new InvalidOperationException(
        $"vectors: {EnvironmentVariable} is \"{text}\", which names no width of vectors; set it to avx512, avx2 or portable, or unset it.");

    [DoesNotReturn]
    private static void ThrowLacking(string text, VectorWidth widest) => throw new InvalidOperationException(
        $"vectors: {EnvironmentVariable} is \"{text}\", but the widest vectors of this processor are {Name(widest)}; " +
        "set it to that or less, or unset it.");
}
