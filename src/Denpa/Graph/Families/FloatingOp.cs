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

    /// <summary>Throws unless the element type is float32 or float64.</summary>
    private protected void RequireFloating(DType dtype)
    {
        if (!dtype.IsFloatingPoint) DTypeException.ThrowNotFloating(Name, dtype);
    }

    /// <summary>Throws unless both element types are the same and floating.</summary>
    private protected void RequireFloating(DType left, DType right)
    {
        if (left != right) DTypeException.ThrowMixed(Name, left, right);
        RequireFloating(left);
    }
}
