using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>An op that maps each floating-point element by a kernel.</summary>
internal abstract record UnaryOp<TKernel> : FloatingOp, ITileOp
    where TKernel : struct, IUnaryKernel
{
    protected virtual TKernel Kernel => default;

    public override OperandSet MayOverwrite => OperandSet.All;

    protected internal sealed override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => RequireFloating(inputs[0]);

    public TileStep<T> AsTileStep<T>(int input)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new MapStep<T, TKernel>(Kernel);

    protected sealed override void Forward<T>(in Operands operands) =>
        Elementwise.Map(operands.Read<T>(0), operands.Write<T>(), Kernel);
}

/// <summary>An op that maps each number, floating-point or integer, by a kernel.</summary>
internal abstract record UnaryNumericOp<TKernel> : NumericOp, ITileOp
    where TKernel : struct, IUnaryKernel
{
    protected virtual TKernel Kernel => default;

    public override OperandSet MayOverwrite => OperandSet.All;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => RequireNumbers(inputs[0]);

    public TileStep<T> AsTileStep<T>(int input)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new MapStep<T, TKernel>(Kernel);

    protected sealed override void Forward<T>(in Operands operands) =>
        Elementwise.Map(operands.Read<T>(0), operands.Write<T>(), Kernel);
}
