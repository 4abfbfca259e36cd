namespace Denpa;

/// <summary>Parameters that share a learning rate and a weight decay.</summary>
public sealed class ParameterGroup
{
    /// <summary>A group of these parameters.</summary>
    /// <param name="parameters">The parameters, in the order in which they are updated.</param>
    /// <param name="learningRate">How far a step goes, from 0 up.</param>
    /// <param name="weightDecay">How strongly the parameters are drawn to zero, from 0 up; 0 for not at all.</param>
    /// <exception cref="ArgumentException">There is no parameter, or one is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public ParameterGroup(IEnumerable<Parameter> parameters, double learningRate, double weightDecay = 0)
    {
        Parameters = [.. parameters];
        if (Parameters.Count == 0)
        {
            throw new ArgumentException(
                $"there are no parameters to train: {(parameters is IParameterSource source ? source.Absence : "give one or more")}");
        }

        NumberRange.RequireNotNegative(learningRate, nameof(learningRate));
        NumberRange.RequireNotNegative(weightDecay, nameof(weightDecay));
        InitialLearningRate = learningRate;
        LearningRateVariable = Variable.Of(Tensor.Scalar(learningRate));
        WeightDecay = weightDecay;
    }

    /// <summary>The parameters, in the order in which they are updated.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The learning rate that the next step is taken with.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to a negative number, or to none.</exception>
    public double LearningRate
    {
        get => LearningRateVariable.Value.Item();
        set
        {
            NumberRange.RequireNotNegative(value, nameof(value));
            LearningRateVariable.Set(value);
        }
    }

    /// <summary>The learning rate that the group was made with, from which a schedule goes.</summary>
    public double InitialLearningRate { get; }

    /// <summary>How strongly the parameters are drawn to zero.</summary>
    public double WeightDecay { get; }

    /// <summary>The learning rate as a float64 scalar that update ops read when they run.</summary>
    internal Variable LearningRateVariable { get; }
}
