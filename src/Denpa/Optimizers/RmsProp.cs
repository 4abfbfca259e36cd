namespace Denpa;

/// <summary>
/// RMSProp: s ← αs + (1 − α)g², θ ← θ − ηg / (√s + ε) (Tieleman and Hinton, lecture 6.5 of "Neural networks for machine
/// learning", 2012); centered, the mean square is taken about the running mean, s − m² and at least 0 (Graves,
/// arXiv:1308.0850). Weight decay λθ is added to the gradient.
/// </summary>
public sealed class RmsProp : Optimizer
{
    /// <summary>RMSProp of these parameters.</summary>
    /// <param name="parameters">The parameters, such as a module's.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="smoothing">α, from 0 up to but without 1: how much of the running mean square stays.</param>
    /// <param name="epsilon">ε, added to the root so that nothing is divided by zero.</param>
    /// <param name="momentum">μ, from 0 up to but without 1: how much of the velocity of divided gradients stays.</param>
    /// <param name="centered">Whether the mean square is taken about the running mean.</param>
    /// <param name="weightDecay">λ.</param>
    /// <exception cref="ArgumentException">There is no parameter, one is given twice, or a number is out of its range.</exception>
    public RmsProp(
        IEnumerable<Parameter> parameters,
        double learningRate = 0.01,
        double smoothing = 0.99,
        double epsilon = 1e-8,
        double momentum = 0,
        bool centered = false,
        double weightDecay = 0)
        : this([new ParameterGroup(parameters, learningRate, weightDecay)], smoothing, epsilon, momentum, centered)
    {
    }

    /// <summary>RMSProp of groups with learning rates of their own.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="smoothing">α, from 0 up to but without 1: how much of the running mean square stays.</param>
    /// <param name="epsilon">ε, added to the root so that nothing is divided by zero.</param>
    /// <param name="momentum">μ, from 0 up to but without 1: how much of the velocity of divided gradients stays.</param>
    /// <param name="centered">Whether the mean square is taken about the running mean.</param>
    /// <exception cref="ArgumentException">There is no group, a parameter is given twice, or a number is out of its range.</exception>
    public RmsProp(
        IEnumerable<ParameterGroup> groups, double smoothing = 0.99, double epsilon = 1e-8, double momentum = 0, bool centered = false)
        : base(
            groups,
            group => new RmsPropUpdate(group.WeightDecay, smoothing, epsilon, momentum, centered),
            StateNames(centered, momentum))
    {
        NumberRange.RequireFraction(smoothing, nameof(smoothing));
        NumberRange.RequirePositive(epsilon, nameof(epsilon));
        NumberRange.RequireFraction(momentum, nameof(momentum));
    }

    private static string[] StateNames(bool centered, double momentum) =>
        [.. (string[])["meanSquare"], .. centered ? (string[])["mean"] : [], .. momentum > 0 ? (string[])["velocity"] : []];
}
