using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>An op that combines two floating-point operands, broadcast to one shape, element by element by a kernel.</summary>
internal abstract record BinaryOp<TKernel> : FloatingOp, ITileOp
    where TKernel : struct, IBinaryKernel
{
    protected virtual TKernel Kernel => default;

    public override OperandSet MayOverwrite => OperandSet.All;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) =>
        RequireFloating(inputs[0], inputs[1]) with { Shape = Shape.Broadcast(inputs[0].Shape, inputs[1].Shape, Name) };

    public TileStep<T> AsTileStep<T>(int input)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new ZipStep<T, TKernel>(Kernel, tileIsLeft: input == 0);

    protected override void Forward<T>(in Operands operands) => BroadcastZip.Run<T, TKernel>(operands, Kernel);
}

/// <summary>An op that combines two operands of numbers, broadcast to one shape, element by element by a kernel.</summary>
internal abstract record BinaryNumericOp<TKernel> : NumericOp, ITileOp
    where TKernel : struct, IBinaryKernel
{
    protected virtual TKernel Kernel => default;

    public override OperandSet MayOverwrite => OperandSet.All;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) =>
        RequireNumbers(inputs[0], inputs[1]) with { Shape = Shape.Broadcast(inputs[0].Shape, inputs[1].Shape, Name) };

    public TileStep<T> AsTileStep<T>(int input)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new ZipStep<T, TKernel>(Kernel, tileIsLeft: input == 0);

    protected override void Forward<T>(in Operands operands) => BroadcastZip.Run<T, TKernel>(operands, Kernel);
}

/// <summary>What both kinds of binary ops do: a kernel over two operands that are broadcast to the output's shape.</summary>
internal static class BroadcastZip
{
    public static void Run<T, TKernel>(in Operands operands, TKernel kernel)
        where T : unmanaged, INumber<T>
        where TKernel : struct, IBinaryKernel => Elementwise.Zip(
            operands.Read<T>(0),
            operands[0].Shape.Sizes,
            operands.Read<T>(1),
            operands[1].Shape.Sizes,
            operands.Write<T>(),
            operands.Output.Shape.Sizes,
            kernel);
}
