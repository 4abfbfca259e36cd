namespace Denpa;

/// <summary>
/// Adam with decoupled weight decay: before each step the parameter shrinks to (1 − ηλ)θ, apart from the gradient (Loshchilov
/// and Hutter, "Decoupled weight decay regularization", ICLR 2019, algorithm 2).
/// </summary>
public sealed class AdamW : Optimizer
{
    /// <summary>AdamW of these parameters.</summary>
    /// <param name="parameters">The parameters, such as a module's.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="beta1">β₁, from 0 up to but without 1: how much of the gradient's running mean stays.</param>
    /// <param name="beta2">β₂, from 0 up to but without 1: how much of the running mean square stays.</param>
    /// <param name="epsilon">ε, added to the root so that nothing is divided by zero.</param>
    /// <param name="weightDecay">λ.</param>
    /// <exception cref="ArgumentException">There is no parameter, one is given twice, or a number is out of its range.</exception>
    public AdamW(
        IEnumerable<Parameter> parameters,
        double learningRate = 0.001,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double weightDecay = 0.01)
        : this([new ParameterGroup(parameters, learningRate, weightDecay)], beta1, beta2, epsilon)
    {
    }

    /// <summary>AdamW of groups with learning rates of their own.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="beta1">β₁, from 0 up to but without 1: how much of the gradient's running mean stays.</param>
    /// <param name="beta2">β₂, from 0 up to but without 1: how much of the running mean square stays.</param>
    /// <param name="epsilon">ε, added to the root so that nothing is divided by zero.</param>
    /// <exception cref="ArgumentException">There is no group, a parameter is given twice, or a number is out of its range.</exception>
    public AdamW(IEnumerable<ParameterGroup> groups, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base(groups, group => new AdamUpdate(group.WeightDecay, beta1, beta2, epsilon, Decoupled: true), "moment1", "moment2")
    {
        NumberRange.RequireFraction(beta1, nameof(beta1));
        NumberRange.RequireFraction(beta2, nameof(beta2));
        NumberRange.RequirePositive(epsilon, nameof(epsilon));
    }
}
