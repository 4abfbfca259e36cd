using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>Work on the bits of IEEE 754 numbers: signs, exponents, and whole numbers held in the lowest bits.</summary>
internal static partial class VectorMath<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>
    /// 1.5 · 2^23 (float) or 1.5 · 2^52 (double). Adding it rounds a number n far smaller than itself to a whole one, ties to even,
    /// and leaves that whole number in the lowest bits of the sum: the sum is called n "anchored".
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Anchor() => TLanes.Fill(3 << 22, 3L << 51);

    /// <summary>2^n as a normal number, from n anchored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes PowerOfTwo(TLanes anchored) =>
        ShiftIntoExponent(anchored + TLanes.Fill(127, 1023));

    /// <summary>x · 2^n, rounded once, from n anchored. The result may overflow or underflow; 2^n alone need not be a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ScaleByPowerOfTwo(TLanes x, TLanes anchored)
    {
        // n + 2 · bias falls into two halves, each the biased exponent of a normal number.
        TLanes whole = anchored + TLanes.Fill(2 * 127, 2 * 1023);
        TLanes half = ShiftRight(whole, 1, 1);
        return x * ShiftIntoExponent(half) * ShiftIntoExponent(TLanes.SubtractBits(whole, half));
    }

    /// <summary>Moves the lowest bits to the place of sign and exponent; the bits above them fall out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ShiftIntoExponent(TLanes bits) => ShiftLeft(bits, 23, 52);

    /// <summary>The sign bits of x, all other bits zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes SignBit(TLanes x) => x & TLanes.Fill(-0.0f, -0.0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ShiftLeft(TLanes bits, int single, int wide) => typeof(T) == typeof(float) ? bits << single : bits << wide;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ShiftRight(TLanes bits, int single, int wide) => typeof(T) == typeof(float) ? bits >>> single : bits >>> wide;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Bits(uint single, ulong wide) =>
        TLanes.Fill(BitConverter.UInt32BitsToSingle(single), BitConverter.UInt64BitsToDouble(wide));
}
