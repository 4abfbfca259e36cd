using System.Text.Json.Serialization;

namespace Denpa.Tests.Support;

/// <summary>A tensor as a fixture writes it.</summary>
/// <param name="Shape">The size of each axis; empty for a scalar.</param>
/// <param name="Values">The elements in row-major order; booleans are 0 and 1. Every fixture's integers are exact in a double.</param>
/// <param name="DType">PyTorch's name of the element type: float64, float32, int64, uint8 or bool.</param>
public sealed record ReferenceTensor(int[] Shape, double[] Values, [property: JsonPropertyName("dtype")] string DType)
{
    public override string ToString() => $"{DType} [{string.Join(", ", Shape)}]";
}
