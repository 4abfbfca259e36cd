using System.Numerics;

namespace Denpa;

/// <summary>An op with one output whose forward kernel is generic over float32 and float64.</summary>
public abstract record FloatingOp : SingleOutputOp, IFloatingForward
{
    /// <inheritdoc/>
    protected internal sealed override void Forward(in Operands operands) => FloatingForward.Run(this, ComputesIn(operands), operands);

    internal sealed override ForwardKernel KernelFor(in Operands operands) => FloatingForward.KernelOf(this, ComputesIn(operands));

    void IFloatingForward.Run<T>(in Operands operands) => Forward<T>(operands);

    ForwardKernel IFloatingForward.KernelOf<T>() => Forward<T>;

    /// <summary>Fills every element of the output.</summary>
    /// <typeparam name="T">The C# type of the elements.</typeparam>
    protected abstract void Forward<T>(in Operands operands)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>The element type that forward is generic over: the output's, unless the op says otherwise.</summary>
    private protected virtual DType ComputesIn(in Operands operands) => operands.Output.DType;

    /// <summary>An operand, whose element type must be float32 or float64.</summary>
    private protected TensorSpec RequireFloating(TensorSpec operand)
    {
        if (!operand.DType.IsFloatingPoint) DTypeException.ThrowNotFloating(Name, operand.DType);
        return operand;
    }

    /// <summary>The first of two operands, whose element types must be the same and floating.</summary>
    private protected TensorSpec RequireFloating(TensorSpec left, TensorSpec right)
    {
        if (left.DType != right.DType) DTypeException.ThrowMixed(Name, left.DType, right.DType);
        return RequireFloating(left);
    }
}
