using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Denpa.Kernels;

/// <summary>The vectors of AVX-512: 64 bytes, 32 registers, masks in registers of their own.</summary>
internal readonly unsafe struct Lanes512<T> : ILanes<Lanes512<T>, T>
    where T : unmanaged, INumber<T>
{
    private const MethodImplOptions Inlined = MethodImplOptions.AggressiveInlining;

    private readonly Vector512<T> vector;

    [MethodImpl(Inlined)]
    internal Lanes512(Vector512<T> vector) => this.vector = vector;

    public static int Count => Vector512<T>.Count;

    public static bool HasManyRegisters => true;

    public static Lanes512<T> Zero
    {
        [MethodImpl(Inlined)]
        get => new(Vector512<T>.Zero);
    }

    public static Lanes512<T> One
    {
        [MethodImpl(Inlined)]
        get => new(Vector512<T>.One);
    }

    [MethodImpl(Inlined)]
    public static Lanes512<T> operator +(Lanes512<T> left, Lanes512<T> right) => new(left.vector + right.vector);

    [MethodImpl(Inlined)]
    public static Lanes512<T> operator -(Lanes512<T> left, Lanes512<T> right) => new(left.vector - right.vector);

    [MethodImpl(Inlined)]
    public static Lanes512<T> operator *(Lanes512<T> left, Lanes512<T> right) => new(left.vector * right.vector);

    [MethodImpl(Inlined)]
    public static Lanes512<T> operator *(T left, Lanes512<T> right) => new(Vector512.Create(left) * right.vector);

    [MethodImpl(Inlined)]
    public static Lanes512<T> operator /(Lanes512<T> left, Lanes512<T> right) => new(left.vector / right.vector);

    [MethodImpl(Inlined)]
    public static Lanes512<T> operator -(Lanes512<T> x) => new(-x.vector);

    [MethodImpl(Inlined)]
    public static Lanes512<T> operator &(Lanes512<T> left, Lanes512<T> right) => new(left.vector & right.vector);

    [MethodImpl(Inlined)]
    public static Lanes512<T> operator |(Lanes512<T> left, Lanes512<T> right) => new(left.vector | right.vector);

    [MethodImpl(Inlined)]
    public static Lanes512<T> operator ^(Lanes512<T> left, Lanes512<T> right) => new(left.vector ^ right.vector);

    [MethodImpl(Inlined)]
    public static Lanes512<T> operator <(Lanes512<T> left, Lanes512<T> right) =>
        new(Vector512.LessThan(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes512<T> operator >(Lanes512<T> left, Lanes512<T> right) =>
        new(Vector512.GreaterThan(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes512<T> operator <<(Lanes512<T> bits, int count) => new(sizeof(T) == sizeof(uint)
        ? (bits.vector.AsUInt32() << count).As<uint, T>()
        : (bits.vector.AsUInt64() << count).As<ulong, T>());

    [MethodImpl(Inlined)]
    public static Lanes512<T> operator >>>(Lanes512<T> bits, int count) => new(sizeof(T) == sizeof(uint)
        ? (bits.vector.AsUInt32() >>> count).As<uint, T>()
        : (bits.vector.AsUInt64() >>> count).As<ulong, T>());

    [MethodImpl(Inlined)]
    public static Lanes512<T> AddBits(Lanes512<T> left, Lanes512<T> right) => new(sizeof(T) == sizeof(uint)
        ? (left.vector.AsUInt32() + right.vector.AsUInt32()).As<uint, T>()
        : (left.vector.AsUInt64() + right.vector.AsUInt64()).As<ulong, T>());

    [MethodImpl(Inlined)]
    public static Lanes512<T> SubtractBits(Lanes512<T> left, Lanes512<T> right) => new(sizeof(T) == sizeof(uint)
        ? (left.vector.AsUInt32() - right.vector.AsUInt32()).As<uint, T>()
        : (left.vector.AsUInt64() - right.vector.AsUInt64()).As<ulong, T>());

    [MethodImpl(Inlined)]
    public static Lanes512<T> Equal(Lanes512<T> left, Lanes512<T> right) => new(Vector512.Equals(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes512<T> IsNegative(Lanes512<T> x) => new(Vector512.IsNegative(x.vector));

    [MethodImpl(Inlined)]
    public static Lanes512<T> Select(Lanes512<T> mask, Lanes512<T> where, Lanes512<T> elsewhere) =>
        new(Vector512.ConditionalSelect(mask.vector, where.vector, elsewhere.vector));

    [MethodImpl(Inlined)]
    public static bool Any(Lanes512<T> mask) => mask.vector.AsInt32() != Vector512<int>.Zero;

    [MethodImpl(Inlined)]
    public static Lanes512<T> Max(Lanes512<T> left, Lanes512<T> right) => new(Vector512.Max(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes512<T> Min(Lanes512<T> left, Lanes512<T> right) => new(Vector512.Min(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes512<T> MaxNative(Lanes512<T> left, Lanes512<T> right) =>
        new(Vector512.MaxNative(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes512<T> MinNative(Lanes512<T> left, Lanes512<T> right) =>
        new(Vector512.MinNative(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes512<T> Abs(Lanes512<T> x) => new(Vector512.Abs(x.vector));

    [MethodImpl(Inlined)]
    public static Lanes512<T> Sqrt(Lanes512<T> x) => new(Vector512.Sqrt(x.vector));

    [MethodImpl(Inlined)]
    public static Lanes512<T> WithoutSubnormals(Lanes512<T> x) => new(Vector512.ConditionalSelect(
        Vector512.LessThan(Vector512.Abs(x.vector), Fill(1.17549435e-38f, 2.2250738585072014e-308).vector),
        Vector512<T>.Zero,
        x.vector));

    [MethodImpl(Inlined)]
    public static Lanes512<T> MultiplyAdd(Lanes512<T> left, Lanes512<T> right, Lanes512<T> addend) => new(sizeof(T) == sizeof(float)
        ? Vector512.MultiplyAddEstimate(left.vector.AsSingle(), right.vector.AsSingle(), addend.vector.AsSingle()).As<float, T>()
        : Vector512.MultiplyAddEstimate(left.vector.AsDouble(), right.vector.AsDouble(), addend.vector.AsDouble()).As<double, T>());

    [MethodImpl(Inlined)]
    public static Lanes512<T> FusedMultiplyAdd(Lanes512<T> left, Lanes512<T> right, Lanes512<T> addend) => new(sizeof(T) == sizeof(float)
        ? Vector512.FusedMultiplyAdd(left.vector.AsSingle(), right.vector.AsSingle(), addend.vector.AsSingle()).As<float, T>()
        : Vector512.FusedMultiplyAdd(left.vector.AsDouble(), right.vector.AsDouble(), addend.vector.AsDouble()).As<double, T>());

    [MethodImpl(Inlined)]
    public static Lanes512<T> Fill(T value) => new(Vector512.Create(value));

    [MethodImpl(Inlined)]
    public static Lanes512<T> Fill(float single, double wide) => new(sizeof(T) == sizeof(float)
        ? Vector512.Create(single).As<float, T>()
        : Vector512.Create(wide).As<double, T>());

    [MethodImpl(Inlined)]
    public static Lanes512<T> Load(T* source) => new(Vector512.Load(source));

    [MethodImpl(Inlined)]
    public static Lanes512<T> FirstLanes(int count) => new(sizeof(T) switch
    {
        sizeof(int) => FirstInts(count).As<int, T>(),
        sizeof(long) => FirstLongs(count).As<long, T>(),
        _ => Vector512.LessThan(Vector512<T>.Indices, Vector512.Create(T.CreateSaturating(count))),
    });

    [MethodImpl(Inlined)]
    public static Lanes512<T> Load(T* source, Lanes512<T> mask) => new(sizeof(T) == sizeof(float)
        ? Avx512F.MaskLoad((float*)source, mask.vector.AsSingle(), Vector512<float>.Zero).As<float, T>()
        : Avx512F.MaskLoad((double*)source, mask.vector.AsDouble(), Vector512<double>.Zero).As<double, T>());

    [MethodImpl(Inlined)]
    public static Lanes512<T> LoadPart(T* source, int count, Lanes512<T> past) => sizeof(T) switch
    {
        sizeof(int) => new(Avx512F.MaskLoad((int*)source, FirstInts(count), past.vector.AsInt32()).As<int, T>()),
        sizeof(long) => new(Avx512F.MaskLoad((long*)source, FirstLongs(count), past.vector.AsInt64()).As<long, T>()),
        _ => PartialCopy<T, Lanes512<T>>.In(source, count, past),
    };

    [MethodImpl(Inlined)]
    public static Lanes512<T> LoadWidened(float* source) =>
        new(Avx512F.ConvertToVector512Double(Vector256.Load(source)).As<double, T>());

    [MethodImpl(Inlined)]
    public void Store(T* destination) => vector.Store(destination);

    [MethodImpl(Inlined)]
    public void Store(T* destination, Lanes512<T> mask)
    {
        if (sizeof(T) == sizeof(float))
            Avx512F.MaskStore((float*)destination, mask.vector.AsSingle(), vector.AsSingle());
        else
            Avx512F.MaskStore((double*)destination, mask.vector.AsDouble(), vector.AsDouble());
    }

    [MethodImpl(Inlined)]
    public void StorePart(T* destination, int count)
    {
        if (sizeof(T) == sizeof(int))
            Avx512F.MaskStore((int*)destination, FirstInts(count), vector.AsInt32());
        else if (sizeof(T) == sizeof(long))
            Avx512F.MaskStore((long*)destination, FirstLongs(count), vector.AsInt64());
        else
            PartialCopy<T, Lanes512<T>>.Out(this, destination, count);
    }

    [MethodImpl(Inlined)]
    public T Fold<TFold>()
        where TFold : struct, IFold<T> =>
        TFold.Combine<Lanes256<T>>(new(vector.GetLower()), new(vector.GetUpper())).Fold<TFold>();

    [MethodImpl(Inlined)]
    public static void Transpose(T* lines, nint stride, T* destination, nint destinationStride)
    {
        (Vector512<T> a, Vector512<T> b) = (LoadLines(lines, stride), LoadLines(lines + stride, stride));
        if (sizeof(T) == sizeof(double))
        {
            Avx512F.UnpackLow(a.AsDouble(), b.AsDouble()).As<double, T>().Store(destination);
            Avx512F.UnpackHigh(a.AsDouble(), b.AsDouble()).As<double, T>().Store(destination + destinationStride);
            return;
        }

        (Vector512<T> c, Vector512<T> d) = (LoadLines(lines + (2 * stride), stride), LoadLines(lines + (3 * stride), stride));
        Vector512<double> lowAB = Avx512F.UnpackLow(a.AsSingle(), b.AsSingle()).AsDouble();
        Vector512<double> highAB = Avx512F.UnpackHigh(a.AsSingle(), b.AsSingle()).AsDouble();
        Vector512<double> lowCD = Avx512F.UnpackLow(c.AsSingle(), d.AsSingle()).AsDouble();
        Vector512<double> highCD = Avx512F.UnpackHigh(c.AsSingle(), d.AsSingle()).AsDouble();
        Avx512F.UnpackLow(lowAB, lowCD).As<double, T>().Store(destination);
        Avx512F.UnpackHigh(lowAB, lowCD).As<double, T>().Store(destination + destinationStride);
        Avx512F.UnpackLow(highAB, highCD).As<double, T>().Store(destination + (2 * destinationStride));
        Avx512F.UnpackHigh(highAB, highCD).As<double, T>().Store(destination + (3 * destinationStride));
    }

    // 16 bytes of each of four lines that lie a square's side apart.
    [MethodImpl(Inlined)]
    private static Vector512<T> LoadLines(T* source, nint stride)
    {
        nint next = 16 / sizeof(T) * stride;
        Vector512<float> lines = Vector512.Create(
            Vector256.Create(Vector128.Load(source), Vector128.Load(source + next)), Vector256<T>.Zero).AsSingle();
        lines = Avx512F.InsertVector128(lines, Vector128.Load(source + (2 * next)).AsSingle(), 2);
        return Avx512F.InsertVector128(lines, Vector128.Load(source + (3 * next)).AsSingle(), 3).As<float, T>();
    }

    [MethodImpl(Inlined)]
    private static Vector512<int> FirstInts(int count) => Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count));

    [MethodImpl(Inlined)]
    private static Vector512<long> FirstLongs(int count) => Vector512.LessThan(Vector512<long>.Indices, Vector512.Create((long)count));
}
