using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>What becomes of the elements of a line, given one number for the whole line.</summary>
internal interface ILineStep<T>
    where T : unmanaged
{
    /// <summary>What is done to the line's number once, before its elements.</summary>
    static abstract Vector512<T> Prepare(Vector512<T> line);

    /// <param name="element">The elements.</param>
    /// <param name="line">The prepared number of the line that each lane belongs to.</param>
    static abstract Vector512<T> Apply(Vector512<T> element, Vector512<T> line);
}

/// <summary>x − m.</summary>
internal readonly struct Difference<T> : ILineStep<T>
    where T : unmanaged
{
    public static Vector512<T> Prepare(Vector512<T> line) => line;

    public static Vector512<T> Apply(Vector512<T> element, Vector512<T> line) => element - line;
}

/// <summary>exp(x − m).</summary>
internal readonly struct ShiftedExponential<T> : ILineStep<T>
    where T : unmanaged
{
    public static Vector512<T> Prepare(Vector512<T> line) => line;

    public static Vector512<T> Apply(Vector512<T> element, Vector512<T> line) => VectorMath.Exp(element - line);
}

/// <summary>x / s.</summary>
internal readonly struct Quotient<T> : ILineStep<T>
    where T : unmanaged
{
    public static Vector512<T> Prepare(Vector512<T> line) => line;

    public static Vector512<T> Apply(Vector512<T> element, Vector512<T> line) => element / line;
}

/// <summary>x − log s.</summary>
internal readonly struct LogarithmOff<T> : ILineStep<T>
    where T : unmanaged
{
    public static Vector512<T> Prepare(Vector512<T> line) => VectorMath.Log(line);

    public static Vector512<T> Apply(Vector512<T> element, Vector512<T> line) => element - line;
}
