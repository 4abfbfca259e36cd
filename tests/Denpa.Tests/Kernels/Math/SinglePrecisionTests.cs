namespace Denpa.Tests.Kernels;

/// <summary>Errors in float, measured against double over numbers of every sign and exponent.</summary>
public class SinglePrecisionTests
{
    /// <summary>The distance between two bit patterns of the sweep: a prime, so that the lowest bits vary.</summary>
    private const uint Stride = 1999;

    public static TheoryData<string> Functions => [.. VectorFunction.Names];

    [Theory]
    [MemberData(nameof(Functions))]
    public void The_error_stays_below_the_stated_bound_over_all_exponents(string name)
    {
        VectorFunction function = VectorFunction.Named(name);
        float[] inputs = new float[1024];
        (double worst, float worstInput) = (0.0, 0f);
        for (ulong start = 0; start <= uint.MaxValue; start += Stride * (ulong)inputs.Length)
        {
            for (int lane = 0; lane < inputs.Length; lane++)
                inputs[lane] = BitConverter.UInt32BitsToSingle((uint)(start + Stride * (ulong)lane));
            float[] results = function.Of(inputs);
            for (int lane = 0; lane < inputs.Length; lane++)
            {
                double error = ErrorInUlp(results[lane], function.Oracle(inputs[lane]));
                if (!(error <= worst)) (worst, worstInput) = (error, inputs[lane]);
            }
        }

        Assert.True(worst <= function.Bound, $"{name} is {worst} ulp off at {worstInput:R}");
    }

    /// <summary>|actual − exact| in units of the spacing of floats around the exact value.</summary>
    private static double ErrorInUlp(float actual, double exact)
    {
        float nearest = (float)exact;
        if (float.IsNaN(nearest) || float.IsInfinity(nearest) || float.IsInfinity(actual))
            return nearest.Equals(actual) ? 0 : double.PositiveInfinity;
        int exponent = exact == 0 ? -149 : Math.Max(Math.ILogB(exact) - 23, -149);
        return Math.Abs(actual - exact) / Math.ScaleB(1, exponent);
    }
}
