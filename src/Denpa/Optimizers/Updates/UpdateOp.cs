using System.Numerics;

namespace Denpa;

/// <summary>
/// An optimizer's step for one parameter, in place. Its inputs are the parameter, the gradient, the learning rate (a float64
/// scalar), the step count (an int64 scalar, from 1) and then what the rule remembers, each of the parameter's shape.
/// </summary>
internal abstract record UpdateOp : FloatingOp
{
    private const int ParameterInput = 0;
    private const int GradientInput = 1;
    private const int LearningRateInput = 2;
    private const int StepCountInput = 3;
    private const int FirstStateInput = 4;

    private readonly double decayInGradient;
    private readonly int stateCount;

    /// <param name="decayInGradient">λ: the rule's gradient is g + λθ.</param>
    /// <param name="stateCount">How many tensors the rule remembers, up to three.</param>
    protected UpdateOp(double decayInGradient, int stateCount) =>
        (this.decayInGradient, this.stateCount, Overwrites) =
        (decayInGradient, stateCount, [ParameterInput, .. Enumerable.Range(FirstStateInput, stateCount)]);

    public override string DerivativeFormula => "none";

    public override int Aliases => ParameterInput;

    public sealed override OperandSet Overwrites { get; }

    protected internal sealed override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        TensorSpec parameter = RequireFloating(inputs[ParameterInput]);
        TensorSpec gradient = inputs[GradientInput];
        if (gradient == parameter) return parameter;
        throw new ShapeException($"{Name}: the parameter is {parameter}, its gradient {gradient}");
    }

    protected static double LearningRate(in Operands operands) => operands.Read<double>(LearningRateInput)[0];

    protected static long StepCount(in Operands operands) => operands.Read<long>(StepCountInput)[0];

    /// <summary>Takes the step by a rule.</summary>
    protected void Run<T, TRule>(in Operands operands, TRule rule)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TRule : struct, IUpdateRule<T>
    {
        UpdateLoop<T> loop = new()
        {
            Parameter = operands.Update<T>(ParameterInput),
            Gradient = operands.Read<T>(GradientInput),
            First = stateCount > 0 ? operands.Update<T>(FirstStateInput) : default,
            Second = stateCount > 1 ? operands.Update<T>(FirstStateInput + 1) : default,
            Third = stateCount > 2 ? operands.Update<T>(FirstStateInput + 2) : default,
        };
        loop.Run(rule, T.CreateTruncating(decayInGradient));
    }
}
