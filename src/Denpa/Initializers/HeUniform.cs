using System.Globalization;

namespace Denpa;

/// <summary>
/// Evenly from ±gain·√(3 / fan), which keeps the variance level through layers of ReLU (He et al., "Delving deep into
/// rectifiers: surpassing human-level performance on ImageNet classification", ICCV 2015, eq. 10 and 14).
/// </summary>
/// <param name="gain">What the activation after the weight calls for, see <see cref="Gain"/>; left out, that of ReLU, √2.</param>
/// <param name="fan">Whether signals (in) or gradients (out) keep their variance.</param>
public sealed class HeUniform(double gain = Gain.Relu, Fan fan = Fan.In) : Initializer
{
    /// <inheritdoc/>
    public override Tensor Create(Shape shape, Generator generator, DType dtype = DType.Float32)
    {
        double bound = gain * Math.Sqrt(3.0 / Fans.Of(shape).Count(fan));
        return Tensor.Uniform(shape, generator, -bound, bound, dtype);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"HeUniform(gain {gain}, fan {fan})");
}
