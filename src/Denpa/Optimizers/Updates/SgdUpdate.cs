using System.Numerics;
using System.Runtime.CompilerServices;
using Denpa.Kernels;

namespace Denpa;

/// <summary>A step of gradient descent.</summary>
internal sealed record SgdUpdate(double WeightDecay) : UpdateOp(WeightDecay, stateCount: 0)
{
    public override string Name => "sgd update";

    public override string Formula => "θ ← θ − η(g + λθ)";

    protected override void Forward<T>(in Operands operands) =>
        Run<T, Rule<T>>(operands, new Rule<T>(T.CreateTruncating(LearningRate(operands))));

    private readonly struct Rule<T>(T rate) : IUpdateRule<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes parameter, TLanes gradient, ref UpdateState<TLanes> state)
            where TLanes : unmanaged, ILanes<TLanes, T> =>
            parameter - (rate * gradient);
    }
}
