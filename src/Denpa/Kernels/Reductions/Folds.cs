using System.Numerics;

namespace Denpa.Kernels;

/// <summary>Addition.</summary>
internal readonly struct SumFold<T> : IFold<T>
    where T : unmanaged, INumber<T>
{
    public static TLanes Combine<TLanes>(TLanes left, TLanes right)
        where TLanes : unmanaged, ILanes<TLanes, T> => left + right;

    public static T Combine(T left, T right) => left + right;

    public static TLanes Start<TLanes>(TLanes elements)
        where TLanes : unmanaged, ILanes<TLanes, T> => TLanes.Zero;
}

/// <summary>The larger of two numbers; NaN beside anything gives NaN (IEEE 754-2019 maximum).</summary>
internal readonly struct MaxFold<T> : IFold<T>
    where T : unmanaged, INumber<T>
{
    public static TLanes Combine<TLanes>(TLanes left, TLanes right)
        where TLanes : unmanaged, ILanes<TLanes, T> => TLanes.Max(left, right);

    public static T Combine(T left, T right) => T.Max(left, right);

    public static TLanes Start<TLanes>(TLanes elements)
        where TLanes : unmanaged, ILanes<TLanes, T> => elements;
}

/// <summary>The smaller of two numbers; NaN beside anything gives NaN (IEEE 754-2019 minimum).</summary>
internal readonly struct MinFold<T> : IFold<T>
    where T : unmanaged, INumber<T>
{
    public static TLanes Combine<TLanes>(TLanes left, TLanes right)
        where TLanes : unmanaged, ILanes<TLanes, T> => TLanes.Min(left, right);

    public static T Combine(T left, T right) => T.Min(left, right);

    public static TLanes Start<TLanes>(TLanes elements)
        where TLanes : unmanaged, ILanes<TLanes, T> => elements;
}
