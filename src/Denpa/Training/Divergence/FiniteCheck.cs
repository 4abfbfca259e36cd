using System.Numerics.Tensors;

namespace Denpa;

/// <summary>Whether numbers are neither infinite nor NaN.</summary>
internal static class FiniteCheck
{
    public static bool IsFinite(Tensor tensor) => tensor.Length == 0 || tensor.DType switch
    {
        DType.Float32 => TensorPrimitives.IsFiniteAll(tensor.AsSpan<float>()),
        DType.Float64 => TensorPrimitives.IsFiniteAll(tensor.AsSpan<double>()),
        _ => true,
    };

    /// <summary>The position of the first number that is infinite or NaN, or null.</summary>
    public static int? FirstStray(Tensor tensor)
    {
        if (IsFinite(tensor)) return null;
        int position = 0;
        while (double.IsFinite(tensor.ElementAt(position))) position++;
        return position;
    }
}
