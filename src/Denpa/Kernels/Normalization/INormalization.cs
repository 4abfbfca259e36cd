using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>How scores become probabilities, or their logarithms, once each one's distance d from the largest is known.</summary>
internal interface INormalization<T>
    where T : unmanaged
{
    /// <summary>What is kept of a distance until the sum is known.</summary>
    static abstract Vector512<T> Keep(Vector512<T> distance);

    /// <summary>eᵈ, from what was kept.</summary>
    static abstract Vector512<T> Summand(Vector512<T> kept);

    /// <summary>What the last step takes of the sum of all eᵈ.</summary>
    static abstract Vector512<T> Total(Vector512<T> sum);

    /// <summary>The result, from what was kept and the total.</summary>
    static abstract Vector512<T> Finish(Vector512<T> kept, Vector512<T> total);
}

/// <summary>eᵈ / Σ eᵈ.</summary>
internal readonly struct Probability<T> : INormalization<T>
    where T : unmanaged
{
    public static Vector512<T> Keep(Vector512<T> distance) => VectorMath.Exp(distance);

    public static Vector512<T> Summand(Vector512<T> kept) => kept;

    public static Vector512<T> Total(Vector512<T> sum) => sum;

    public static Vector512<T> Finish(Vector512<T> kept, Vector512<T> total) => kept / total;
}

/// <summary>d − log Σ eᵈ.</summary>
internal readonly struct LogProbability<T> : INormalization<T>
    where T : unmanaged
{
    public static Vector512<T> Keep(Vector512<T> distance) => distance;

    public static Vector512<T> Summand(Vector512<T> kept) => VectorMath.Exp(kept);

    public static Vector512<T> Total(Vector512<T> sum) => VectorMath.Log(sum);

    public static Vector512<T> Finish(Vector512<T> kept, Vector512<T> total) => kept - total;
}
