using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>How far scores lie from the largest of their line.</summary>
internal interface IDistance<T>
    where T : unmanaged
{
    static abstract Vector512<T> From(Vector512<T> largest, Vector512<T> scores);
}

/// <summary>x − largest, which is all where that is finite.</summary>
internal readonly struct PlainDistance<T> : IDistance<T>
    where T : unmanaged
{
    public static Vector512<T> From(Vector512<T> largest, Vector512<T> scores) => scores - largest;
}

/// <summary>The same where a line has an infinite score, which is no distance from itself.</summary>
internal readonly struct DistanceFromInfinity<T> : IDistance<T>
    where T : unmanaged
{
    public static Vector512<T> From(Vector512<T> largest, Vector512<T> scores) => VectorMath.DistanceFrom(largest, scores);
}
