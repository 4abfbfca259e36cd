namespace Denpa;

public sealed partial class Tensor
{
    /// <summary>
    /// The elements as NumPy prints an array: nested brackets, floating-point columns of one width, at most eight digits after the
    /// point, and <c>...</c> for the middle of a tensor of more than a thousand elements.
    /// </summary>
    public override string ToString() => TensorFormatter.Format(this);

    /// <summary>The elements as NumPy prints an array, with at most this many digits after the point.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The precision is negative.</exception>
    public string ToString(int precision)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(precision);
        return TensorFormatter.Format(this, precision);
    }
}
