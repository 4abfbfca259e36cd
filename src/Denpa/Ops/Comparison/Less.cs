using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Whether elements are less than another tensor's. NaN is less than nothing.</summary>
internal sealed record LessOp : ComparisonOp<LessOp.LessKernel>
{
    public static readonly LessOp Instance = new();

    public override string Name => "less";

    public override string Formula => "y = [a < b]";

    internal readonly struct LessKernel : IComparisonKernel
    {
        public bool Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => a < b;
    }
}

public sealed partial class Tensor
{
    // C# has these two operators declared together.
    /// <summary>Whether a &lt; b, element by element, as bool, with NumPy's broadcasting.</summary>
    /// <remarks>Any one element type; false is less than true.</remarks>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    /// <exception cref="DTypeException">The element types differ.</exception>
    public static Tensor operator <(Tensor a, Tensor b) => LessOp.Instance.Apply(a, b);

    /// <summary>Whether a &lt; b, for every element of a; b takes a's element type.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    public static Tensor operator <(Tensor a, double b) => LessOp.Instance.Apply(a, b);

    /// <summary>Whether a &lt; b, for every element of b; a takes b's element type.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    public static Tensor operator <(double a, Tensor b) => LessOp.Instance.Apply(a, b);

    /// <summary>Whether a &gt; b, element by element, as bool, with NumPy's broadcasting.</summary>
    /// <remarks>Any one element type; false is less than true.</remarks>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    /// <exception cref="DTypeException">The element types differ.</exception>
    public static Tensor operator >(Tensor a, Tensor b) => GreaterOp.Instance.Apply(a, b);

    /// <summary>Whether a &gt; b, for every element of a; b takes a's element type.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    public static Tensor operator >(Tensor a, double b) => GreaterOp.Instance.Apply(a, b);

    /// <summary>Whether a &gt; b, for every element of b; a takes b's element type.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    public static Tensor operator >(double a, Tensor b) => GreaterOp.Instance.Apply(a, b);
}
