namespace Denpa.Tables;

/// <summary>An optimizer that settings can name.</summary>
public sealed class OptimizerChoice : Choice
{
    private readonly Func<double, int> numbersPerWeight;
    private readonly Maker make;

    private OptimizerChoice(
        string name, string summary, IReadOnlyList<NumberDefault> defaults, Func<double, int> numbersPerWeight, Maker make)
        : base(name, summary, defaults) => (this.numbersPerWeight, this.make) = (numbersPerWeight, make);

    private delegate Optimizer Maker(IEnumerable<Parameter> parameters, double learningRate, double momentum, double weightDecay);

    /// <summary>The optimizers.</summary>
    public static IReadOnlyList<OptimizerChoice> All { get; } =
    [
        new("sgd", "steps against the gradient", Takes(0.1), _ => 0, (weights, rate, _, decay) => new Sgd(weights, rate, decay)),
        new("momentum", "steps that keep their speed", Takes(0.05, 0.9), _ => 1, (weights, rate, momentum, decay) =>
            new Momentum(weights, rate, momentum, decay)),
        new("nesterov", "momentum that looks a step ahead", Takes(0.05, 0.9), _ => 1, (weights, rate, momentum, decay) =>
            new Nesterov(weights, rate, momentum, decay)),
        new("adagrad", "steps that shrink with all gradients so far", Takes(0.05), _ => 1, (weights, rate, _, decay) =>
            new AdaGrad(weights, rate, weightDecay: decay)),
        new("rmsprop", "steps measured by recent gradients", Takes(0.001, 0), momentum => momentum > 0 ? 2 : 1,
            (weights, rate, momentum, decay) => new RmsProp(weights, rate, momentum: momentum, weightDecay: decay)),
        new("adam", "rmsprop along the gradients' running mean", Takes(0.001), _ => 2, (weights, rate, _, decay) =>
            new Adam(weights, rate, weightDecay: decay)),
        new("adamw", "adam with a weight decay apart from the gradient", Takes(0.001), _ => 2, (weights, rate, _, decay) =>
            new AdamW(weights, rate, weightDecay: decay)),
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
        make(parameters, LearningRateOf(settings), MomentumOf(settings), settings.WeightDecay);

    private double MomentumOf(TrainingSettings settings) => Number(NumberSetting.Momentum, settings) ?? 0;

    private static IReadOnlyList<NumberDefault> Takes(double learningRate, double? momentum = null)
    {
        NumberDefault rate = new(NumberSetting.LearningRate, learningRate);
        return momentum is { } own ? [rate, new NumberDefault(NumberSetting.Momentum, own)] : [rate];
    }
}
