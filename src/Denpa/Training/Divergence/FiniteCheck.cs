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
}
