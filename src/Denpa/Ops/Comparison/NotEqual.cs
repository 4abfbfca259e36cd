using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Whether elements differ from another tensor's. NaN differs from everything.</summary>
internal sealed record NotEqualOp : ComparisonOp<NotEqualOp.NotEqualKernel>
{
    public static readonly NotEqualOp Instance = new();

    public override string Name => "not equal";

    public override string Formula => "y = [a ≠ b]";

    internal readonly struct NotEqualKernel : IComparisonKernel
    {
        public bool Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => a != b;
    }
}

public sealed partial class Tensor
{
    /// <summary>Whether a ≠ b, element by element, as bool, with NumPy's broadcasting; true for NaN. Any one element type.</summary>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    /// <exception cref="DTypeException">The element types differ.</exception>
    public Tensor NotEqualTo(Tensor b) => NotEqualOp.Instance.Apply(this, b);

    /// <summary>Whether a ≠ b, for every element of a; b takes a's element type.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    public Tensor NotEqualTo(double b) => NotEqualOp.Instance.Apply(this, b);
}
