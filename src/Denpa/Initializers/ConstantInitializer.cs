using System.Globalization;

namespace Denpa;

/// <summary>The same value everywhere: zeros for biases. A weight of equal values never learns to differ.</summary>
/// <param name="value">The value.</param>
public sealed class ConstantInitializer(double value) : Initializer
{
    /// <summary>Zeros.</summary>
    public static ConstantInitializer Zeros { get; } = new(0);

    /// <inheritdoc/>
    public override Tensor Create(Shape shape, Generator generator, DType dtype = DType.Float32) => Tensor.Full(shape, value, dtype);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Constant({value})");
}
