using System.Globalization;

namespace Denpa;

/// <summary>Evenly from an interval.</summary>
/// <param name="low">The least value.</param>
/// <param name="high">The value that all stay below.</param>
public sealed class UniformInitializer(double low, double high) : Initializer
{
    /// <inheritdoc/>
    public override Tensor Create(Shape shape, Generator generator, DType dtype = DType.Float32) =>
        Tensor.Uniform(shape, generator, low, high, dtype);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Uniform({low}, {high})");
}
