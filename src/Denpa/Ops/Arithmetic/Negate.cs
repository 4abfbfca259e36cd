using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Every element with its sign changed.</summary>
internal sealed record NegateOp : UnaryNumericOp<NegateOp.NegateKernel>
{
    public static readonly NegateOp Instance = new();

    public override string Name => "negate";

    public override string Formula => "y = −x";

    public override string DerivativeFormula => "∂L/∂x = −∂L/∂y";

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        if (inputs[0].DType == DType.UInt8) ThrowUnsigned();
        return base.Infer(inputs);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => -link.Upstream;

    [DoesNotReturn]
    private static void ThrowUnsigned() =>
        throw new DTypeException("negate: uint8 holds no negative numbers; convert with .To(DType.Int64)");

    internal readonly struct NegateKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => -x;
    }
}

public sealed partial class Tensor
{
    /// <summary>−x for every element; float32, float64 or int64.</summary>
    /// <exception cref="DTypeException">The elements are not signed numbers.</exception>
    public static Tensor operator -(Tensor x) => NegateOp.Instance.Apply(x);
}
