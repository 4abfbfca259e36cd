using System.Globalization;

namespace Denpa.Tables;

/// <summary>A number among the settings: what the command line calls it, and what it may be.</summary>
internal sealed class NumberSetting
{
    private const int MostMembers = 100;

    private readonly Func<TrainingSettings, double?> read;

    private NumberSetting(string property, string name, NumberBounds bounds, Func<TrainingSettings, double?> read) =>
        (Property, Name, Bounds, this.read) = (property, name, bounds, read);

    public static NumberSetting Dropout { get; } =
        new(nameof(TrainingSettings.Dropout), "dropout", NumberBounds.Fraction, settings => settings.Dropout);

    /// <summary>How many networks answer as one.</summary>
    public static NumberSetting Members { get; } =
        new(nameof(TrainingSettings.Members), "members", NumberBounds.Whole(1, MostMembers), settings => settings.Members);

    public static NumberSetting LabelSmoothing { get; } =
        new(nameof(TrainingSettings.LabelSmoothing), "label-smoothing", NumberBounds.Fraction, settings => settings.LabelSmoothing);

    public static NumberSetting Beta2 { get; } =
        new(nameof(TrainingSettings.Beta2), "beta2", NumberBounds.Fraction, settings => settings.Beta2);

    public static NumberSetting Momentum { get; } =
        new(nameof(TrainingSettings.Momentum), "momentum", NumberBounds.Fraction, settings => settings.Momentum);

    public static NumberSetting LearningRate { get; } =
        new(nameof(TrainingSettings.LearningRate), "lr", NumberBounds.Positive, settings => settings.LearningRate);

    public static NumberSetting StepSize { get; } =
        new(nameof(TrainingSettings.StepSize), "step-size", NumberBounds.WholeFrom(1), settings => settings.StepSize);

    public static NumberSetting Gamma { get; } =
        new(nameof(TrainingSettings.Gamma), "gamma", NumberBounds.BetweenZeroAndOne, settings => settings.Gamma);

    public static NumberSetting WarmUp { get; } =
        new(nameof(TrainingSettings.WarmUp), "warm-up", NumberBounds.WholeFrom(0), settings => settings.WarmUp);

    public static NumberSetting WeightDecay { get; } =
        new(nameof(TrainingSettings.WeightDecay), "weight-decay", NumberBounds.NotNegative, settings => settings.WeightDecay);

    public static NumberSetting ClipNorm { get; } =
        new(nameof(TrainingSettings.ClipNorm), "clip-norm", NumberBounds.Positive, settings => settings.ClipNorm);

    /// <summary>0 stands for all rows, for which the command line has a word.</summary>
    public static NumberSetting BatchSize { get; } =
        new(nameof(TrainingSettings.BatchSize), "batch", NumberBounds.WholeFrom(0), settings => settings.BatchSize);

    public static NumberSetting Epochs { get; } =
        new(nameof(TrainingSettings.Epochs), "epochs", NumberBounds.WholeFrom(1), settings => settings.Epochs);

    public static NumberSetting Patience { get; } =
        new(nameof(TrainingSettings.Patience), "patience", NumberBounds.WholeFrom(0), settings => settings.Patience);

    /// <summary>In seconds.</summary>
    public static NumberSetting TimeLimit { get; } =
        new(nameof(TrainingSettings.TimeLimit), "time", NumberBounds.NotNegative, settings => settings.TimeLimit?.TotalSeconds);

    public static IReadOnlyList<NumberSetting> All { get; } =

    [
        Members, LabelSmoothing, Beta2, Dropout, Momentum, LearningRate, StepSize, Gamma, WarmUp, WeightDecay, ClipNorm, BatchSize, Epochs,
        Patience, TimeLimit,
    ];

    /// <summary>The name of the settings' property.</summary>
    public string Property { get; }

    /// <summary>The name on the command line, without its dashes.</summary>
    public string Name { get; }

    public NumberBounds Bounds { get; }

    /// <summary>The number in some settings; null where they leave it out.</summary>
    public double? In(TrainingSettings settings) => read(settings);

    /// <summary>Refuses settings in which the number is what it cannot be.</summary>
    /// <exception cref="ArgumentException">It is.</exception>
    public void Require(TrainingSettings settings)
    {
        if (In(settings) is not { } value || Bounds.Contain(value)) return;
        string number = value.ToString(CultureInfo.InvariantCulture);
        throw new ArgumentException($"{Property} of {number} is impossible: give {Bounds}");
    }
}
