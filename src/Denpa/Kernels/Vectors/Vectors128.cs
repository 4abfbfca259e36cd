using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>The vectors that every machine has, 16 bytes, without any instruction of one processor family.</summary>
internal readonly unsafe struct Vectors128<T> : IVectors<T, Vector128<T>>
    where T : unmanaged, INumber<T>
{
    public static int Count => Vector128<T>.Count;

    public static bool HasManyRegisters => false;

    public static Vector128<T> Zero => Vector128<T>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Fill(T value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load(T* source) => Vector128.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<T> vector, T* destination) => vector.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> FirstLanes(int count)
        => sizeof(T) == sizeof(float)
            ? Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(count)).As<int, T>()
            : Vector128.LessThan(Vector128<long>.Indices, Vector128.Create((long)count)).As<long, T>();

    public static Vector128<T> Load(T* source, Vector128<T> mask)
    {
        var lanes = stackalloc T[Vector128<T>.Count];
        var count = CountLanes(mask);
        for (var lane = 0; lane < Vector128<T>.Count; lane++)
            lanes[lane] = lane < count ? source[lane] : T.Zero;
        return Vector128.Load(lanes);
    }

    public static void Store(Vector128<T> vector, T* destination, Vector128<T> mask)
    {
        var lanes = stackalloc T[Vector128<T>.Count];
        vector.Store(lanes);
        var count = CountLanes(mask);
        for (var lane = 0; lane < count; lane++)
            destination[lane] = lanes[lane];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Add(Vector128<T> left, Vector128<T> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Vector128<T> vector)
        => sizeof(T) == sizeof(float) ? (vector[0] + vector[2]) + (vector[1] + vector[3]) : vector[0] + vector[1];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MultiplyAdd(Vector128<T> left, Vector128<T> right, Vector128<T> addend)
        => typeof(T) == typeof(float)
            ? Vector128.MultiplyAddEstimate(left.AsSingle(), right.AsSingle(), addend.AsSingle()).As<float, T>()
            : Vector128.MultiplyAddEstimate(left.AsDouble(), right.AsDouble(), addend.AsDouble()).As<double, T>();

    private static int CountLanes(Vector128<T> mask) => BitOperations.PopCount(Vector128.ExtractMostSignificantBits(mask));
}
