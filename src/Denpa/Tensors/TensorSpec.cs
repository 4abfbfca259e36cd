namespace Denpa;

/// <summary>What is known of a tensor without its values: element type and shape.</summary>
/// <param name="DType">The element type.</param>
/// <param name="Shape">The sizes along each axis.</param>
public readonly record struct TensorSpec(DType DType, Shape Shape)
{
    /// <summary>Such as <c>float32 [2, 3]</c>.</summary>
    public override string ToString() => $"{DType.Name} {Shape}";
}
