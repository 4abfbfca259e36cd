using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>The element as it is.</summary>
internal readonly struct PlainLift<T> : ILift<T>
    where T : unmanaged
{
    public static Vector512<T> Lift(Vector512<T> elements, Vector512<T> shift) => elements;
}

/// <summary>The exponential of the element minus the shift.</summary>
internal readonly struct ShiftedExpLift<T> : ILift<T>
    where T : unmanaged
{
    public static Vector512<T> Lift(Vector512<T> elements, Vector512<T> shift) => VectorMath.Exp(elements - shift);
}

/// <summary>The element's square.</summary>
internal readonly struct SquareLift<T> : ILift<T>
    where T : unmanaged
{
    public static Vector512<T> Lift(Vector512<T> elements, Vector512<T> shift) => elements * elements;
}
