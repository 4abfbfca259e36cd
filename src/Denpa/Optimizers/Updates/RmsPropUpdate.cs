using System.Numerics;
using System.Runtime.CompilerServices;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// A step of RMSProp: the gradient divided by the root of its running mean square, which is taken about the running mean
/// where it is centered, and gathered in a velocity where there is momentum.
/// </summary>
internal sealed record RmsPropUpdate(double WeightDecay, double Smoothing, double Epsilon, double Momentum, bool Centered)
    : UpdateOp(WeightDecay, stateCount: 1 + (Centered ? 1 : 0) + (Momentum > 0 ? 1 : 0))
{
    public override string Name => "rmsprop update";

    public override string Formula =>
        "g ← g + λθ, s ← αs + (1−α)g²" +
        (Centered ? ", m ← αm + (1−α)g, d ← g / (√max(s − m², 0) + ε)" : ", d ← g / (√s + ε)") +
        (Momentum > 0 ? ", v ← μv + d, θ ← θ − ηv" : ", θ ← θ − ηd");

    protected override void Forward<T>(in Operands operands) => Run<T, Rule<T>>(operands, new Rule<T>
    {
        Rate = T.CreateTruncating(LearningRate(operands)),
        Smoothing = T.CreateTruncating(Smoothing),
        Freshness = T.CreateTruncating(1 - Smoothing),
        Epsilon = UpdateLoop<T>.AboveZero(Epsilon),
        Momentum = T.CreateTruncating(Momentum),
        Centered = Centered,
    });

    private readonly struct Rule<T> : IUpdateRule<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public required T Rate { get; init; }

        public required T Smoothing { get; init; }

        public required T Freshness { get; init; }

        public required T Epsilon { get; init; }

        public required T Momentum { get; init; }

        public required bool Centered { get; init; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes parameter, TLanes gradient, ref UpdateState<TLanes> state)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            TLanes spread = state.First = (Smoothing * state.First) + (Freshness * gradient * gradient);
            if (Centered)
            {
                state.Second = (Smoothing * state.Second) + (Freshness * gradient);
                // With a steady gradient both are the same but for their rounding, which may leave less than nothing.
                spread = TLanes.Max(spread - (state.Second * state.Second), TLanes.Zero);
            }

            TLanes direction = gradient / (TLanes.Sqrt(spread) + TLanes.Fill(Epsilon));
            if (Momentum > T.Zero)
            {
                ref TLanes velocity = ref Centered ? ref state.Third : ref state.Second;
                direction = velocity = (Momentum * velocity) + direction;
            }

            return parameter - (Rate * direction);
        }
    }
}
