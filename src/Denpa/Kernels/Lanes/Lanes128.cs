using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.Wasm;
using System.Runtime.Intrinsics.X86;

namespace Denpa.Kernels;

/// <summary>
/// The vectors that nearly every machine has, 16 bytes, with the instructions of one family only where another has their like.
/// </summary>
internal readonly unsafe struct Lanes128<T> : ILanes<Lanes128<T>, T>
    where T : unmanaged, INumber<T>
{
    private const MethodImplOptions Inlined = MethodImplOptions.AggressiveInlining;

    private readonly Vector128<T> vector;

    [MethodImpl(Inlined)]
    internal Lanes128(Vector128<T> vector) => this.vector = vector;

    public static int Count => Vector128<T>.Count;

    public static bool HasManyRegisters => false;

    private static uint AllLanes => (1u << Vector128<T>.Count) - 1;

    public static Lanes128<T> Zero
    {
        [MethodImpl(Inlined)]
        get => new(Vector128<T>.Zero);
    }

    public static Lanes128<T> One
    {
        [MethodImpl(Inlined)]
        get => new(Vector128<T>.One);
    }

    [MethodImpl(Inlined)]
    public static Lanes128<T> operator +(Lanes128<T> left, Lanes128<T> right) => new(left.vector + right.vector);

    [MethodImpl(Inlined)]
    public static Lanes128<T> operator -(Lanes128<T> left, Lanes128<T> right) => new(left.vector - right.vector);

    [MethodImpl(Inlined)]
    public static Lanes128<T> operator *(Lanes128<T> left, Lanes128<T> right) => new(left.vector * right.vector);

    [MethodImpl(Inlined)]
    public static Lanes128<T> operator *(T left, Lanes128<T> right) => new(Vector128.Create(left) * right.vector);

    [MethodImpl(Inlined)]
    public static Lanes128<T> operator /(Lanes128<T> left, Lanes128<T> right) => new(left.vector / right.vector);

    [MethodImpl(Inlined)]
    public static Lanes128<T> operator -(Lanes128<T> x) => new(-x.vector);

    [MethodImpl(Inlined)]
    public static Lanes128<T> operator &(Lanes128<T> left, Lanes128<T> right) => new(left.vector & right.vector);

    [MethodImpl(Inlined)]
    public static Lanes128<T> operator |(Lanes128<T> left, Lanes128<T> right) => new(left.vector | right.vector);

    [MethodImpl(Inlined)]
    public static Lanes128<T> operator ^(Lanes128<T> left, Lanes128<T> right) => new(left.vector ^ right.vector);

    [MethodImpl(Inlined)]
    public static Lanes128<T> operator <(Lanes128<T> left, Lanes128<T> right) =>
        new(Vector128.LessThan(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes128<T> operator >(Lanes128<T> left, Lanes128<T> right) =>
        new(Vector128.GreaterThan(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes128<T> operator <<(Lanes128<T> bits, int count) => new(sizeof(T) == sizeof(uint)
        ? (bits.vector.AsUInt32() << count).As<uint, T>()
        : (bits.vector.AsUInt64() << count).As<ulong, T>());

    [MethodImpl(Inlined)]
    public static Lanes128<T> operator >>>(Lanes128<T> bits, int count) => new(sizeof(T) == sizeof(uint)
        ? (bits.vector.AsUInt32() >>> count).As<uint, T>()
        : (bits.vector.AsUInt64() >>> count).As<ulong, T>());

    [MethodImpl(Inlined)]
    public static Lanes128<T> AddBits(Lanes128<T> left, Lanes128<T> right) => new(sizeof(T) == sizeof(uint)
        ? (left.vector.AsUInt32() + right.vector.AsUInt32()).As<uint, T>()
        : (left.vector.AsUInt64() + right.vector.AsUInt64()).As<ulong, T>());

    [MethodImpl(Inlined)]
    public static Lanes128<T> SubtractBits(Lanes128<T> left, Lanes128<T> right) => new(sizeof(T) == sizeof(uint)
        ? (left.vector.AsUInt32() - right.vector.AsUInt32()).As<uint, T>()
        : (left.vector.AsUInt64() - right.vector.AsUInt64()).As<ulong, T>());

    [MethodImpl(Inlined)]
    public static Lanes128<T> Equal(Lanes128<T> left, Lanes128<T> right) => new(Vector128.Equals(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes128<T> IsNegative(Lanes128<T> x) => new(Vector128.IsNegative(x.vector));

    [MethodImpl(Inlined)]
    public static Lanes128<T> Select(Lanes128<T> mask, Lanes128<T> where, Lanes128<T> elsewhere) =>
        new(Vector128.ConditionalSelect(mask.vector, where.vector, elsewhere.vector));

    [MethodImpl(Inlined)]
    public static bool Any(Lanes128<T> mask) => mask.vector.AsInt32() != Vector128<int>.Zero;

    [MethodImpl(Inlined)]
    public static Lanes128<T> Max(Lanes128<T> left, Lanes128<T> right) => new(Vector128.Max(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes128<T> Min(Lanes128<T> left, Lanes128<T> right) => new(Vector128.Min(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes128<T> MaxNative(Lanes128<T> left, Lanes128<T> right) =>
        new(Vector128.MaxNative(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes128<T> MinNative(Lanes128<T> left, Lanes128<T> right) =>
        new(Vector128.MinNative(left.vector, right.vector));

    [MethodImpl(Inlined)]
    public static Lanes128<T> Abs(Lanes128<T> x) => new(Vector128.Abs(x.vector));

    [MethodImpl(Inlined)]
    public static Lanes128<T> Sqrt(Lanes128<T> x) => new(Vector128.Sqrt(x.vector));

    [MethodImpl(Inlined)]
    public static Lanes128<T> WithoutSubnormals(Lanes128<T> x) =>
        new(Vector128.AndNot(x.vector, (Abs(x) < Fill(1.17549435e-38f, 2.2250738585072014e-308)).vector));

    // WebAssembly's interpreter would leave the estimate to one element after another; it rounds the product there all the same.
    [MethodImpl(Inlined)]
    public static Lanes128<T> MultiplyAdd(Lanes128<T> left, Lanes128<T> right, Lanes128<T> addend) => new(
        PackedSimd.IsSupported ? (left.vector * right.vector) + addend.vector
        : sizeof(T) == sizeof(float)
        ? Vector128.MultiplyAddEstimate(left.vector.AsSingle(), right.vector.AsSingle(), addend.vector.AsSingle()).As<float, T>()
        : Vector128.MultiplyAddEstimate(left.vector.AsDouble(), right.vector.AsDouble(), addend.vector.AsDouble()).As<double, T>());

    [MethodImpl(Inlined)]
    public static Lanes128<T> FusedMultiplyAdd(Lanes128<T> left, Lanes128<T> right, Lanes128<T> addend) =>
        PackedSimd.IsSupported ? FusedMultiplyAddOfEach(left, right, addend)
        : new(
            sizeof(T) != sizeof(float)
            ? Vector128.FusedMultiplyAdd(left.vector.AsDouble(), right.vector.AsDouble(), addend.vector.AsDouble()).As<double, T>()
            : Fma.IsSupported || AdvSimd.IsSupported
            ? Vector128.FusedMultiplyAdd(left.vector.AsSingle(), right.vector.AsSingle(), addend.vector.AsSingle()).As<float, T>()
            : FusedMultiplyAddInDouble.Of(left.vector.AsSingle(), right.vector.AsSingle(), addend.vector.AsSingle()).As<float, T>());

    [MethodImpl(Inlined)]
    public static Lanes128<T> Fill(T value) => new(Vector128.Create(value));

    [MethodImpl(Inlined)]
    public static Lanes128<T> Fill(float single, double wide) => new(Vector128.Create(
        typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>(single) : Unsafe.BitCast<double, T>(wide)));

    [MethodImpl(Inlined)]
    public static Lanes128<T> Load(T* source) => new(Vector128.Load(source));

    [MethodImpl(Inlined)]
    public static Lanes128<T> Broadcast(T* source) => new(typeof(T) == typeof(float) && Avx.IsSupported
        ? Avx.BroadcastScalarToVector128((float*)source).As<float, T>()
        : Vector128.Create(*source));

    [MethodImpl(Inlined)]
    public static Lanes128<T> FirstLanes(int count) => new(sizeof(T) switch
    {
        sizeof(int) => Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(count)).As<int, T>(),
        sizeof(long) => Vector128.LessThan(Vector128<long>.Indices, Vector128.Create((long)count)).As<long, T>(),
        _ => Vector128.LessThan(Vector128<T>.Indices, Vector128.Create(T.CreateSaturating(count))),
    });

    [MethodImpl(Inlined)]
    public static Lanes128<T> Load(T* source, Lanes128<T> mask)
    {
        uint lanes = Vector128.ExtractMostSignificantBits(mask.vector);
        if (lanes == AllLanes)
            return Load(source);
        // No call, as this stands in innermost loops; only the first lanes of a mask can be set, and not all.
        return LoadFirst(source, (int)lanes, Vector128<T>.Zero);
    }

    [MethodImpl(Inlined)]
    public static Lanes128<T> LoadPart(T* source, int count, Lanes128<T> past)
    {
        if (sizeof(T) is not (sizeof(int) or sizeof(long)))
            return PartialCopy<T, Lanes128<T>>.In(source, count, past);
        return count >= Count ? Load(source) : LoadFirst(source, count <= 0 ? 0 : (1 << count) - 1, past.vector);
    }

    [MethodImpl(Inlined)]
    public static Lanes128<T> LoadWidened(float* source) => new(
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(double*)source).AsSingle()).As<double, T>());

    [MethodImpl(Inlined)]
    public void Store(T* destination) => vector.Store(destination);

    [MethodImpl(Inlined)]
    public void Store(T* destination, Lanes128<T> mask) => StoreLanes(destination, Vector128.ExtractMostSignificantBits(mask.vector));

    [MethodImpl(Inlined)]
    public void StorePart(T* destination, int count)
    {
        if (sizeof(T) is sizeof(int) or sizeof(long))
            StoreLanes(destination, count <= 0 ? 0 : (1u << count) - 1);
        else
            PartialCopy<T, Lanes128<T>>.Out(this, destination, count);
    }

    [MethodImpl(Inlined)]
    public T Fold<TFold>()
        where TFold : struct, IFold<T> =>
        Count == 2 ? TFold.Combine(vector[0], vector[1])
        : Count == 4 ? TFold.Combine(TFold.Combine(vector[0], vector[2]), TFold.Combine(vector[1], vector[3]))
        : FoldMany<TFold>();

    [MethodImpl(Inlined)]
    public static void Transpose(T* lines, nint stride, T* destination, nint destinationStride)
    {
        (Vector128<T> a, Vector128<T> b) = (Vector128.Load(lines), Vector128.Load(lines + stride));
        if (sizeof(T) == sizeof(double))
        {
            UnpackLow(a.AsDouble(), b.AsDouble()).As<double, T>().Store(destination);
            UnpackHigh(a.AsDouble(), b.AsDouble()).As<double, T>().Store(destination + destinationStride);
            return;
        }

        (Vector128<T> c, Vector128<T> d) = (Vector128.Load(lines + (2 * stride)), Vector128.Load(lines + (3 * stride)));
        Vector128<double> lowAB = UnpackLow(a.AsSingle(), b.AsSingle()).AsDouble();
        Vector128<double> highAB = UnpackHigh(a.AsSingle(), b.AsSingle()).AsDouble();
        Vector128<double> lowCD = UnpackLow(c.AsSingle(), d.AsSingle()).AsDouble();
        Vector128<double> highCD = UnpackHigh(c.AsSingle(), d.AsSingle()).AsDouble();
        UnpackLow(lowAB, lowCD).As<double, T>().Store(destination);
        UnpackHigh(lowAB, lowCD).As<double, T>().Store(destination + destinationStride);
        UnpackLow(highAB, highCD).As<double, T>().Store(destination + (2 * destinationStride));
        UnpackHigh(highAB, highCD).As<double, T>().Store(destination + (3 * destinationStride));
    }

    // For WebAssembly, whose vectors have none. Its interpreter puts calls in line eleven deep and no deeper, and this stands at the end of
    // long chains of them: so it reads elements through pointers, which takes no call.
    [MethodImpl(Inlined)]
    private static Lanes128<T> FusedMultiplyAddOfEach(Lanes128<T> left, Lanes128<T> right, Lanes128<T> addend)
    {
        T* x = (T*)&left, y = (T*)&right, sum = (T*)&addend;
        sum[0] = OneLane<T>.FusedMultiplyAdd(x[0], y[0], sum[0]);
        sum[1] = OneLane<T>.FusedMultiplyAdd(x[1], y[1], sum[1]);
        if (Count > 2)
        {
            sum[2] = OneLane<T>.FusedMultiplyAdd(x[2], y[2], sum[2]);
            sum[3] = OneLane<T>.FusedMultiplyAdd(x[3], y[3], sum[3]);
        }

        return addend;
    }

    [MethodImpl(Inlined)]
    private static Lanes128<T> LoadFirst(T* source, int lanes, Vector128<T> vector)
    {
        if ((lanes & 1) != 0)
            vector = vector.WithElement(0, source[0]);
        if (Vector128<T>.Count > 2 && (lanes & 2) != 0)
            vector = vector.WithElement(1, source[1]);
        if (Vector128<T>.Count > 2 && (lanes & 4) != 0)
            vector = vector.WithElement(2, source[2]);
        return new(vector);
    }

    private void StoreLanes(T* destination, uint lanes)
    {
        for (int lane = 0; lane < Vector128<T>.Count; lane++)
        {
            if ((lanes >> lane & 1) != 0)
                destination[lane] = vector[lane];
        }
    }

    private T FoldMany<TFold>()
        where TFold : struct, IFold<T>
    {
        T* lanes = stackalloc T[Count];
        Store(lanes);
        for (int half = Count / 2; half > 0; half /= 2)
        {
            for (int lane = 0; lane < half; lane++)
                lanes[lane] = TFold.Combine(lanes[lane], lanes[lane + half]);
        }

        return lanes[0];
    }

    [MethodImpl(Inlined)]
    private static Vector128<float> UnpackLow(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : Vector128.Create(a[0], b[0], a[1], b[1]);

    [MethodImpl(Inlined)]
    private static Vector128<float> UnpackHigh(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : Vector128.Create(a[2], b[2], a[3], b[3]);

    [MethodImpl(Inlined)]
    private static Vector128<double> UnpackLow(Vector128<double> a, Vector128<double> b) =>
        Sse2.IsSupported ? Sse2.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : Vector128.Create(a[0], b[0]);

    [MethodImpl(Inlined)]
    private static Vector128<double> UnpackHigh(Vector128<double> a, Vector128<double> b) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : Vector128.Create(a[1], b[1]);
}
