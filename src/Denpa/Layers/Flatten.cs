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

    /// <summary>The first axis.</summary>
    public override IReadOnlyDictionary<string, double> Attributes => new Dictionary<string, double> { ["firstAxis"] = firstAxis };

    internal override Shape? OutputShape(Shape? input) => input is { } shape && firstAxis < shape.Rank ? Merged(shape) : default(Shape?);

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        input.Shape.Axis(firstAxis, "flatten");
        return input.Reshape(Merged(input.Shape));
    }

    private Shape Merged(Shape input) => new([.. input.Sizes[..firstAxis], new Shape(input.Sizes[firstAxis..]).ElementCount]);
}
