namespace Denpa.Tables;

/// <summary>What training can use, by the names that the command line uses.</summary>
public static class TrainingChoices
{
    private const double StepFactor = 0.5;
    private const double ExponentialFactor = 0.97;
    private const double PlateauFactor = 0.5;
    private const int PlateauPatience = 5;

    private static readonly OrderedDictionary<string, Func<IEnumerable<Parameter>, TrainingSettings, Optimizer>> OptimizerMakers = new()
    {
        ["sgd"] = (parameters, s) => new Sgd(parameters, s.LearningRate ?? 0.1, s.WeightDecay),
        ["momentum"] = (parameters, s) => new Momentum(parameters, s.LearningRate ?? 0.05, s.Momentum ?? 0.9, s.WeightDecay),
        ["nesterov"] = (parameters, s) => new Nesterov(parameters, s.LearningRate ?? 0.05, s.Momentum ?? 0.9, s.WeightDecay),
        ["adagrad"] = (parameters, s) => new AdaGrad(parameters, s.LearningRate ?? 0.05, weightDecay: s.WeightDecay),
        ["rmsprop"] = (parameters, s) =>
            new RmsProp(parameters, s.LearningRate ?? 0.001, momentum: s.Momentum ?? 0, weightDecay: s.WeightDecay),
        ["adam"] = (parameters, s) => new Adam(parameters, s.LearningRate ?? 0.001, weightDecay: s.WeightDecay),
        ["adamw"] = (parameters, s) => new AdamW(parameters, s.LearningRate ?? 0.001, weightDecay: s.WeightDecay),
    };

    private static readonly string[] WithMomentum = ["momentum", "nesterov", "rmsprop"];

    private static readonly OrderedDictionary<string, Func<Loss>> RegressionLosses = new()
    {
        ["half-mse"] = () => new HalfSquaredError(),
        ["mse"] = () => new SquaredError(),
        ["mae"] = () => new AbsoluteError(),
        ["huber"] = () => new Huber(),
    };

    private static readonly string[] ClassificationLosses = ["cross-entropy", "binary-cross-entropy"];

    // The steps are those of an epoch. A curve to the end of training begins after the warm-up.
    private static readonly OrderedDictionary<string, Func<TrainingSettings, long, Schedule>> ScheduleMakers = new()
    {
        ["constant"] = (_, _) => new ConstantSchedule(),
        ["step"] = (s, steps) => new StepSchedule(s.StepSize * steps, s.Gamma ?? StepFactor),
        ["exponential"] = (s, steps) => new ExponentialSchedule(Math.Pow(s.Gamma ?? ExponentialFactor, 1.0 / steps)),
        ["cosine"] = (s, steps) => new CosineSchedule(EpochsAfterWarmUp(s) * steps),
        ["one-cycle"] = (s, steps) => new OneCycleSchedule(EpochsAfterWarmUp(s) * steps),
        ["plateau"] = (s, _) => new PlateauSchedule(s.Gamma ?? PlateauFactor, PlateauPatience),
    };

    private static readonly string[] WithFactor = ["step", "exponential", "plateau"];

    /// <summary>The names of the losses; auto is half-mse for numbers, cross-entropy for classes.</summary>
    public static IReadOnlyCollection<string> Losses { get; } = ["auto", .. RegressionLosses.Keys, .. ClassificationLosses];

    /// <summary>
    /// The names of the optimizers. Their learning rates, when none is given: sgd 0.1; momentum, nesterov and adagrad 0.05; rmsprop,
    /// adam and adamw 0.001. Momentum: momentum and nesterov 0.9, rmsprop none.
    /// </summary>
    public static IReadOnlyCollection<string> Optimizers => OptimizerMakers.Keys;

    /// <summary>
    /// The names of the schedules. Their factors, when none is given: step 0.5, exponential 0.97 over an epoch, plateau 0.5 after
    /// more than 5 epochs without improvement. Cosine and one-cycle end with the last epoch.
    /// </summary>
    public static IReadOnlyCollection<string> Schedules => ScheduleMakers.Keys;

    /// <summary>The optimizer that the settings name.</summary>
    /// <exception cref="ArgumentException">There is none of that name, it takes no momentum, or a number is out of its range.</exception>
    public static Optimizer Optimizer(TrainingSettings settings, IEnumerable<Parameter> parameters)
    {
        Optimizer optimizer = Choices.Get(OptimizerMakers, "optimizer", settings.Optimizer)(parameters, settings);
        return settings.Momentum is null || WithMomentum.Contains(settings.Optimizer)
            ? optimizer
            : throw new ArgumentException($"the optimizer {settings.Optimizer} takes no momentum: use {string.Join(" or ", WithMomentum)}");
    }

    /// <summary>The loss that the settings name, where it goes with the target.</summary>
    /// <exception cref="ArgumentException">It does not go with the target, or there is none of that name.</exception>
    public static Loss Loss(TrainingSettings settings, TargetSchema target)
    {
        bool regression = target.Task == TableTask.Regression;
        string name = settings.Loss == "auto" ? (regression ? "half-mse" : "cross-entropy") : settings.Loss;
        if (regression) return Choices.Get(RegressionLosses, $"loss for the number {Quoted.Text(target.Name)}", name)();
        if (!ClassificationLosses.Contains(name) || (name == "binary-cross-entropy" && target.OutputCount > 1))
        {
            string fitting = target.OutputCount > 1 ? "cross-entropy" : string.Join(" or ", ClassificationLosses);
            throw new ArgumentException(
                $"the loss {Quoted.Text(name)} does not go with the classes of {Quoted.Text(target.Name)}: use {fitting}");
        }

        return target.OutputCount > 1 ? new SoftmaxCrossEntropy() : new BinaryCrossEntropy();
    }

    /// <summary>The schedule that the settings name, in steps.</summary>
    /// <param name="settings">The settings, in epochs.</param>
    /// <param name="stepsPerEpoch">The number of steps in an epoch.</param>
    /// <exception cref="ArgumentException">There is none of that name, it takes no factor, or a number is out of its range.</exception>
    public static Schedule Schedule(TrainingSettings settings, long stepsPerEpoch)
    {
        Schedule schedule = Choices.Get(ScheduleMakers, "schedule", settings.Schedule)(settings, stepsPerEpoch);
        if (settings.Gamma is not null && !WithFactor.Contains(settings.Schedule))
        {
            throw new ArgumentException($"the schedule {settings.Schedule} takes no factor: use {string.Join(" or ", WithFactor)}");
        }

        return settings.WarmUp == 0 ? schedule : new WarmUpSchedule(settings.WarmUp * stepsPerEpoch, schedule);
    }

    /// <summary>How many numbers the optimizer remembers for each weight; 2 for one that is not known, which is refused elsewhere.</summary>
    internal static int NumbersPerWeight(TrainingSettings settings) => settings.Optimizer switch
    {
        "sgd" => 0,
        "momentum" or "nesterov" or "adagrad" => 1,
        "rmsprop" => settings.Momentum > 0 ? 2 : 1,
        _ => 2,
    };

    private static long EpochsAfterWarmUp(TrainingSettings settings) => Math.Max(1L, (long)settings.Epochs - settings.WarmUp);
}
