using System.Numerics;

namespace Denpa;

/// <summary>An op with a forward kernel that is generic over the floating-point types.</summary>
internal interface IFloatingForward
{
    void Run<T>(in Operands operands)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>The kernel itself, which a replay calls without looking for it again.</summary>
    ForwardKernel KernelOf<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>Choosing such a kernel by an element type.</summary>
internal static class FloatingForward
{
    /// <summary>Runs the kernel for an element type.</summary>
    /// <exception cref="DTypeException">The element type is not floating-point.</exception>
    public static void Run(IFloatingForward op, DType dtype, in Operands operands)
    {
        Require(op, dtype);
        Call call = new(op, operands);
        ElementTypes.OfFloating(dtype, ref call);
    }

    /// <summary>The kernel for an element type.</summary>
    /// <exception cref="DTypeException">The element type is not floating-point.</exception>
    public static ForwardKernel KernelOf(IFloatingForward op, DType dtype)
    {
        Require(op, dtype);
        Choice choice = new(op);
        ElementTypes.OfFloating(dtype, ref choice);
        return choice.Kernel!;
    }

    private static void Require(IFloatingForward op, DType dtype)
    {
        if (!dtype.IsFloatingPoint) DTypeException.ThrowNotFloating(((Op)op).Name, dtype);
    }

    private readonly ref struct Call(IFloatingForward op, in Operands operands) : IFloatingCase
    {
        private readonly Operands operands = operands;

        public void Run<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => op.Run<T>(operands);
    }

    private struct Choice(IFloatingForward op) : IFloatingCase
    {
        public ForwardKernel? Kernel { get; private set; }

        public void Run<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => Kernel = op.KernelOf<T>();
    }
}
