namespace Denpa;

/// <summary>
/// How much wider weights before an activation must be drawn to make up for what it takes from the variance (He et al., ICCV
/// 2015, eq. 15; for tanh PyTorch's 5/3).
/// </summary>
public static class Gain
{
    /// <summary>1: for no activation, and for sigmoid.</summary>
    public const double Identity = 1;

    /// <summary>√2: ReLU halves the mean square.</summary>
    public const double Relu = 1.4142135623730951;

    /// <summary>5/3.</summary>
    public const double Tanh = 5.0 / 3;

    /// <summary>√(2 / (1 + slope²)).</summary>
    public static double LeakyRelu(double slope) => Math.Sqrt(2 / (1 + (slope * slope)));
}
