using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Whether elements are greater than another tensor's. NaN is greater than nothing.</summary>
internal sealed record GreaterOp : ComparisonOp<GreaterOp.GreaterKernel>
{
    public static readonly GreaterOp Instance = new();

    public override string Name => "greater";

    public override string Formula => "y = [a > b]";

    internal readonly struct GreaterKernel : IComparisonKernel
    {
        public bool Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => a > b;
    }
}
