namespace Denpa.Tables;

/// <summary>An optimizer that settings can name.</summary>
public sealed class OptimizerChoice : Choice
{
    private const double DefaultBeta2 = 0.999;

    private readonly Func<double, int> numbersPerWeight;
    private readonly Maker make;

    private OptimizerChoice(
        string name, string summary, IReadOnlyList<NumberDefault> defaults, Func<double, int> numbersPerWeight, Maker make)
        : base(name, summary, defaults) => (this.numbersPerWeight, this.make) = (numbersPerWeight, make);

    private delegate Optimizer Maker(IReadOnlyList<ParameterGroup> groups, double momentum, double beta2);

    /// <summary>The optimizers.</summary>
    public static IReadOnlyList<OptimizerChoice> All { get; } =
    [
        new("sgd", "steps against the gradient", Takes(0.1), _ => 0, (groups, _, _) => new Sgd(groups)),
        new("momentum", "steps that keep their speed", Takes(0.05, 0.9), _ => 1, (groups, momentum, _) =>
            new Momentum(groups, momentum)),
        new("nesterov", "momentum that looks a step ahead", Takes(0.05, 0.9), _ => 1, (groups, momentum, _) =>
            new Nesterov(groups, momentum)),
        new("adagrad", "steps that shrink with all gradients so far", Takes(0.05), _ => 1, (groups, _, _) => new AdaGrad(groups)),
        new("rmsprop", "steps measured by recent gradients", Takes(0.001, 0), momentum => momentum > 0 ? 2 : 1,
            (groups, momentum, _) => new RmsProp(groups, momentum: momentum)),
        new("adam", "rmsprop along the gradients' running mean", Takes(0.001), _ => 2, (groups, _, beta2) =>
            new Adam(groups, beta2: beta2)),
        new("adamw", "adam with a weight decay apart from the gradient", Takes(0.001), _ => 2, (groups, _, beta2) =>
            new AdamW(groups, beta2: beta2)),
    ];

    /// <summary>The learning rate when settings give none.</summary>
    public double LearningRate => DefaultOf(NumberSetting.LearningRate)!.Value;

    /// <summary>The momentum when settings give none; null where it takes none.</summary>
    public double? Momentum => DefaultOf(NumberSetting.Momentum);

    /// <summary>The optimizer that settings name.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or it takes no momentum and the settings give one.</exception>
    internal static OptimizerChoice Of(TrainingSettings settings)
    {
        OptimizerChoice choice = All.Named(settings.Optimizer, "optimizer");
        if (settings.Momentum is null || choice.Momentum is not null) return choice;
        string others = string.Join(" or ", All.NamesWith(NumberSetting.Momentum));
        throw new ArgumentException($"the optimizer {choice} takes no momentum: use {others}");
    }

    /// <summary>The learning rate at the start.</summary>
    internal double LearningRateOf(TrainingSettings settings) => settings.LearningRate ?? LearningRate;

    /// <summary>How many numbers it remembers for each weight.</summary>
    internal int NumbersPerWeight(TrainingSettings settings) => numbersPerWeight(MomentumOf(settings));

    /// <summary>The optimizer of parameters, at its beginning.</summary>
    internal Optimizer Create(TrainingSettings settings, IEnumerable<Parameter> parameters) =>
        Create(settings, [new ParameterGroup(parameters, LearningRateOf(settings), settings.WeightDecay)]);

    /// <summary>The optimizer of a table's network, at its beginning.</summary>
    internal Optimizer Create(TrainingSettings settings, Sequential network) => settings.LayerRates
        ? Create(settings, LayerRates.Of(network, LearningRateOf(settings), settings.WeightDecay))
        : Create(settings, network.Parameters);

    private Optimizer Create(TrainingSettings settings, IReadOnlyList<ParameterGroup> groups) =>
        make(groups, MomentumOf(settings), settings.Beta2 ?? DefaultBeta2);

    private double MomentumOf(TrainingSettings settings) => Number(NumberSetting.Momentum, settings) ?? 0;

    private static IReadOnlyList<NumberDefault> Takes(double learningRate, double? momentum = null)
    {
        NumberDefault rate = new(NumberSetting.LearningRate, learningRate);
        return momentum is { } own ? [rate, new NumberDefault(NumberSetting.Momentum, own)] : [rate];
    }
}
