using System.Numerics;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>Addition.</summary>
internal readonly struct SumFold<T> : IFold<T>
    where T : unmanaged, INumber<T>
{
    public static Vector512<T> Combine(Vector512<T> left, Vector512<T> right) => left + right;

    public static T Combine(T left, T right) => left + right;

    public static Vector512<T> Start(Vector512<T> elements) => Vector512<T>.Zero;
}

/// <summary>The larger of two numbers; NaN beside anything gives NaN (IEEE 754-2019 maximum).</summary>
internal readonly struct MaxFold<T> : IFold<T>
    where T : unmanaged, INumber<T>
{
    public static Vector512<T> Combine(Vector512<T> left, Vector512<T> right) => Vector512.Max(left, right);

    public static T Combine(T left, T right) => T.Max(left, right);

    public static Vector512<T> Start(Vector512<T> elements) => elements;
}

/// <summary>The smaller of two numbers; NaN beside anything gives NaN (IEEE 754-2019 minimum).</summary>
internal readonly struct MinFold<T> : IFold<T>
    where T : unmanaged, INumber<T>
{
    public static Vector512<T> Combine(Vector512<T> left, Vector512<T> right) => Vector512.Min(left, right);

    public static T Combine(T left, T right) => T.Min(left, right);

    public static Vector512<T> Start(Vector512<T> elements) => elements;
}
