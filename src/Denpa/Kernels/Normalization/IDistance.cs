using System.Numerics;

namespace Denpa.Kernels;

/// <summary>How far scores lie from the largest of their line.</summary>
internal interface IDistance<T>
    where T : unmanaged
{
    static abstract TLanes From<TLanes>(TLanes largest, TLanes scores)
        where TLanes : unmanaged, ILanes<TLanes, T>;
}

/// <summary>x − largest, which is all where that is finite.</summary>
internal readonly struct PlainDistance<T> : IDistance<T>
    where T : unmanaged
{
    public static TLanes From<TLanes>(TLanes largest, TLanes scores)
        where TLanes : unmanaged, ILanes<TLanes, T> => scores - largest;
}

/// <summary>The same where a line has an infinite score, which is no distance from itself.</summary>
internal readonly struct DistanceFromInfinity<T> : IDistance<T>
    where T : unmanaged, INumber<T>
{
    public static TLanes From<TLanes>(TLanes largest, TLanes scores)
        where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.DistanceFrom(largest, scores);
}
