using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Whether elements are at most another tensor's. NaN is not.</summary>
internal sealed record LessOrEqualOp : ComparisonOp<LessOrEqualOp.LessOrEqualKernel>
{
    public static readonly LessOrEqualOp Instance = new();

    public override string Name => "less or equal";

    public override string Formula => "y = [a ≤ b]";

    internal readonly struct LessOrEqualKernel : IComparisonKernel
    {
        public bool Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => a <= b;
    }
}

public sealed partial class Tensor
{
    // C# has these two operators declared together.
    /// <summary>Whether a ≤ b, element by element, as bool, with NumPy's broadcasting.</summary>
    /// <remarks>Any one element type; false is less than true.</remarks>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    /// <exception cref="DTypeException">The element types differ.</exception>
    public static Tensor operator <=(Tensor a, Tensor b) => LessOrEqualOp.Instance.Apply(a, b);

    /// <summary>Whether a ≤ b, for every element of a; b takes a's element type.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    public static Tensor operator <=(Tensor a, double b) => LessOrEqualOp.Instance.Apply(a, b);

    /// <summary>Whether a ≤ b, for every element of b; a takes b's element type.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    public static Tensor operator <=(double a, Tensor b) => LessOrEqualOp.Instance.Apply(a, b);

    /// <summary>Whether a ≥ b, element by element, as bool, with NumPy's broadcasting.</summary>
    /// <remarks>Any one element type; false is less than true.</remarks>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    /// <exception cref="DTypeException">The element types differ.</exception>
    public static Tensor operator >=(Tensor a, Tensor b) => GreaterOrEqualOp.Instance.Apply(a, b);

    /// <summary>Whether a ≥ b, for every element of a; b takes a's element type.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    public static Tensor operator >=(Tensor a, double b) => GreaterOrEqualOp.Instance.Apply(a, b);

    /// <summary>Whether a ≥ b, for every element of b; a takes b's element type.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    public static Tensor operator >=(double a, Tensor b) => GreaterOrEqualOp.Instance.Apply(a, b);
}
