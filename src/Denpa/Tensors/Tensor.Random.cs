namespace Denpa;

public sealed partial class Tensor
{
    /// <summary>Numbers drawn evenly from <paramref name="low"/> up to but without <paramref name="high"/>; float32 or float64.</summary>
    public static Tensor Uniform(Shape shape, Generator generator, double low = 0, double high = 1, DType dtype = DType.Float32)
    {
        Tensor tensor = AllocateFloating("uniform", shape, dtype);
        if (dtype == DType.Float32) generator.FillUniform(tensor.Elements<float>(), low, high);
        else generator.FillUniform(tensor.Elements<double>(), low, high);
        return tensor;
    }

    /// <summary>Numbers drawn from a normal distribution; float32 or float64.</summary>
    public static Tensor Normal(Shape shape, Generator generator, double mean = 0, double standardDeviation = 1, DType dtype = DType.Float32)
    {
        Tensor tensor = AllocateFloating("normal", shape, dtype);
        if (dtype == DType.Float32) generator.FillNormal(tensor.Elements<float>(), mean, standardDeviation);
        else generator.FillNormal(tensor.Elements<double>(), mean, standardDeviation);
        return tensor;
    }

    /// <summary>Whole numbers drawn evenly from <paramref name="low"/> up to but without <paramref name="high"/>, as int64.</summary>
    public static Tensor RandomIntegers(Shape shape, Generator generator, long low, long high)
    {
        Tensor tensor = Allocate(new TensorSpec(DType.Int64, shape));
        generator.FillIntegers(tensor.Elements<long>(), low, high);
        return tensor;
    }

    private static Tensor AllocateFloating(string operation, Shape shape, DType dtype)
    {
        if (!dtype.IsFloatingPoint) DTypeException.ThrowNotFloating(operation, dtype);
        return Allocate(new TensorSpec(dtype, shape));
    }
}
