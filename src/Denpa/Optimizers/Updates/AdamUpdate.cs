using System.Numerics;
using System.Runtime.CompilerServices;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// A step of Adam: the running mean of the gradient over the root of its running mean square, both corrected for having
/// begun at zero. Weight decay is either part of the gradient or, decoupled, a shrinking of the parameter before the step.
/// </summary>
internal sealed record AdamUpdate(double WeightDecay, double Beta1, double Beta2, double Epsilon, bool Decoupled)
    : UpdateOp(Decoupled ? 0 : WeightDecay, stateCount: 2)
{
    public override string Name => Decoupled ? "adamw update" : "adam update";

    public override string Formula =>
        (Decoupled ? "θ ← (1 − ηλ)θ" : "g ← g + λθ") +
        ", m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², θ ← θ − η · m/(1−β₁ᵗ) / (√(v/(1−β₂ᵗ)) + ε)";

    protected override void Forward<T>(in Operands operands)
    {
        double rate = LearningRate(operands);
        long step = StepCount(operands);
        Run<T, Rule<T>>(operands, new Rule<T>
        {
            Shrinkage = T.CreateTruncating(Decoupled ? 1 - (rate * WeightDecay) : 1),
            Beta1 = T.CreateTruncating(Beta1),
            Freshness1 = T.CreateTruncating(1 - Beta1),
            Beta2 = T.CreateTruncating(Beta2),
            Freshness2 = T.CreateTruncating(1 - Beta2),
            Rate = T.CreateTruncating(rate / (1 - Math.Pow(Beta1, step))),
            RootCorrection = T.CreateTruncating(1 / Math.Sqrt(1 - Math.Pow(Beta2, step))),
            Epsilon = UpdateLoop<T>.AboveZero(Epsilon),
        });
    }

    private readonly struct Rule<T> : IUpdateRule<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public required T Shrinkage { get; init; }

        public required T Beta1 { get; init; }

        public required T Freshness1 { get; init; }

        public required T Beta2 { get; init; }

        public required T Freshness2 { get; init; }

        /// <summary>η / (1 − β₁ᵗ).</summary>
        public required T Rate { get; init; }

        /// <summary>1 / √(1 − β₂ᵗ).</summary>
        public required T RootCorrection { get; init; }

        public required T Epsilon { get; init; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes parameter, TLanes gradient, ref UpdateState<TLanes> state)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            (TLanes mean, TLanes meanSquare) = (state.First, state.Second);
            mean = (Beta1 * mean) + (Freshness1 * gradient);
            meanSquare = (Beta2 * meanSquare) + (Freshness2 * gradient * gradient);
            (state.First, state.Second) = (mean, meanSquare);
            TLanes root = TLanes.Sqrt(meanSquare);
            return (Shrinkage * parameter) - (Rate * mean / ((RootCorrection * root) + TLanes.Fill(Epsilon)));
        }
    }
}
