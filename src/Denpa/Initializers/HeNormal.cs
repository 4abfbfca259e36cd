using System.Globalization;

namespace Denpa;

/// <summary>
/// From a normal distribution around 0 with standard deviation gain / √fan, the spread of <see cref="HeUniform"/> (He et al.,
/// ICCV 2015).
/// </summary>
/// <param name="gain">What the activation after the weight calls for, see <see cref="Gain"/>; left out, that of ReLU, √2.</param>
/// <param name="fan">Whether signals (in) or gradients (out) keep their variance.</param>
public sealed class HeNormal(double gain = Gain.Relu, Fan fan = Fan.In) : Initializer
{
    /// <inheritdoc/>
    public override Tensor Create(Shape shape, Generator generator, DType dtype = DType.Float32)
    {
        return Tensor.Normal(shape, generator, 0, gain / Math.Sqrt(Fans.Of(shape).Count(fan)), dtype);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"HeNormal(gain {gain}, fan {fan})");
}
