using System.Numerics;
using System.Runtime.Intrinsics;

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
        public Vector512<T> Invoke(Vector512<T> parameter, Vector512<T> gradient, ref UpdateState<T> state) =>
            parameter - (rate * gradient);
    }
}
