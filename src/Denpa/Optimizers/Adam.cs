namespace Denpa;

/// <summary>
/// Adam: the running mean of the gradient over the root of its running mean square (Kingma and Ba, "Adam: a method for
/// stochastic optimization", ICLR 2015, algorithm 1), with weight decay λθ added to the gradient.
/// </summary>
public sealed class Adam : Optimizer
{
    /// <summary>Adam of these parameters.</summary>
    /// <param name="parameters">The parameters, such as a module's.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="beta1">β₁, from 0 up to but without 1: how much of the gradient's running mean stays.</param>
    /// <param name="beta2">β₂, from 0 up to but without 1: how much of the running mean square stays.</param>
    /// <param name="epsilon">ε, added to the root so that nothing is divided by zero.</param>
    /// <param name="weightDecay">λ.</param>
    /// <exception cref="ArgumentException">There is no parameter, one is given twice, or a number is out of its range.</exception>
    public Adam(
        IEnumerable<Parameter> parameters,
        double learningRate = 0.001,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double weightDecay = 0)
        : this([new ParameterGroup(parameters, learningRate, weightDecay)], beta1, beta2, epsilon)
    {
    }

    /// <summary>Adam of groups with learning rates of their own.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="beta1">β₁, from 0 up to but without 1: how much of the gradient's running mean stays.</param>
    /// <param name="beta2">β₂, from 0 up to but without 1: how much of the running mean square stays.</param>
    /// <param name="epsilon">ε, added to the root so that nothing is divided by zero.</param>
    /// <exception cref="ArgumentException">There is no group, a parameter is given twice, or a number is out of its range.</exception>
    public Adam(IEnumerable<ParameterGroup> groups, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base(groups, group => new AdamUpdate(group.WeightDecay, beta1, beta2, epsilon, Decoupled: false), "moment1", "moment2")
    {
        NumberRange.RequireFraction(beta1, nameof(beta1));
        NumberRange.RequireFraction(beta2, nameof(beta2));
        NumberRange.RequirePositive(epsilon, nameof(epsilon));
    }
}
