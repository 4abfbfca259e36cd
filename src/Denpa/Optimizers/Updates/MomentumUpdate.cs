using System.Numerics;
using System.Runtime.CompilerServices;
using Denpa.Kernels;

namespace Denpa;

/// <summary>A step with momentum: the velocity gathers gradients; with Nesterov's variant the step looks one velocity ahead.</summary>
internal sealed record MomentumUpdate(double WeightDecay, double Momentum, bool LooksAhead) : UpdateOp(WeightDecay, stateCount: 1)
{
    public override string Name => LooksAhead ? "nesterov update" : "momentum update";

    public override string Formula => LooksAhead ? "v ← μv + g + λθ, θ ← θ − η(g + λθ + μv)" : "v ← μv + g + λθ, θ ← θ − ηv";

    protected override void Forward<T>(in Operands operands) => Run<T, Rule<T>>(
        operands, new Rule<T>(T.CreateTruncating(LearningRate(operands)), T.CreateTruncating(Momentum), LooksAhead));

    private readonly struct Rule<T>(T rate, T momentum, bool looksAhead) : IUpdateRule<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes parameter, TLanes gradient, ref UpdateState<TLanes> state)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            TLanes velocity = state.First = (momentum * state.First) + gradient;
            return parameter - (rate * (looksAhead ? gradient + (momentum * velocity) : velocity));
        }
    }
}
