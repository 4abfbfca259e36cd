namespace Denpa.Kernels;

/// <summary>What happens to the elements before they are folded: nothing, a square, an exponential.</summary>
internal interface ILift<T>
    where T : unmanaged
{
    /// <param name="elements">The elements.</param>
    /// <param name="shift">The shift that belongs to the output each lane is folded into; zero where the reduction has none.</param>
    static abstract TLanes Lift<TLanes>(TLanes elements, TLanes shift)
        where TLanes : unmanaged, ILanes<TLanes, T>;
}
