using System.Globalization;

namespace Denpa;

/// <summary>
/// Evenly from ±gain·√(6 / (in + out)), which keeps the variance of signals and of gradients level through tanh-like layers
/// (Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010, eq. 16).
/// </summary>
/// <param name="gain">What the activation after the weight calls for, see <see cref="Gain"/>; 1 for none.</param>
public sealed class XavierUniform(double gain = 1) : Initializer
{
    /// <inheritdoc/>
    public override Tensor Create(Shape shape, Generator generator, DType dtype = DType.Float32)
    {
        Fans fans = Fans.Of(shape);
        double bound = gain * Math.Sqrt(6.0 / (fans.In + fans.Out));
        return Tensor.Uniform(shape, generator, -bound, bound, dtype);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"XavierUniform(gain {gain})");
}
