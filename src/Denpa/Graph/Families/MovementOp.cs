using System.Numerics;

namespace Denpa;

/// <summary>An op that moves elements of any type without computing with them.</summary>
public abstract record MovementOp : SingleOutputOp
{
    /// <inheritdoc/>
    protected internal sealed override void Forward(in Operands operands)
    {
        Call call = new(this, operands);
        ElementTypes.OfSize(operands.Output.DType, ref call);
    }

    internal sealed override ForwardKernel KernelFor(in Operands operands)
    {
        Choice choice = new(this);
        ElementTypes.OfSize(operands.Output.DType, ref choice);
        return choice.Kernel!;
    }

    /// <summary>Fills every element of the output.</summary>
    /// <typeparam name="T">An unsigned number of the elements' size, as which they are read and written.</typeparam>
    protected abstract void Forward<T>(in Operands operands)
        where T : unmanaged, IBinaryInteger<T>;

    private readonly ref struct Call(MovementOp op, in Operands operands) : IBitsCase
    {
        private readonly Operands operands = operands;

        public void Run<T>()
            where T : unmanaged, IBinaryInteger<T> => op.Forward<T>(operands);
    }

    private struct Choice(MovementOp op) : IBitsCase
    {
        public ForwardKernel? Kernel { get; private set; }

        public void Run<T>()
            where T : unmanaged, IBinaryInteger<T> => Kernel = op.Forward<T>;
    }
}
