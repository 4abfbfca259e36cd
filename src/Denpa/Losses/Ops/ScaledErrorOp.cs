using System.Numerics;
using System.Runtime.CompilerServices;
using Denpa.Kernels;
using static System.FormattableString;

namespace Denpa;

/// <summary>The error p − t of each element times a number g, which is the gradient of a loss: the squared error's derivative.</summary>
internal sealed record ScaledErrorOp(double Scale) : FloatingOp
{
    public override string Name => "scaled error";

    public override string Formula => Invariant($"y = {Scale} g (p − t)");

    public override string DerivativeFormula => Invariant($"∂L/∂g = {Scale} Σ ∂L/∂y · (p − t), ∂L/∂p = ∂L/∂y · {Scale} g, ∂L/∂t = −∂L/∂p");

    public override OperandSet MayOverwrite => [1, 2];

    protected internal override KeptOperands Keeps(int input) =>
        input == 0 ? KeptOperands.Input(1) | KeptOperands.Input(2) : KeptOperands.Input(0);

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => inputs[1];

    protected override void Forward<T>(in Operands operands)
    {
        T factor = operands.Read<T>(0)[0] * T.CreateTruncating(Scale);
        Elementwise.Zip(operands.Read<T>(1), operands.Read<T>(2), operands.Write<T>(), new ErrorKernel<T>(factor));
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input switch
    {
        0 => ((link.Input(1) - link.Input(2)) * link.Upstream).Sum() * Scale,
        1 => link.Upstream * (link.Input(0) * Scale),
        _ => link.Upstream * (link.Input(0) * -Scale),
    };

    private readonly struct ErrorKernel<TFactor>(TFactor factor) : IBinaryKernel
        where TFactor : unmanaged
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => Unsafe.BitCast<TFactor, T>(factor) * (a - b);
    }
}
