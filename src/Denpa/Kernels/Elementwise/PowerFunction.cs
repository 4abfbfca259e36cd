using System.Numerics;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>
/// Powers of any exponent and their slopes, lane by lane through the platform's own <see cref="Math.Pow"/> in float64, whose range a
/// float32 slope needs on the way.
/// </summary>
internal static class PowerFunction
{
    public static Vector512<T> Power<T>(Vector512<T> x, Vector512<T> exponent)
        where T : unmanaged, INumber<T> => Each(x, exponent, default(PlainPower));

    /// <summary>The derivative by x, exponent · x^(exponent − 1): 0 where the exponent is.</summary>
    public static Vector512<T> BaseSlope<T>(Vector512<T> x, Vector512<T> exponent)
        where T : unmanaged, INumber<T> => Each(x, exponent, default(SlopeByBase));

    /// <summary>The derivative by the exponent, x^exponent · ln x: 0 at x = 0 where the exponent is not negative.</summary>
    public static Vector512<T> ExponentSlope<T>(Vector512<T> x, Vector512<T> exponent)
        where T : unmanaged, INumber<T> => Each(x, exponent, default(SlopeByExponent));

    private static Vector512<T> Each<T, TFunction>(Vector512<T> x, Vector512<T> exponent, TFunction function)
        where T : unmanaged, INumber<T>
        where TFunction : struct, IFunction
    {
        Vector512<T> results = default;
        for (int lane = 0; lane < Vector512<T>.Count; lane++)
        {
            double result = function.Of(double.CreateTruncating(x[lane]), double.CreateTruncating(exponent[lane]));
            results = results.WithElement(lane, T.CreateTruncating(result));
        }
        return results;
    }

    private interface IFunction
    {
        double Of(double x, double exponent);
    }

    private readonly struct PlainPower : IFunction
    {
        public double Of(double x, double exponent) => Math.Pow(x, exponent);
    }

    // Below 1 a lesser exponent might overflow where the slope does not; from 1 on, and at the ends, the power might underflow or be 0.
    private readonly struct SlopeByBase : IFunction
    {
        public double Of(double x, double exponent)
        {
            if (exponent == 0) return 0;
            bool dividing = exponent < 1 && x != 0 && double.IsFinite(x);
            return dividing ? exponent * Math.Pow(x, exponent) / x : exponent * Math.Pow(x, exponent - 1);
        }
    }

    private readonly struct SlopeByExponent : IFunction
    {
        public double Of(double x, double exponent)
        {
            double power = Math.Pow(x, exponent);
            bool isFlat = x >= 0 && (power == 0 || (x == 0 && exponent == 0));
            return isFlat ? 0 : power * Math.Log(x);
        }
    }
}
