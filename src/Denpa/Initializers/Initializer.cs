namespace Denpa;

/// <summary>How the first values of a parameter are made.</summary>
public abstract class Initializer
{
    /// <summary>Whether nobody but its caller holds a tensor that it makes, so that a parameter need not copy it: of our own.</summary>
    internal bool MakesFreshTensors => OwnCode.Declares(this);

    /// <summary>The first values.</summary>
    /// <param name="shape">A weight's shape: [out, in], and [out, in, height, width] for a convolution.</param>
    /// <param name="generator">Where random values are drawn from; those that draw none do not move it.</param>
    /// <param name="dtype">float32 or float64.</param>
    /// <exception cref="ShapeException">The shape has too few axes to count what goes in and out.</exception>
    /// <exception cref="DTypeException">The element type is no floating-point type.</exception>
    public abstract Tensor Create(Shape shape, Generator generator, DType dtype = DType.Float32);
}
