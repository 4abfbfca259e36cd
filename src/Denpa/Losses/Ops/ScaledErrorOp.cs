using System.Numerics;
using System.Runtime.CompilerServices;
using Denpa.Kernels;
using static System.FormattableString;

namespace Denpa;

/// <summary>The error p − t of each element times a number g, which is the gradient of a loss: the squared error's derivative.</summary>
internal sealed class ScaledErrorOp(double scale) : FloatingOp
{
    public override string Name => "scaled error";

    public override string Formula => Invariant($"y = {scale} g (p − t)");

    public override string DerivativeFormula => Invariant($"∂L/∂g = {scale} Σ ∂L/∂y · (p − t), ∂L/∂p = ∂L/∂y · {scale} g, ∂L/∂t = −∂L/∂p");

    public override bool MayOverwrite(int input) => input > 0;

    protected internal override Needs DerivativeNeeds(int input) => input == 0 ? Needs.Input1 | Needs.Input2 : Needs.Input0;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => inputs[1];

    protected override void Forward<T>(in Operands operands)
    {
        T factor = operands.Read<T>(0)[0] * T.CreateTruncating(scale);
        Elementwise.Zip(operands.Read<T>(1), operands.Read<T>(2), operands.Write<T>(), new ErrorKernel<T>(factor));
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input switch
    {
        0 => ((link.Input(1) - link.Input(2)) * link.Upstream).Sum() * scale,
        1 => link.Upstream * (link.Input(0) * scale),
        _ => link.Upstream * (link.Input(0) * -scale),
    };

    private readonly struct ErrorKernel<TFactor>(TFactor factor) : IBinaryKernel
        where TFactor : unmanaged
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => Unsafe.BitCast<TFactor, T>(factor) * (a - b);
    }
}
