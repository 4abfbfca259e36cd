using System.Numerics;

namespace Denpa.Kernels;

/// <summary>
/// Powers of any exponent and their slopes, lane by lane through the platform's own <see cref="Math.Pow"/> in float64, whose range a
/// float32 slope needs on the way.
/// </summary>
internal static unsafe class PowerFunction<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    public static TLanes Power(TLanes x, TLanes exponent) => Each(x, exponent, default(PlainPower));

    /// <summary>The derivative by x, exponent · x^(exponent − 1): 0 where the exponent is.</summary>
    public static TLanes BaseSlope(TLanes x, TLanes exponent) => Each(x, exponent, default(SlopeByBase));

    /// <summary>The derivative by the exponent, x^exponent · ln x: 0 at x = 0 where the exponent is not negative.</summary>
    public static TLanes ExponentSlope(TLanes x, TLanes exponent) => Each(x, exponent, default(SlopeByExponent));

    private static TLanes Each<TFunction>(TLanes x, TLanes exponent, TFunction function)
        where TFunction : struct, IFunction
    {
        T* bases = stackalloc T[TLanes.Count];
        T* exponents = stackalloc T[TLanes.Count];
        x.Store(bases);
        exponent.Store(exponents);
        for (int lane = 0; lane < TLanes.Count; lane++)
        {
            bases[lane] = T.CreateTruncating(function.Of(double.CreateTruncating(bases[lane]), double.CreateTruncating(exponents[lane])));
        }

        return TLanes.Load(bases);
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
