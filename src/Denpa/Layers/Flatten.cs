namespace Denpa;

/// <summary>All axes from one on merged into a single one: [n, 8, 8] becomes [n, 64].</summary>
public sealed class Flatten : Layer
{
    private readonly int firstAxis;

    /// <summary>A layer that merges these axes.</summary>
    /// <param name="firstAxis">The first axis that is merged; 1 keeps the samples apart.</param>
    /// <exception cref="ArgumentOutOfRangeException">The axis is negative.</exception>
    public Flatten(int firstAxis = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstAxis);
        this.firstAxis = firstAxis;
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        int first = input.Shape.Axis(firstAxis, "flatten");
        ReadOnlySpan<int> sizes = input.Shape.Sizes;
        return input.Reshape(new Shape([.. sizes[..first], new Shape(sizes[first..]).ElementCount]));
    }
}
