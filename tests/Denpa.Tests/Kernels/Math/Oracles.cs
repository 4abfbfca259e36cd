namespace Denpa.Tests.Kernels;

/// <summary>Functions that System.Math lacks, out of those it has, to nearly the precision of double.</summary>
internal static class Oracles
{
    /// <summary>Kahan's method: the rounding error of e^x is undone by dividing by the logarithm of what was rounded.</summary>
    public static double Expm1(double x)
    {
        double power = Math.Exp(x);
        if (power == 1) return x;
        if (power - 1 == -1 || double.IsInfinity(power)) return power - 1;
        return (power - 1) * (x / Math.Log(power));
    }

    /// <summary>Kahan's method, likewise for 1 + x.</summary>
    public static double Log1p(double x)
    {
        double sum = 1 + x;
        return sum == 1 || double.IsPositiveInfinity(sum) ? x : Math.Log(sum) * (x / (sum - 1));
    }

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    public static double Softplus(double x) => Math.Max(x, 0) + Log1p(Math.Exp(-Math.Abs(x)));

    /// <summary>2/√π · e^(−x²) · Σ 2ⁿ·x^(2n+1) / (1·3·5···(2n+1)): no term is negative, so nothing cancels.</summary>
    public static double Erf(double x)
    {
        double square = x * x;
        if (!(square < 25)) return double.IsNaN(x) ? x : Math.Sign(x);
        (double term, double sum) = (x, x);
        for (int odd = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); odd += 2)
        {
            term *= 2 * square / odd;
            sum += term;
        }

        return sum * (2 / Math.Sqrt(Math.PI)) * Math.Exp(-square);
    }

    /// <summary>1 − erf x, for x from 2 on by the continued fraction e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 1½/(x + …)))).</summary>
    public static double Erfc(double x)
    {
        if (x < 2) return 1 - Erf(x);
        double tail = x;
        for (int step = 120; step > 0; step--) tail = x + (step / 2.0 / tail);
        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * tail);
    }

    public static double Gelu(double x) => x > -50 ? x / 2 * Erfc(-x / Math.Sqrt(2)) : -0.0;

    public static double Silu(double x) => double.IsNegativeInfinity(x) ? -0.0 : x / (1 + Math.Exp(-x));

    public static double Mish(double x)
    {
        if (double.IsNegativeInfinity(x)) return -0.0;
        double closed = 1 / (1 + Math.Exp(x));
        return x / (1 + Math.Exp(-x)) * (1 + closed) / (1 + (closed * closed));
    }

    public static double ErfDerivative(double x) => 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x);
}
