using System.Globalization;

namespace Denpa;

/// <summary>From a normal distribution.</summary>
/// <param name="mean">The mean.</param>
/// <param name="standardDeviation">The standard deviation, from 0 up.</param>
public sealed class NormalInitializer(double mean, double standardDeviation) : Initializer
{
    /// <inheritdoc/>
    public override Tensor Create(Shape shape, Generator generator, DType dtype = DType.Float32) =>
        Tensor.Normal(shape, generator, mean, standardDeviation, dtype);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Normal({mean}, {standardDeviation})");
}
