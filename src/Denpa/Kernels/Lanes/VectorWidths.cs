using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Denpa.Kernels;

/// <summary>
/// The width that this process uses: the widest that the hardware has, or the one that the environment variable <c>DENPA_VECTORS</c>
/// names. It is settled at the first use and never changes.
/// </summary>
internal static class VectorWidths
{
    public const string EnvironmentVariable = "DENPA_VECTORS";

    // Zero where the environment cannot be read. Being read only, it is a constant to code that is compiled after the first use.
    private static readonly VectorWidth Settled = Settle();

    /// <summary>The width that this process uses.</summary>
    /// <exception cref="InvalidOperationException"><c>DENPA_VECTORS</c> names no width, or one that the hardware lacks.</exception>
    public static VectorWidth Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Settled != 0 ? Settled : Read(Environment.GetEnvironmentVariable(EnvironmentVariable), Widest);
    }

    /// <summary>The widest vectors of this hardware.</summary>
    public static VectorWidth Widest =>
        Avx512F.IsSupported && Avx512DQ.IsSupported && Vector512.IsHardwareAccelerated ? VectorWidth.Avx512
        : Avx2.IsSupported && Fma.IsSupported ? VectorWidth.Avx2
        : Avx.IsSupported ? VectorWidth.Avx
        : Vector128.IsHardwareAccelerated ? VectorWidth.Portable
        : VectorWidth.Scalar;

    /// <summary>Does a work with lanes of a width, or of the width that this process uses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<T, TWork>(in TWork work, VectorWidth? width = null)
        where T : unmanaged, INumber<T>
        where TWork : struct, ILaneWork<T>, allows ref struct
    {
        // Not a copy of it, as a call through a read-only reference would make.
        ref TWork own = ref Unsafe.AsRef(in work);
        switch (width ?? Current)
        {
            case VectorWidth.Avx512: own.Run<Lanes512<T>>(); break;
            case VectorWidth.Avx2 or VectorWidth.Avx: own.Run<Lanes256<T>>(); break;
            case VectorWidth.Portable: own.Run<Lanes128<T>>(); break;
            default: own.Run<OneLane<T>>(); break;
        }
    }

    /// <summary>The width that a text names, or the widest where there is none.</summary>
    /// <exception cref="InvalidOperationException">The text names no width, or one that the hardware lacks.</exception>
    internal static VectorWidth Read(string? text, VectorWidth widest)
    {
        if (string.IsNullOrWhiteSpace(text))
            return widest;
        VectorWidth width = Named(text);
        if (width == 0)
            ThrowUnknown(text);
        if (width > widest)
            ThrowLacking(text, widest);
        return width;
    }

    private static VectorWidth Settle()
    {
        string? text = Environment.GetEnvironmentVariable(EnvironmentVariable);
        if (string.IsNullOrWhiteSpace(text))
            return Widest;
        VectorWidth width = Named(text);
        return width <= Widest ? width : 0;
    }

    private static VectorWidth Named(string text) => text.Trim().ToLowerInvariant() switch
    {
        "avx512" => VectorWidth.Avx512,
        "avx2" => VectorWidth.Avx2,
        "avx" => VectorWidth.Avx,
        "portable" => VectorWidth.Portable,
        "scalar" => VectorWidth.Scalar,
        _ => 0,
    };

    private static string Name(VectorWidth width) => width.ToString().ToLowerInvariant();

    [DoesNotReturn]
    private static void ThrowUnknown(string text) => throw new InvalidOperationException(
        $"vectors: {EnvironmentVariable} is \"{text}\", which names no width of vectors; " +
        "set it to avx512, avx2, avx, portable or scalar, or unset it.");

    [DoesNotReturn]
    private static void ThrowLacking(string text, VectorWidth widest) => throw new InvalidOperationException(
        $"vectors: {EnvironmentVariable} is \"{text}\", but the widest vectors of this processor are {Name(widest)}; " +
        "set it to that or less, or unset it.");
}
