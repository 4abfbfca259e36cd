using System.Numerics;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>Powers of any exponent, lane by lane through the platform's own <see cref="Math.Pow"/> in float64.</summary>
internal static class PowerFunction
{
    public static Vector512<T> Power<T>(Vector512<T> x, Vector512<T> exponent)
        where T : unmanaged, INumber<T>
    {
        Vector512<T> power = default;
        for (int lane = 0; lane < Vector512<T>.Count; lane++)
        {
            double value = Math.Pow(double.CreateTruncating(x[lane]), double.CreateTruncating(exponent[lane]));
            power = power.WithElement(lane, T.CreateTruncating(value));
        }

        return power;
    }
}
