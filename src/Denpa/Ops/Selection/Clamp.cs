using System.Numerics;
using Denpa.Kernels;
using static System.FormattableString;

namespace Denpa;

/// <summary>
/// Every element brought into a range, whose ends are infinite where there is no bound. The derivative passes the gradient on
/// where the element stayed as it was, so on the bounds as well. NaN stays NaN.
/// </summary>
internal sealed record ClampOp(double Minimum, double Maximum) : UnaryNumericOp<ClampOp.ClampKernel>
{
    public override string Name => "clamp";

    public override string Formula => Invariant($"y = min(max(x, {Minimum}), {Maximum})");

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · [y = x]";

    protected override ClampKernel Kernel => new(Minimum, Maximum);

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        if (double.IsFinite(Minimum)) ScalarOperand.Require(Minimum, inputs[0].DType, Name);
        if (double.IsFinite(Maximum)) ScalarOperand.Require(Maximum, inputs[0].DType, Name);
        return base.Infer(inputs);
    }

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0) | KeptOperands.Output;

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        Tensor.Where(link.Output.EqualTo(link.Input(0)), link.Upstream, 0);

    internal readonly struct ClampKernel(double minimum, double maximum) : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            TLanes least = TLanes.Fill(T.CreateSaturating(minimum));
            TLanes most = TLanes.Fill(T.CreateSaturating(maximum));
            return TLanes.Min(TLanes.Max(x, least), most);
        }
    }
}

public sealed partial class Tensor
{
    /// <summary>
    /// Every element, or the bound that it lies beyond. Numbers of any element type, which the bounds take. The derivative is 1 on the
    /// bounds and 0 beyond them.
    /// </summary>
    /// <param name="minimum">The lower bound, or null for none.</param>
    /// <param name="maximum">The upper bound, or null for none.</param>
    /// <exception cref="ArgumentException">The bounds are the wrong way round, NaN, or both missing.</exception>
    /// <exception cref="DTypeException">The elements are no numbers, or their type does not hold a bound.</exception>
    public Tensor Clamp(double? minimum = null, double? maximum = null)
    {
        if (minimum is null && maximum is null) throw new ArgumentException("clamp: give a minimum, a maximum or both");
        (double least, double most) = (minimum ?? double.NegativeInfinity, maximum ?? double.PositiveInfinity);
        if (!(least <= most)) throw new ArgumentException($"clamp: the minimum {least} must not be above the maximum {most}");
        return new ClampOp(least, most).Apply(this);
    }
}
