namespace Denpa;

/// <summary>One parameter's part of a step, as an optimizer's rule is handed it.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Gradient">Its gradient, of its shape.</param>
/// <param name="LearningRate">η, a float64 scalar that a replay reads anew.</param>
/// <param name="StepCount">The number of this step from 1, an int64 scalar.</param>
/// <param name="WeightDecay">λ of the parameter's group.</param>
/// <param name="State">What the rule remembers of the parameter, in the order of its names, each of the parameter's shape and type.</param>
public sealed record ParameterUpdate(
    Parameter Parameter, Tensor Gradient, Tensor LearningRate, Tensor StepCount, double WeightDecay, IReadOnlyList<Variable> State);
