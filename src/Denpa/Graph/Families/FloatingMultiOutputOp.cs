using System.Numerics;

namespace Denpa;

/// <summary>An op with several outputs, the first float32 or float64, whose forward kernel is generic over the first one's type.</summary>
public abstract record FloatingMultiOutputOp : Op, IFloatingForward
{
    /// <inheritdoc/>
    protected internal sealed override void Forward(in Operands operands) => FloatingForward.Run(this, operands.Output.DType, operands);

    internal sealed override ForwardKernel KernelFor(in Operands operands) => FloatingForward.KernelOf(this, operands.Output.DType);

    void IFloatingForward.Run<T>(in Operands operands) => Forward<T>(operands);

    ForwardKernel IFloatingForward.KernelOf<T>() => Forward<T>;

    /// <summary>Fills every element of the outputs.</summary>
    /// <typeparam name="T">The C# type of the first output's elements.</typeparam>
    protected abstract void Forward<T>(in Operands operands)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
