using System.Numerics;
using System.Runtime.CompilerServices;
using Denpa.Kernels;

namespace Denpa;

/// <summary>A step of AdaGrad: each element's rate falls with the sum of its squared gradients.</summary>
internal sealed record AdaGradUpdate(double WeightDecay, double Epsilon) : UpdateOp(WeightDecay, stateCount: 1)
{
    public override string Name => "adagrad update";

    public override string Formula => "s ← s + (g + λθ)², θ ← θ − η(g + λθ) / (√s + ε)";

    protected override void Forward<T>(in Operands operands) => Run<T, Rule<T>>(
        operands, new Rule<T>(T.CreateTruncating(LearningRate(operands)), UpdateLoop<T>.AboveZero(Epsilon)));

    private readonly struct Rule<T>(T rate, T epsilon) : IUpdateRule<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes parameter, TLanes gradient, ref UpdateState<TLanes> state)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            state.First += gradient * gradient;
            return parameter - (rate * gradient / (TLanes.Sqrt(state.First) + TLanes.Fill(epsilon)));
        }
    }
}
