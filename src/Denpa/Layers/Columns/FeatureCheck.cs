namespace Denpa;

/// <summary>Refuses inputs of other features than a layer was made for.</summary>
internal static class FeatureCheck
{
    /// <param name="layer">What messages call the layer.</param>
    /// <param name="input">The input.</param>
    /// <param name="features">The number of features that belong on its last axis.</param>
    /// <param name="dtype">The element type of the layer's parameters.</param>
    /// <exception cref="ShapeException">The last axis has another size, or there is none.</exception>
    /// <exception cref="DTypeException">The element type is another.</exception>
    public static void Require(string layer, Tensor input, int features, DType dtype)
    {
        if (input.DType != dtype)
        {
            throw new DTypeException(
                $"{layer}: element types differ: the input is {input.DType.Name}, the parameters are {dtype.Name}; " +
                $"convert the input with .To(DType.{dtype})");
        }

        if (input.Rank > 0 && input.Shape[-1] == features) return;
        throw new ShapeException(input.Rank == 0
            ? $"{layer}: the input is a scalar, which has no axis for the {features} features that the layer takes"
            : $"{layer}: the input {input.Shape} has {input.Shape[-1]} features on its last axis, but the layer takes {features}");
    }
}
