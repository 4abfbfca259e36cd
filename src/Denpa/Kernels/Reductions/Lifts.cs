using System.Numerics;

namespace Denpa.Kernels;

/// <summary>The element as it is.</summary>
internal readonly struct PlainLift<T> : ILift<T>
    where T : unmanaged
{
    public static TLanes Lift<TLanes>(TLanes elements, TLanes shift)
        where TLanes : unmanaged, ILanes<TLanes, T> => elements;
}

/// <summary>The exponential of the element minus the shift.</summary>
internal readonly struct ShiftedExpLift<T> : ILift<T>
    where T : unmanaged, INumber<T>
{
    public static TLanes Lift<TLanes>(TLanes elements, TLanes shift)
        where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Exp(elements - shift);
}
