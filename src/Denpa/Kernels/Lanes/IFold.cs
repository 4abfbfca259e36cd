namespace Denpa.Kernels;

/// <summary>An associative operation that a reduction folds its elements with, over vectors and over single elements.</summary>
internal interface IFold<T>
    where T : unmanaged
{
    static abstract TLanes Combine<TLanes>(TLanes left, TLanes right)
        where TLanes : unmanaged, ILanes<TLanes, T>;

    static abstract T Combine(T left, T right);

    /// <summary>
    /// A start that changes no result, given one vector of the elements to fold, each in the lane where it will be folded: zero for a
    /// sum, the elements themselves for a maximum, which may count an element twice.
    /// </summary>
    static abstract TLanes Start<TLanes>(TLanes elements)
        where TLanes : unmanaged, ILanes<TLanes, T>;
}
