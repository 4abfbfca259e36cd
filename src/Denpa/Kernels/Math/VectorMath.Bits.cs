using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>Work on the bits of IEEE 754 numbers: signs, exponents, and whole numbers held in the lowest bits.</summary>
internal static partial class VectorMath
{
    /// <summary>
    /// 1.5 · 2^23 (float) or 1.5 · 2^52 (double). Adding it rounds a number n far smaller than itself to a whole one, ties to even,
    /// and leaves that whole number in the lowest bits of the sum: the sum is called n "anchored".
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Anchor<T>() where T : unmanaged => Constant<T>(3 << 22, 3L << 51);

    /// <summary>2^n as a normal number, from n anchored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> PowerOfTwo<T>(Vector512<T> anchored) where T : unmanaged =>
        ShiftIntoExponent(anchored + Constant<T>(127, 1023));

    /// <summary>x · 2^n, rounded once, from n anchored. The result may overflow or underflow; 2^n alone need not be a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> ScaleByPowerOfTwo<T>(Vector512<T> x, Vector512<T> anchored) where T : unmanaged
    {
        // n + 2 · bias falls into two halves, each the biased exponent of a normal number.
        var whole = anchored + Constant<T>(2 * 127, 2 * 1023);
        var half = ShiftRight(whole, 1, 1);
        return x * ShiftIntoExponent(half) * ShiftIntoExponent(SubtractBits(whole, half));
    }

    /// <summary>Moves the lowest bits to the place of sign and exponent; the bits above them fall out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> ShiftIntoExponent<T>(Vector512<T> bits) where T : unmanaged => ShiftLeft(bits, 23, 52);

    /// <summary>The sign bits of x, all other bits zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> SignBit<T>(Vector512<T> x) where T : unmanaged => x & Constant<T>(-0.0f, -0.0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> ShiftLeft<T>(Vector512<T> bits, int single, int wide) where T : unmanaged =>
        typeof(T) == typeof(float) ? (bits.AsUInt32() << single).As<uint, T>() : (bits.AsUInt64() << wide).As<ulong, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> ShiftRight<T>(Vector512<T> bits, int single, int wide) where T : unmanaged =>
        typeof(T) == typeof(float) ? (bits.AsUInt32() >>> single).As<uint, T>() : (bits.AsUInt64() >>> wide).As<ulong, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> AddBits<T>(Vector512<T> left, Vector512<T> right) where T : unmanaged =>
        typeof(T) == typeof(float)
            ? (left.AsUInt32() + right.AsUInt32()).As<uint, T>()
            : (left.AsUInt64() + right.AsUInt64()).As<ulong, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> SubtractBits<T>(Vector512<T> left, Vector512<T> right) where T : unmanaged =>
        typeof(T) == typeof(float)
            ? (left.AsUInt32() - right.AsUInt32()).As<uint, T>()
            : (left.AsUInt64() - right.AsUInt64()).As<ulong, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Bits<T>(uint single, ulong wide) where T : unmanaged =>
        typeof(T) == typeof(float) ? Vector512.Create(single).As<uint, T>() : Vector512.Create(wide).As<ulong, T>();
}
