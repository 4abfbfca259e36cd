using System.Numerics;

namespace Denpa;

/// <summary>An op whose forward kernel is generic over the number types: float32, float64, int64 and uint8.</summary>
public abstract record NumericOp : SingleOutputOp
{
    /// <inheritdoc/>
    protected internal sealed override void Forward(in Operands operands)
    {
        Call call = new(this, operands);
        ElementTypes.OfNumbers(ComputesIn(operands), ref call);
    }

    internal sealed override ForwardKernel KernelFor(in Operands operands)
    {
        Choice choice = new(this);
        ElementTypes.OfNumbers(ComputesIn(operands), ref choice);
        return choice.Kernel!;
    }

    /// <summary>Fills every element of the output.</summary>
    /// <typeparam name="T">The C# type of the elements.</typeparam>
    protected abstract void Forward<T>(in Operands operands)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>;

    /// <summary>The element type that forward is generic over: the output's, unless the op says otherwise.</summary>
    private protected virtual DType ComputesIn(in Operands operands) => operands.Output.DType;

    /// <summary>An operand, whose element type must be a number's.</summary>
    private protected TensorSpec RequireNumbers(TensorSpec operand)
    {
        if (operand.DType == DType.Bool) DTypeException.ThrowNotNumeric(Name, operand.DType);
        return operand;
    }

    /// <summary>The first of two operands, whose element types must be the same and numbers'.</summary>
    private protected TensorSpec RequireNumbers(TensorSpec left, TensorSpec right)
    {
        if (left.DType != right.DType) DTypeException.ThrowMixed(Name, left.DType, right.DType);
        return RequireNumbers(left);
    }

    private readonly ref struct Call(NumericOp op, in Operands operands) : INumberCase
    {
        private readonly Operands operands = operands;

        public void Run<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => op.Forward<T>(operands);
    }

    private struct Choice(NumericOp op) : INumberCase
    {
        public ForwardKernel? Kernel { get; private set; }

        public void Run<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => Kernel = op.Forward<T>;
    }
}
