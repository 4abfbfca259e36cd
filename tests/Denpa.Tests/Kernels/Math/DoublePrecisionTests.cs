using System.Globalization;

namespace Denpa.Tests.Kernels;

/// <summary>Errors in double, measured against values computed at fifty digits (double-reference.py).</summary>
public class DoublePrecisionTests
{
    public static TheoryData<string> Functions => [.. VectorFunction.Names];

    [Theory]
    [MemberData(nameof(Functions))]
    public void The_error_stays_below_the_stated_bound_at_the_reference_points(string name)
    {
        VectorFunction function = VectorFunction.Named(name);
        IReadOnlyList<DoubleReference> points = DoubleReference.Of(name);
        Assert.True(points.Count > 200);
        Assert.All(points, point =>
        {
            double error = point.ErrorInUlp(function.Of(point.X));
            Assert.True(error <= function.Bound, string.Create(CultureInfo.InvariantCulture, $"{name} is {error} ulp off at {point.X:R}"));
        });
    }

    [Fact]
    public void The_sigmoid_of_minus_a_hundred_has_fifteen_right_digits() =>
        Assert.Equal("3.72007597602084E-044", VectorFunction.Named("sigmoid").Of(-100.0).ToString("E14", CultureInfo.InvariantCulture));
}
