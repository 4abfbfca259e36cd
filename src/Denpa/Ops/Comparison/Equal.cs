using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Whether elements equal another tensor's. NaN equals nothing, not even itself.</summary>
internal sealed record EqualOp : ComparisonOp<EqualOp.EqualKernel>
{
    public static readonly EqualOp Instance = new();

    public override string Name => "equal";

    public override string Formula => "y = [a = b]";

    internal readonly struct EqualKernel : IComparisonKernel
    {
        public bool Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => a == b;
    }
}

public sealed partial class Tensor
{
    /// <summary>Whether a = b, element by element, as bool, with NumPy's broadcasting; false for NaN. Any one element type.</summary>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    /// <exception cref="DTypeException">The element types differ.</exception>
    public Tensor EqualTo(Tensor b) => EqualOp.Instance.Apply(this, b);

    /// <summary>Whether a = b, for every element of a; b takes a's element type.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    public Tensor EqualTo(double b) => EqualOp.Instance.Apply(this, b);
}
