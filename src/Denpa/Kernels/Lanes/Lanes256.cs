using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Denpa.Kernels;

/// <summary>
/// The vectors of AVX: 32 bytes, 16 registers. Where AVX2 is missing, whole numbers go by halves of 16 bytes, and floating-point
/// operations are named one by one, since the platform's own for any type of element would go by halves too.
/// </summary>
internal readonly unsafe struct Lanes256<T> : ILanes<Lanes256<T>, T>
    where T : unmanaged, INumber<T>
{
    private const MethodImplOptions Inlined = MethodImplOptions.AggressiveInlining;

    private readonly Vector256<T> vector;

    [MethodImpl(Inlined)]
    internal Lanes256(Vector256<T> vector) => this.vector = vector;

    public static int Count => Vector256<T>.Count;

    public static bool HasManyRegisters => false;

    public static Lanes256<T> Zero
    {
        [MethodImpl(Inlined)]
        get => new(Vector256<T>.Zero);
    }

    public static Lanes256<T> One
    {
        [MethodImpl(Inlined)]
        get => new(Vector256<T>.One);
    }

    [MethodImpl(Inlined)]
    public static Lanes256<T> operator +(Lanes256<T> left, Lanes256<T> right) => new(
        typeof(T) == typeof(float) ? Avx.Add(left.vector.AsSingle(), right.vector.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) ? Avx.Add(left.vector.AsDouble(), right.vector.AsDouble()).As<double, T>()
        : left.vector + right.vector);

    [MethodImpl(Inlined)]
    public static Lanes256<T> operator -(Lanes256<T> left, Lanes256<T> right) => new(
        typeof(T) == typeof(float) ? Avx.Subtract(left.vector.AsSingle(), right.vector.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) ? Avx.Subtract(left.vector.AsDouble(), right.vector.AsDouble()).As<double, T>()
        : left.vector - right.vector);

    [MethodImpl(Inlined)]
    public static Lanes256<T> operator *(Lanes256<T> left, Lanes256<T> right) => new(
        typeof(T) == typeof(float) ? Avx.Multiply(left.vector.AsSingle(), right.vector.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) ? Avx.Multiply(left.vector.AsDouble(), right.vector.AsDouble()).As<double, T>()
        : left.vector * right.vector);

    [MethodImpl(Inlined)]
    public static Lanes256<T> operator *(T left, Lanes256<T> right) => Fill(left) * right;

    [MethodImpl(Inlined)]
    public static Lanes256<T> operator /(Lanes256<T> left, Lanes256<T> right) => new(
        typeof(T) == typeof(float) ? Avx.Divide(left.vector.AsSingle(), right.vector.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) ? Avx.Divide(left.vector.AsDouble(), right.vector.AsDouble()).As<double, T>()
        : left.vector / right.vector);

    [MethodImpl(Inlined)]
    public static Lanes256<T> operator -(Lanes256<T> x) => new(-x.vector);

    [MethodImpl(Inlined)]
    public static Lanes256<T> operator &(Lanes256<T> left, Lanes256<T> right) => new(left.vector & right.vector);

    [MethodImpl(Inlined)]
    public static Lanes256<T> operator |(Lanes256<T> left, Lanes256<T> right) => new(left.vector | right.vector);

    [MethodImpl(Inlined)]
    public static Lanes256<T> operator ^(Lanes256<T> left, Lanes256<T> right) => new(left.vector ^ right.vector);

    [MethodImpl(Inlined)]
    public static Lanes256<T> operator <(Lanes256<T> left, Lanes256<T> right) => new(
        typeof(T) == typeof(float) ? Avx.CompareLessThan(left.vector.AsSingle(), right.vector.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) ? Avx.CompareLessThan(left.vector.AsDouble(), right.vector.AsDouble()).As<double, T>()
        : Vector256.LessThan(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes256<T> operator >(Lanes256<T> left, Lanes256<T> right) => new(
        typeof(T) == typeof(float) ? Avx.CompareGreaterThan(left.vector.AsSingle(), right.vector.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) ? Avx.CompareGreaterThan(left.vector.AsDouble(), right.vector.AsDouble()).As<double, T>()
        : Vector256.GreaterThan(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes256<T> operator <<(Lanes256<T> bits, int count) => new(sizeof(T) == sizeof(uint)
        ? (bits.vector.AsUInt32() << count).As<uint, T>()
        : (bits.vector.AsUInt64() << count).As<ulong, T>());

    [MethodImpl(Inlined)]
    public static Lanes256<T> operator >>>(Lanes256<T> bits, int count) => new(sizeof(T) == sizeof(uint)
        ? (bits.vector.AsUInt32() >>> count).As<uint, T>()
        : (bits.vector.AsUInt64() >>> count).As<ulong, T>());

    [MethodImpl(Inlined)]
    public static Lanes256<T> AddBits(Lanes256<T> left, Lanes256<T> right) => new(sizeof(T) == sizeof(uint)
        ? (left.vector.AsUInt32() + right.vector.AsUInt32()).As<uint, T>()
        : (left.vector.AsUInt64() + right.vector.AsUInt64()).As<ulong, T>());

    [MethodImpl(Inlined)]
    public static Lanes256<T> SubtractBits(Lanes256<T> left, Lanes256<T> right) => new(sizeof(T) == sizeof(uint)
        ? (left.vector.AsUInt32() - right.vector.AsUInt32()).As<uint, T>()
        : (left.vector.AsUInt64() - right.vector.AsUInt64()).As<ulong, T>());

    [MethodImpl(Inlined)]
    public static Lanes256<T> Equal(Lanes256<T> left, Lanes256<T> right) => new(
        typeof(T) == typeof(float) ? Avx.CompareEqual(left.vector.AsSingle(), right.vector.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) ? Avx.CompareEqual(left.vector.AsDouble(), right.vector.AsDouble()).As<double, T>()
        : Vector256.Equals(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes256<T> IsNegative(Lanes256<T> x) => new(Vector256.IsNegative(x.vector));

    [MethodImpl(Inlined)]
    public static Lanes256<T> Select(Lanes256<T> mask, Lanes256<T> where, Lanes256<T> elsewhere) => new(
        typeof(T) == typeof(float)
        ? Avx.BlendVariable(elsewhere.vector.AsSingle(), where.vector.AsSingle(), mask.vector.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double)
        ? Avx.BlendVariable(elsewhere.vector.AsDouble(), where.vector.AsDouble(), mask.vector.AsDouble()).As<double, T>()
        : Vector256.ConditionalSelect(mask.vector, where.vector, elsewhere.vector));

    [MethodImpl(Inlined)]
    public static bool Any(Lanes256<T> mask) => !Avx.TestZ(mask.vector.AsInt32(), mask.vector.AsInt32());

    [MethodImpl(Inlined)]
    public static Lanes256<T> Max(Lanes256<T> left, Lanes256<T> right) => new(Vector256.Max(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes256<T> Min(Lanes256<T> left, Lanes256<T> right) => new(Vector256.Min(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes256<T> MaxNative(Lanes256<T> left, Lanes256<T> right) => new(
        typeof(T) == typeof(float) ? Avx.Max(left.vector.AsSingle(), right.vector.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) ? Avx.Max(left.vector.AsDouble(), right.vector.AsDouble()).As<double, T>()
        : Vector256.MaxNative(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes256<T> MinNative(Lanes256<T> left, Lanes256<T> right) => new(
        typeof(T) == typeof(float) ? Avx.Min(left.vector.AsSingle(), right.vector.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) ? Avx.Min(left.vector.AsDouble(), right.vector.AsDouble()).As<double, T>()
        : Vector256.MinNative(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes256<T> Abs(Lanes256<T> x) => new(
        typeof(T) == typeof(float) ? Avx.AndNot(Vector256.Create(-0.0f), x.vector.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) ? Avx.AndNot(Vector256.Create(-0.0), x.vector.AsDouble()).As<double, T>()
        : Vector256.Abs(x.vector));

    [MethodImpl(Inlined)]
    public static Lanes256<T> Sqrt(Lanes256<T> x) => new(Vector256.Sqrt(x.vector));

    [MethodImpl(Inlined)]
    public static Lanes256<T> WithoutSubnormals(Lanes256<T> x) =>
        new(Vector256.AndNot(x.vector, (Abs(x) < Fill(1.17549435e-38f, 2.2250738585072014e-308)).vector));

    [MethodImpl(Inlined)]
    public static Lanes256<T> MultiplyAdd(Lanes256<T> left, Lanes256<T> right, Lanes256<T> addend) =>
        !Fma.IsSupported ? (left * right) + addend
        : typeof(T) == typeof(float)
        ? new(Fma.MultiplyAdd(left.vector.AsSingle(), right.vector.AsSingle(), addend.vector.AsSingle()).As<float, T>())
        : new(Fma.MultiplyAdd(left.vector.AsDouble(), right.vector.AsDouble(), addend.vector.AsDouble()).As<double, T>());

    [MethodImpl(Inlined)]
    public static Lanes256<T> FusedMultiplyAdd(Lanes256<T> left, Lanes256<T> right, Lanes256<T> addend) =>
        Fma.IsSupported ? MultiplyAdd(left, right, addend)
        : typeof(T) == typeof(float)
        ? new(FusedMultiplyAddInDouble.Of(left.vector.AsSingle(), right.vector.AsSingle(), addend.vector.AsSingle()).As<float, T>())
        : new(Vector256.FusedMultiplyAdd(left.vector.AsDouble(), right.vector.AsDouble(), addend.vector.AsDouble()).As<double, T>());

    [MethodImpl(Inlined)]
    public static Lanes256<T> Fill(T value) => new(Vector256.Create(value));

    [MethodImpl(Inlined)]
    public static Lanes256<T> Fill(float single, double wide) => new(sizeof(T) == sizeof(float)
        ? Vector256.Create(single).As<float, T>()
        : Vector256.Create(wide).As<double, T>());

    [MethodImpl(Inlined)]
    public static Lanes256<T> Load(T* source) => new(Vector256.Load(source));

    [MethodImpl(Inlined)]
    public static Lanes256<T> Broadcast(T* source) => new(
        typeof(T) == typeof(float) ? Avx.BroadcastScalarToVector256((float*)source).As<float, T>()
        : typeof(T) == typeof(double) ? Avx.BroadcastScalarToVector256((double*)source).As<double, T>()
        : Vector256.Create(*source));

    [MethodImpl(Inlined)]
    public static Lanes256<T> FirstLanes(int count) => new(sizeof(T) switch
    {
        sizeof(int) => FirstInts(count).As<int, T>(),
        sizeof(long) => FirstLongs(count).As<long, T>(),
        _ => Vector256.LessThan(Vector256<T>.Indices, Vector256.Create(T.CreateSaturating(count))),
    });

    [MethodImpl(Inlined)]
    public static Lanes256<T> Load(T* source, Lanes256<T> mask) => new(sizeof(T) == sizeof(float)
        ? Avx.MaskLoad((float*)source, mask.vector.AsSingle()).As<float, T>()
        : Avx.MaskLoad((double*)source, mask.vector.AsDouble()).As<double, T>());

    [MethodImpl(Inlined)]
    public static Lanes256<T> LoadPart(T* source, int count, Lanes256<T> past)
    {
        if (sizeof(T) is not (sizeof(int) or sizeof(long)))
            return PartialCopy<T, Lanes256<T>>.In(source, count, past);
        Lanes256<T> mask = FirstLanes(count);
        return Select(mask, Load(source, mask), past);
    }

    [MethodImpl(Inlined)]
    public static Lanes256<T> LoadWidened(float* source) =>
        new(Avx.ConvertToVector256Double(Vector128.Load(source)).As<double, T>());

    [MethodImpl(Inlined)]
    public void Store(T* destination) => vector.Store(destination);

    [MethodImpl(Inlined)]
    public void Store(T* destination, Lanes256<T> mask)
    {
        if (sizeof(T) == sizeof(float))
            Avx.MaskStore((float*)destination, mask.vector.AsSingle(), vector.AsSingle());
        else
            Avx.MaskStore((double*)destination, mask.vector.AsDouble(), vector.AsDouble());
    }

    [MethodImpl(Inlined)]
    public void StorePart(T* destination, int count)
    {
        if (sizeof(T) is sizeof(int) or sizeof(long))
            Store(destination, FirstLanes(count));
        else
            PartialCopy<T, Lanes256<T>>.Out(this, destination, count);
    }

    [MethodImpl(Inlined)]
    public T Fold<TFold>()
        where TFold : struct, IFold<T> =>
        TFold.Combine<Lanes128<T>>(new(vector.GetLower()), new(vector.GetUpper())).Fold<TFold>();

    [MethodImpl(Inlined)]
    public static void Transpose(T* lines, nint stride, T* destination, nint destinationStride)
    {
        (Vector256<T> a, Vector256<T> b) = (LoadLines(lines, stride), LoadLines(lines + stride, stride));
        if (sizeof(T) == sizeof(double))
        {
            Avx.UnpackLow(a.AsDouble(), b.AsDouble()).As<double, T>().Store(destination);
            Avx.UnpackHigh(a.AsDouble(), b.AsDouble()).As<double, T>().Store(destination + destinationStride);
            return;
        }

        (Vector256<T> c, Vector256<T> d) = (LoadLines(lines + (2 * stride), stride), LoadLines(lines + (3 * stride), stride));
        Vector256<double> lowAB = Avx.UnpackLow(a.AsSingle(), b.AsSingle()).AsDouble();
        Vector256<double> highAB = Avx.UnpackHigh(a.AsSingle(), b.AsSingle()).AsDouble();
        Vector256<double> lowCD = Avx.UnpackLow(c.AsSingle(), d.AsSingle()).AsDouble();
        Vector256<double> highCD = Avx.UnpackHigh(c.AsSingle(), d.AsSingle()).AsDouble();
        Avx.UnpackLow(lowAB, lowCD).As<double, T>().Store(destination);
        Avx.UnpackHigh(lowAB, lowCD).As<double, T>().Store(destination + destinationStride);
        Avx.UnpackLow(highAB, highCD).As<double, T>().Store(destination + (2 * destinationStride));
        Avx.UnpackHigh(highAB, highCD).As<double, T>().Store(destination + (3 * destinationStride));
    }

    // 16 bytes of each of two lines that lie a square's side apart.
    [MethodImpl(Inlined)]
    private static Vector256<T> LoadLines(T* source, nint stride) =>
        Vector256.Create(Vector128.Load(source), Vector128.Load(source + (16 / sizeof(T) * stride)));

    [MethodImpl(Inlined)]
    private static Vector256<int> FirstInts(int count) => Avx2.IsSupported
        ? Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count))
        : Vector256.Create(FirstInts(0, count), FirstInts(4, count));

    [MethodImpl(Inlined)]
    private static Vector128<int> FirstInts(int first, int count) =>
        Vector128.LessThan(Vector128<int>.Indices + Vector128.Create(first), Vector128.Create(count));

    [MethodImpl(Inlined)]
    private static Vector256<long> FirstLongs(int count) => Avx2.IsSupported
        ? Vector256.LessThan(Vector256<long>.Indices, Vector256.Create((long)count))
        : Vector256.Create(FirstLongs(0, count), FirstLongs(2, count));

    [MethodImpl(Inlined)]
    private static Vector128<long> FirstLongs(int first, int count) =>
        Vector128.LessThan(Vector128<long>.Indices + Vector128.Create((long)first), Vector128.Create((long)count));
}
