using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Whether elements are at least another tensor's. NaN is not.</summary>
internal sealed record GreaterOrEqualOp : ComparisonOp<GreaterOrEqualOp.GreaterOrEqualKernel>
{
    public static readonly GreaterOrEqualOp Instance = new();

    public override string Name => "greater or equal";

    public override string Formula => "y = [a ≥ b]";

    internal readonly struct GreaterOrEqualKernel : IComparisonKernel
    {
        public bool Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => a >= b;
    }
}
