namespace Denpa;

/// <summary>
/// AdaGrad: s ← s + g², θ ← θ − ηg / (√s + ε), so that elements with large gradients slow down (Duchi, Hazan and Singer,
/// "Adaptive subgradient methods for online learning and stochastic optimization", JMLR 2011), with weight decay λθ added to the gradient.
/// </summary>
public sealed class AdaGrad : Optimizer
{
    /// <summary>AdaGrad of these parameters.</summary>
    /// <param name="parameters">The parameters, such as a module's.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="epsilon">ε, added to the root so that nothing is divided by zero.</param>
    /// <param name="weightDecay">λ.</param>
    /// <exception cref="ArgumentException">There is no parameter, one is given twice, or a number is out of its range.</exception>
    public AdaGrad(IEnumerable<Parameter> parameters, double learningRate = 0.01, double epsilon = 1e-10, double weightDecay = 0)
        : this([new ParameterGroup(parameters, learningRate, weightDecay)], epsilon)
    {
    }

    /// <summary>AdaGrad of groups with learning rates of their own.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="epsilon">ε, added to the root so that nothing is divided by zero.</param>
    /// <exception cref="ArgumentException">There is no group, a parameter is given twice, or a number is out of its range.</exception>
    public AdaGrad(IEnumerable<ParameterGroup> groups, double epsilon = 1e-10)
        : base(groups, group => new AdaGradUpdate(group.WeightDecay, epsilon), "squareSum")
    {
        NumberRange.RequirePositive(epsilon, nameof(epsilon));
    }
}
