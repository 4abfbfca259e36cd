using System.Numerics;

namespace Denpa.Kernels;

/// <summary>How scores become probabilities, or their logarithms, once each one's distance d from the largest is known.</summary>
internal interface INormalization<T>
    where T : unmanaged
{
    /// <summary>What is kept of a distance until the sum is known.</summary>
    static abstract TLanes Keep<TLanes>(TLanes distance)
        where TLanes : unmanaged, ILanes<TLanes, T>;

    /// <summary>eᵈ, from what was kept.</summary>
    static abstract TLanes Summand<TLanes>(TLanes kept)
        where TLanes : unmanaged, ILanes<TLanes, T>;

    /// <summary>What the last step takes of the sum of all eᵈ.</summary>
    static abstract TLanes Total<TLanes>(TLanes sum)
        where TLanes : unmanaged, ILanes<TLanes, T>;

    /// <summary>The result, from what was kept and the total.</summary>
    static abstract TLanes Finish<TLanes>(TLanes kept, TLanes total)
        where TLanes : unmanaged, ILanes<TLanes, T>;
}

/// <summary>eᵈ / Σ eᵈ.</summary>
internal readonly struct Probability<T> : INormalization<T>
    where T : unmanaged, INumber<T>
{
    public static TLanes Keep<TLanes>(TLanes distance)
        where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Exp(distance);

    public static TLanes Summand<TLanes>(TLanes kept)
        where TLanes : unmanaged, ILanes<TLanes, T> => kept;

    public static TLanes Total<TLanes>(TLanes sum)
        where TLanes : unmanaged, ILanes<TLanes, T> => sum;

    public static TLanes Finish<TLanes>(TLanes kept, TLanes total)
        where TLanes : unmanaged, ILanes<TLanes, T> => kept / total;
}

/// <summary>d − log Σ eᵈ.</summary>
internal readonly struct LogProbability<T> : INormalization<T>
    where T : unmanaged, INumber<T>
{
    public static TLanes Keep<TLanes>(TLanes distance)
        where TLanes : unmanaged, ILanes<TLanes, T> => distance;

    public static TLanes Summand<TLanes>(TLanes kept)
        where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Exp(kept);

    public static TLanes Total<TLanes>(TLanes sum)
        where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Log(sum);

    public static TLanes Finish<TLanes>(TLanes kept, TLanes total)
        where TLanes : unmanaged, ILanes<TLanes, T> => kept - total;
}
