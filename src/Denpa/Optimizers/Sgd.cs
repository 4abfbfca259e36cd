namespace Denpa;

/// <summary>
/// Stochastic gradient descent, θ ← θ − ηg, with weight decay λθ added to the gradient (Robbins and Monro, "A stochastic
/// approximation method", 1951).
/// </summary>
public sealed class Sgd : Optimizer
{
    /// <summary>Gradient descent of these parameters.</summary>
    /// <param name="parameters">The parameters, such as a module's.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="weightDecay">λ.</param>
    /// <exception cref="ArgumentException">There is no parameter, one is given twice, or a number is out of its range.</exception>
    public Sgd(IEnumerable<Parameter> parameters, double learningRate, double weightDecay = 0)
        : this([new ParameterGroup(parameters, learningRate, weightDecay)])
    {
    }

    /// <summary>Gradient descent of groups with learning rates of their own.</summary>
    /// <param name="groups">The groups.</param>
    /// <exception cref="ArgumentException">There is no group, a parameter is given twice, or a number is out of its range.</exception>
    public Sgd(IEnumerable<ParameterGroup> groups)
        : base(groups, group => new SgdUpdate(group.WeightDecay))
    {
    }
}
