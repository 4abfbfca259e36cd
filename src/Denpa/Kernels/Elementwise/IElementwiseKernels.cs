using System.Numerics;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>A function of one number, over a vector of them; each lane depends on its own value alone.</summary>
internal interface IUnaryKernel
{
    Vector512<T> Invoke<T>(Vector512<T> x)
        where T : unmanaged, INumber<T>;
}

/// <summary>A function of two numbers, over vectors of them; each lane depends on its own values alone.</summary>
internal interface IBinaryKernel
{
    Vector512<T> Invoke<T>(Vector512<T> a, Vector512<T> b)
        where T : unmanaged, INumber<T>;
}

/// <summary>A function of three numbers, over vectors of them; each lane depends on its own values alone.</summary>
internal interface ITernaryKernel
{
    Vector512<T> Invoke<T>(Vector512<T> a, Vector512<T> b, Vector512<T> c)
        where T : unmanaged, INumber<T>;
}

/// <summary>A comparison of two numbers.</summary>
internal interface IComparisonKernel
{
    bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>;
}
