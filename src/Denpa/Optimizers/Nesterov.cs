namespace Denpa;

/// <summary>
/// Gradient descent with Nesterov's momentum, which looks one velocity ahead: v ← μv + g, θ ← θ − η(g + μv) (Sutskever et al.,
/// "On the importance of initialization and momentum in deep learning", ICML 2013), with weight decay λθ added to the gradient.
/// </summary>
public sealed class Nesterov : Optimizer
{
    /// <summary>Gradient descent with Nesterov's momentum of these parameters.</summary>
    /// <param name="parameters">The parameters, such as a module's.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="momentum">μ, from 0 up to but without 1: how much of the velocity stays.</param>
    /// <param name="weightDecay">λ.</param>
    /// <exception cref="ArgumentException">There is no parameter, one is given twice, or a number is out of its range.</exception>
    public Nesterov(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0.9, double weightDecay = 0)
        : this([new ParameterGroup(parameters, learningRate, weightDecay)], momentum)
    {
    }

    /// <summary>Gradient descent with Nesterov's momentum of groups with learning rates of their own.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="momentum">μ, from 0 up to but without 1: how much of the velocity stays.</param>
    /// <exception cref="ArgumentException">There is no group, a parameter is given twice, or a number is out of its range.</exception>
    public Nesterov(IEnumerable<ParameterGroup> groups, double momentum = 0.9)
        : base(groups, group => new MomentumUpdate(group.WeightDecay, momentum, LooksAhead: true), "velocity")
    {
        NumberRange.RequireFraction(momentum, nameof(momentum));
    }
}
