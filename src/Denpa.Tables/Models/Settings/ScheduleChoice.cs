namespace Denpa.Tables;

/// <summary>How the learning rate goes on, as settings can name it.</summary>
public sealed class ScheduleChoice : Choice
{
    private const int PlateauPatience = 5;

    private readonly Maker make;

    private ScheduleChoice(string name, string summary, double? factor, Maker make)
        : base(name, summary, factor is { } own ? [new NumberDefault(NumberSetting.Gamma, own)] : []) => this.make = make;

    private delegate Schedule Maker(TrainingSettings settings, long stepsPerEpoch, double factor);

    /// <summary>The schedules. A curve to the end of training begins after the warm-up and ends with the last epoch.</summary>
    public static IReadOnlyList<ScheduleChoice> All { get; } =
    [
        new("constant", "stays as it is", null, (_, _, _) => new ConstantSchedule()),
        new("step", "is cut every so many epochs", 0.5, (settings, steps, factor) => new StepSchedule(settings.StepSize * steps, factor)),
        new("exponential", "is cut a little in each step, by the factor in each epoch", 0.97, (_, steps, factor) =>
            new ExponentialSchedule(Math.Pow(factor, 1.0 / steps))),
        new("cosine", "falls to 0 along half a cosine", null, (settings, steps, _) =>
            new CosineSchedule(EpochsAfterWarmUp(settings) * steps)),
        new("flat-cosine", "stays for half of the way, then falls to 0 along half a cosine", null, (settings, steps, _) =>
            new FlatCosineSchedule(EpochsAfterWarmUp(settings) * steps)),
        new("coslog", "rises and falls four times, each time for twice as long", null, (settings, steps, _) =>
            new CoslogSchedule(EpochsAfterWarmUp(settings) * steps)),
        new("one-cycle", "rises, then falls almost to 0", null, (settings, steps, _) =>
            new OneCycleSchedule(EpochsAfterWarmUp(settings) * steps)),
        new("plateau", $"is cut after more than {PlateauPatience} epochs without improvement", 0.5, (_, _, factor) =>
            new PlateauSchedule(factor, PlateauPatience)),
    ];

    /// <summary>The factor of a cut when settings give none; null where it takes none.</summary>
    public double? Factor => DefaultOf(NumberSetting.Gamma);

    /// <summary>The schedule that settings name.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or it takes no factor and the settings give one.</exception>
    internal static ScheduleChoice Of(TrainingSettings settings)
    {
        ScheduleChoice choice = All.Named(settings.Schedule, "schedule");
        if (settings.Gamma is null || choice.Factor is not null) return choice;
        string others = string.Join(" or ", All.NamesWith(NumberSetting.Gamma));
        throw new ArgumentException($"the schedule {choice} takes no factor: use {others}");
    }

    /// <summary>The schedule in steps, with its warm-up, at its beginning.</summary>
    /// <param name="settings">The settings, in epochs.</param>
    /// <param name="stepsPerEpoch">The number of steps in an epoch.</param>
    /// <exception cref="ArgumentException">There are too few steps for it.</exception>
    internal Schedule Create(TrainingSettings settings, long stepsPerEpoch)
    {
        Schedule schedule = make(settings, stepsPerEpoch, Number(NumberSetting.Gamma, settings) ?? 1);
        return settings.WarmUp == 0 ? schedule : new WarmUpSchedule(settings.WarmUp * stepsPerEpoch, schedule);
    }

    private static long EpochsAfterWarmUp(TrainingSettings settings) => Math.Max(1L, (long)settings.Epochs - settings.WarmUp);
}
