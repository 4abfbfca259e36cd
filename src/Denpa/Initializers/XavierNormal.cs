using System.Globalization;

namespace Denpa;

/// <summary>
/// From a normal distribution around 0 with standard deviation gain·√(2 / (in + out)), the spread of
/// <see cref="XavierUniform"/> (Glorot and Bengio, AISTATS 2010).
/// </summary>
/// <param name="gain">What the activation after the weight calls for, see <see cref="Gain"/>; 1 for none.</param>
public sealed class XavierNormal(double gain = 1) : Initializer
{
    /// <inheritdoc/>
    public override Tensor Create(Shape shape, Generator generator, DType dtype = DType.Float32)
    {
        Fans fans = Fans.Of(shape);
        return Tensor.Normal(shape, generator, 0, gain * Math.Sqrt(2.0 / (fans.In + fans.Out)), dtype);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"XavierNormal(gain {gain})");
}
