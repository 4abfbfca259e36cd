using System.Numerics;
using System.Runtime.CompilerServices;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Elements of either type times a float64 scalar, which may be too small for a float32 of its own.</summary>
internal sealed record ScaleOp : FloatingOp
{
    public static readonly ScaleOp Instance = new();

    public override string Name => "scale";

    public override string Formula => "y = x f";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · f, ∂L/∂f = Σ ∂L/∂y · x";

    public override OperandSet MayOverwrite => [0];

    protected internal override KeptOperands Keeps(int input) => input == 0 ? KeptOperands.Input(1) : KeptOperands.Input(0);

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => RequireFloating(inputs[0]);

    protected override void Forward<T>(in Operands operands)
    {
        double factor = operands.Read<double>(1)[0];
        bool fits = factor == 0 || T.IsNormal(T.CreateTruncating(factor));
        double part = fits ? factor : Math.Sqrt(factor);
        T second = fits ? T.One : T.CreateTruncating(part);
        Elementwise.Map(operands.Read<T>(0), operands.Write<T>(), new ScaleKernel<T>(T.CreateTruncating(part), second));
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input == 0
        ? Instance.Apply(link.Upstream, link.Input(1))
        : (link.Upstream * link.Input(0)).Sum().To(DType.Float64);

    private readonly struct ScaleKernel<TFactor>(TFactor first, TFactor second) : IUnaryKernel
        where TFactor : unmanaged
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => Unsafe.BitCast<TFactor, T>(second) * (Unsafe.BitCast<TFactor, T>(first) * x);
    }
}
