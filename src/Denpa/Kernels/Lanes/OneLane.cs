using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>A single lane, for machines without vectors: the element itself.</summary>
internal readonly unsafe struct OneLane<T> : ILanes<OneLane<T>, T>
    where T : unmanaged, INumber<T>
{
    private const MethodImplOptions Inlined = MethodImplOptions.AggressiveInlining;

    private readonly T value;

    [MethodImpl(Inlined)]
    private OneLane(T value) => this.value = value;

    public static int Count => 1;

    public static bool HasManyRegisters => false;

    public static OneLane<T> Zero
    {
        [MethodImpl(Inlined)]
        get => new(T.Zero);
    }

    public static OneLane<T> One
    {
        [MethodImpl(Inlined)]
        get => new(T.One);
    }

    private ulong Bits
    {
        [MethodImpl(Inlined)]
        get => sizeof(T) switch
        {
            sizeof(byte) => Unsafe.BitCast<T, byte>(value),
            sizeof(uint) => Unsafe.BitCast<T, uint>(value),
            _ => Unsafe.BitCast<T, ulong>(value),
        };
    }

    [MethodImpl(Inlined)]
    public static OneLane<T> operator +(OneLane<T> left, OneLane<T> right) => new(left.value + right.value);

    [MethodImpl(Inlined)]
    public static OneLane<T> operator -(OneLane<T> left, OneLane<T> right) => new(left.value - right.value);

    [MethodImpl(Inlined)]
    public static OneLane<T> operator *(OneLane<T> left, OneLane<T> right) => new(left.value * right.value);

    [MethodImpl(Inlined)]
    public static OneLane<T> operator *(T left, OneLane<T> right) => new(left * right.value);

    [MethodImpl(Inlined)]
    public static OneLane<T> operator /(OneLane<T> left, OneLane<T> right) => new(left.value / right.value);

    [MethodImpl(Inlined)]
    public static OneLane<T> operator -(OneLane<T> x) => new(-x.value);

    [MethodImpl(Inlined)]
    public static OneLane<T> operator &(OneLane<T> left, OneLane<T> right) => OfBits(left.Bits & right.Bits);

    [MethodImpl(Inlined)]
    public static OneLane<T> operator |(OneLane<T> left, OneLane<T> right) => OfBits(left.Bits | right.Bits);

    [MethodImpl(Inlined)]
    public static OneLane<T> operator ^(OneLane<T> left, OneLane<T> right) => OfBits(left.Bits ^ right.Bits);

    [MethodImpl(Inlined)]
    public static OneLane<T> operator <(OneLane<T> left, OneLane<T> right) => Mask(left.value < right.value);

    [MethodImpl(Inlined)]
    public static OneLane<T> operator >(OneLane<T> left, OneLane<T> right) => Mask(left.value > right.value);

    [MethodImpl(Inlined)]
    public static OneLane<T> operator <<(OneLane<T> bits, int count) => OfBits(bits.Bits << count);

    [MethodImpl(Inlined)]
    public static OneLane<T> operator >>>(OneLane<T> bits, int count) => OfBits(bits.Bits >>> count);

    [MethodImpl(Inlined)]
    public static OneLane<T> AddBits(OneLane<T> left, OneLane<T> right) => OfBits(left.Bits + right.Bits);

    [MethodImpl(Inlined)]
    public static OneLane<T> SubtractBits(OneLane<T> left, OneLane<T> right) => OfBits(left.Bits - right.Bits);

    [MethodImpl(Inlined)]
    public static OneLane<T> Equal(OneLane<T> left, OneLane<T> right) => Mask(left.value == right.value);

    [MethodImpl(Inlined)]
    public static OneLane<T> IsNegative(OneLane<T> x) => Mask(T.IsNegative(x.value));

    [MethodImpl(Inlined)]
    public static OneLane<T> Select(OneLane<T> mask, OneLane<T> where, OneLane<T> elsewhere) => Any(mask) ? where : elsewhere;

    [MethodImpl(Inlined)]
    public static bool Any(OneLane<T> mask) => mask.Bits != 0;

    [MethodImpl(Inlined)]
    public static OneLane<T> Max(OneLane<T> left, OneLane<T> right) => new(T.Max(left.value, right.value));

    [MethodImpl(Inlined)]
    public static OneLane<T> Min(OneLane<T> left, OneLane<T> right) => new(T.Min(left.value, right.value));

    [MethodImpl(Inlined)]
    public static OneLane<T> MaxNative(OneLane<T> left, OneLane<T> right) => left.value > right.value ? left : right;

    [MethodImpl(Inlined)]
    public static OneLane<T> MinNative(OneLane<T> left, OneLane<T> right) => left.value < right.value ? left : right;

    // The least of the whole numbers is its own opposite, as in a vector; the platform's function would refuse.
    [MethodImpl(Inlined)]
    public static OneLane<T> Abs(OneLane<T> x) =>
        typeof(T) == typeof(long) ? new(x.value < T.Zero ? -x.value : x.value) : new(T.Abs(x.value));

    [MethodImpl(Inlined)]
    public static OneLane<T> Sqrt(OneLane<T> x) => new(typeof(T) == typeof(float)
        ? T.CreateTruncating(MathF.Sqrt(float.CreateTruncating(x.value)))
        : T.CreateTruncating(Math.Sqrt(double.CreateTruncating(x.value))));

    [MethodImpl(Inlined)]
    public static OneLane<T> WithoutSubnormals(OneLane<T> x) =>
        Select(Abs(x) < Fill(1.17549435e-38f, 2.2250738585072014e-308), Zero, x);

    [MethodImpl(Inlined)]
    public static OneLane<T> MultiplyAdd(OneLane<T> left, OneLane<T> right, OneLane<T> addend) =>
        new(T.MultiplyAddEstimate(left.value, right.value, addend.value));

    [MethodImpl(Inlined)]
    public static OneLane<T> FusedMultiplyAdd(OneLane<T> left, OneLane<T> right, OneLane<T> addend) =>
        new(FusedMultiplyAdd(left.value, right.value, addend.value));

    /// <summary>left · right + addend of single elements, rounded once.</summary>
    [MethodImpl(Inlined)]
    internal static T FusedMultiplyAdd(T left, T right, T addend) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<float, T>(MathF.FusedMultiplyAdd(
            Unsafe.BitCast<T, float>(left), Unsafe.BitCast<T, float>(right), Unsafe.BitCast<T, float>(addend)))
        : Unsafe.BitCast<double, T>(Math.FusedMultiplyAdd(
            Unsafe.BitCast<T, double>(left), Unsafe.BitCast<T, double>(right), Unsafe.BitCast<T, double>(addend)));

    [MethodImpl(Inlined)]
    public static OneLane<T> Fill(T value) => new(value);

    [MethodImpl(Inlined)]
    public static OneLane<T> Fill(float single, double wide) =>
        new(typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>(single) : Unsafe.BitCast<double, T>(wide));

    [MethodImpl(Inlined)]
    public static OneLane<T> FirstLanes(int count) => Mask(count > 0);

    [MethodImpl(Inlined)]
    public static OneLane<T> Load(T* source) => new(*source);

    [MethodImpl(Inlined)]
    public static OneLane<T> Load(T* source, OneLane<T> mask) => Any(mask) ? new(*source) : Zero;

    [MethodImpl(Inlined)]
    public static OneLane<T> LoadPart(T* source, int count, OneLane<T> past) => count > 0 ? new(*source) : past;

    [MethodImpl(Inlined)]
    public static OneLane<T> LoadWidened(float* source) => new(T.CreateTruncating(*source));

    public static void Transpose(T* lines, nint stride, T* destination, nint destinationStride)
    {
        for (int element = 0; element < 16 / sizeof(T); element++)
            destination[element * destinationStride] = lines[element];
    }

    [MethodImpl(Inlined)]
    public void Store(T* destination) => *destination = value;

    [MethodImpl(Inlined)]
    public void Store(T* destination, OneLane<T> mask)
    {
        if (Any(mask))
            *destination = value;
    }

    [MethodImpl(Inlined)]
    public void StorePart(T* destination, int count)
    {
        if (count > 0)
            *destination = value;
    }

    [MethodImpl(Inlined)]
    public T Fold<TFold>()
        where TFold : struct, IFold<T> => value;

    [MethodImpl(Inlined)]
    private static OneLane<T> Mask(bool holds) => OfBits(holds ? ulong.MaxValue : 0);

    [MethodImpl(Inlined)]
    private static OneLane<T> OfBits(ulong bits) => new(sizeof(T) switch
    {
        sizeof(byte) => Unsafe.BitCast<byte, T>((byte)bits),
        sizeof(uint) => Unsafe.BitCast<uint, T>((uint)bits),
        _ => Unsafe.BitCast<ulong, T>(bits),
    });
}
