namespace Denpa;

/// <summary>
/// A shape as kernels see it that work along one axis, or along neighbouring axes taken as one: [outer, length, inner].
/// </summary>
/// <param name="Outer">The product of the sizes before the axes.</param>
/// <param name="Length">The product of the sizes of the axes.</param>
/// <param name="Inner">The product of the sizes after the axes.</param>
internal readonly record struct AxisLayout(int Outer, int Length, int Inner)
{
    /// <summary>The layout around <paramref name="count"/> axes from <paramref name="first"/> on.</summary>
    public static AxisLayout Of(Shape shape, int first, int count = 1) => new(
        new Shape(shape.Sizes[..first]).ElementCount,
        new Shape(shape.Sizes.Slice(first, count)).ElementCount,
        new Shape(shape.Sizes[(first + count)..]).ElementCount);
}
