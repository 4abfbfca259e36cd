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
        Product(shape.Sizes[..first]), Product(shape.Sizes.Slice(first, count)), Product(shape.Sizes[(first + count)..]));

    // Sizes of 0 elsewhere in the shape may let the others multiply to more than an int holds; nothing is walked then.
    private static int Product(ReadOnlySpan<int> sizes)
    {
        int product = 1;
        foreach (int size in sizes) product = unchecked(product * size);
        return product;
    }
}
