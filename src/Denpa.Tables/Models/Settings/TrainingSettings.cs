using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>
/// How a network for a table is built and trained: everything besides the data that its weights depend on, stored with the
/// model. Names are those of the command line. Where nothing is set it is a plain network; <see cref="For"/> has those that suit a table.
/// </summary>
public sealed record TrainingSettings
{
    /// <summary>The number of units of each hidden layer; none for a linear model.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [64, 32];

    /// <summary>The activation after each hidden layer, one of <see cref="ActivationChoice.All"/>.</summary>
    public string Activation { get; init; } = "relu";

    /// <summary>The initial weights, one of <see cref="InitializerChoice.All"/>; auto is He before ReLU and its kin, else Xavier.</summary>
    public string Initializer { get; init; } = "auto";

    /// <summary>The probability that a hidden unit is dropped in a training step.</summary>
    public double Dropout { get; init; }

    /// <summary>
    /// How many networks answer as one, each trained without a fold of the rows, which measures it; 1 for a single network, which is
    /// measured by rows that are held out for that. Null is one.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Members { get; init; }

    /// <summary>Whether numbers are also given as cosines of learned frequencies (<see cref="PeriodicEmbedding"/>).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NumericEmbedding { get; init; }

    /// <summary>Whether categories of more than eight values are embedded (<see cref="CategoryEmbedding"/>).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CategoryEmbedding { get; init; }

    /// <summary>Whether numbers are scaled by median and quartiles and far ones drawn in, rather than standardised.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool RobustScaling { get; init; }

    /// <summary>Whether each input of the first hidden layer has a factor that is learned (<see cref="FeatureScale"/>).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ScalingLayer { get; init; }

    /// <summary>Whether each hidden unit learns how much of the activation it takes (<see cref="Denpa.ParametricActivation"/>).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ParametricActivation { get; init; }

    /// <summary>Whether weights, biases, factors and embeddings have learning rates of their own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool LayerRates { get; init; }

    /// <summary>How much of each class target is spread over all classes, from 0 up to but without 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double LabelSmoothing { get; init; }

    /// <summary>How much of the running mean square stays in a step of adam and adamw; null for their own, 0.999.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Beta2 { get; init; }

    /// <summary>The loss, one of <see cref="LossChoice.All"/>; auto goes by the task.</summary>
    public string Loss { get; init; } = "auto";

    /// <summary>The optimizer, one of <see cref="OptimizerChoice.All"/>.</summary>
    public string Optimizer { get; init; } = "adam";

    /// <summary>
    /// The momentum, from 0 up to but without 1, of optimizers that take one; when null the optimizer's own
    /// (<see cref="OptimizerChoice.Momentum"/>), and null for others.
    /// </summary>
    public double? Momentum { get; init; }

    /// <summary>
    /// The learning rate at the start, above 0; when null the optimizer's own (<see cref="OptimizerChoice.LearningRate"/>).
    /// </summary>
    public double? LearningRate { get; init; }

    /// <summary>How the learning rate goes on, one of <see cref="ScheduleChoice.All"/>.</summary>
    public string Schedule { get; init; } = "constant";

    /// <summary>Epochs between two cuts of the step schedule.</summary>
    public int StepSize { get; init; } = 30;

    /// <summary>
    /// The factor of schedules that take one, between 0 and 1, of the exponential one over an epoch; when null the schedule's own
    /// (<see cref="ScheduleChoice.Factor"/>), and null for others.
    /// </summary>
    public double? Gamma { get; init; }

    /// <summary>Epochs over which the learning rate rises to its start; the schedule begins after them.</summary>
    public int WarmUp { get; init; }

    /// <summary>The weight decay.</summary>
    public double WeightDecay { get; init; }

    /// <summary>The largest norm of all gradients together; no limit when null.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>Rows per step; 0 for all of them.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The most passes over the training rows.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>Epochs without a better validation loss after which training stops; 0 never stops early.</summary>
    public int Patience { get; init; } = 20;

    /// <summary>
    /// What of the validation rows tells the better epoch, one of <see cref="MetricChoice.All"/>; null for the loss.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Metric { get; init; }

    /// <summary>The longest time that one run takes; null for no limit. A resumed run may have another.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Whether every class has the same weight in the loss, however few its training rows.</summary>
    public bool BalancedClasses { get; init; }

    /// <summary>
    /// The shares of rows to train on, to validate on and to test on; the last does not count when a table is given to test on.
    /// </summary>
    public SplitFractions Split { get; init; } = SplitFractions.Default;

    /// <summary>The column in whose order the rows are shared out: the last are those to test on. Null to draw them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SplitBy { get; init; }

    /// <summary>The column whose values are not to be parted: all rows of one are in one part. Null to draw each row by itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Group { get; init; }

    /// <summary>Whether rows are shuffled anew in each epoch.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>The seed of the split, the weights, the shuffling and the dropout.</summary>
    public ulong Seed { get; init; }

    /// <summary>The element type: float32 or float64.</summary>
    public DType DType { get; init; } = DType.Float32;

    /// <summary>Whether several networks answer as one.</summary>
    internal bool AreMembers => Members > 1;

    /// <summary>
    /// The settings by which a network learns most from a table where nothing else is asked for (<see cref="PresetChoice.Quality"/>).
    /// </summary>
    /// <param name="understanding">What the table is taken for.</param>
    public static TrainingSettings For(TableUnderstanding understanding) => PresetChoice.Quality.Settings(understanding);

    /// <summary>Refuses names that are none, numbers that are out of their bounds, and numbers that nothing would heed.</summary>
    /// <exception cref="ArgumentException">The settings have such a one.</exception>
    internal void Require()
    {
        foreach (NumberSetting number in NumberSetting.All) number.Require(this);
        OptimizerChoice.Of(this);
        ScheduleChoice.Of(this);
        RequireNetwork();
        if (SplitBy is not null && Group is not null)
            throw new ArgumentException("rows are shared out either in the order of a column or by groups: name one of the two");
    }

    /// <summary>Refuses numbers that no network can have.</summary>
    /// <exception cref="ArgumentException">The settings have such a number.</exception>
    internal void RequireNetwork()
    {
        foreach (int units in Hidden)
        {
            if (units < 1) throw new ArgumentException($"a hidden layer cannot have {units} units: give 1 or more");
        }

        NumberSetting.Dropout.Require(this);
        NumberSetting.Members.Require(this);
        if (!DType.IsFloatingPoint) throw new ArgumentException($"weights cannot be {DType}: use float32 or float64");
    }
}
