using System.Numerics;

namespace Denpa.Kernels;

/// <summary>A function of one number, lane by lane: each depends on its own value alone.</summary>
internal interface IUnaryKernel
{
    TLanes Invoke<T, TLanes>(TLanes x)
        where T : unmanaged, INumber<T>
        where TLanes : unmanaged, ILanes<TLanes, T>;
}

/// <summary>A function of two numbers, lane by lane: each depends on its own values alone.</summary>
internal interface IBinaryKernel
{
    TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
        where T : unmanaged, INumber<T>
        where TLanes : unmanaged, ILanes<TLanes, T>;
}

/// <summary>A function of three numbers, lane by lane: each depends on its own values alone.</summary>
internal interface ITernaryKernel
{
    TLanes Invoke<T, TLanes>(TLanes a, TLanes b, TLanes c)
        where T : unmanaged, INumber<T>
        where TLanes : unmanaged, ILanes<TLanes, T>;
}

/// <summary>A comparison of two numbers.</summary>
internal interface IComparisonKernel
{
    bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>;
}
