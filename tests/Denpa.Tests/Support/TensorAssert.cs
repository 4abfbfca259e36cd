namespace Denpa.Tests.Support;

/// <summary>Tensors compared element by element.</summary>
public static class TensorAssert
{
    /// <summary>
    /// The tensor has this shape, and each element is within relative · |expected| + absolute of the expected one. NaN equals NaN, and
    /// infinities equal themselves; an expected value beyond a float32 tensor's range is infinite.
    /// </summary>
    public static void Close(
        IReadOnlyList<int> shape, IReadOnlyList<double> expected, Tensor actual, double relative, double absolute, string what = "tensor")
    {
        Assert.Equal(shape, actual.Shape);
        double[] wanted = actual.DType == DType.Float32 ? [.. expected.Select(WithinFloat32)] : [.. expected];
        for (int i = 0; i < wanted.Length; i++)
        {
            double found = actual.ElementAt(i);
            Assert.True(IsClose(wanted[i], found, relative, absolute), $"{what} at {i}: expected {wanted[i]:R}, found {found:R}");
        }
    }

    /// <summary>The tensors have one shape, and their elements are close.</summary>
    public static void Close(Tensor expected, Tensor actual, double relative = 1e-12, double absolute = 1e-14) =>
        Close(expected.Shape, Values(expected), actual, relative, absolute);

    /// <summary>The tensor has one axis and these elements: equal values, NaN equal to NaN.</summary>
    public static void Holds(Tensor actual, params double[] expected) => Close([expected.Length], expected, actual, 0, 0);

    /// <summary>The gradient check found no element wrong by more than <paramref name="tolerance"/>.</summary>
    public static void Passes(GradientCheckResult result, double tolerance = 1e-8) =>
        Assert.True(result.MaximumError <= tolerance, result.Worst.ToString());

    /// <summary>The elements in row-major order.</summary>
    public static double[] Values(Tensor tensor) => [.. Enumerable.Range(0, tensor.Length).Select(tensor.ElementAt)];

    private static double WithinFloat32(double value) => double.IsInfinity((float)value) ? (float)value : value;

    private static bool IsClose(double wanted, double found, double relative, double absolute) =>
        wanted.Equals(found) || (double.IsFinite(wanted) && Math.Abs(found - wanted) <= (relative * Math.Abs(wanted)) + absolute);
}
