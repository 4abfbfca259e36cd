namespace Denpa.Tables;

/// <summary>How a network for a table is built and trained where nothing else is asked for.</summary>
public sealed class PresetChoice : Choice
{
    private readonly Func<TableUnderstanding, TrainingSettings> make;

    private PresetChoice(string name, string summary, Func<TableUnderstanding, TrainingSettings> make)
        : base(name, summary) => this.make = make;

    /// <summary>
    /// What learns most from a table without a single option: networks that embed its columns, scaled, started and trained as they
    /// have been found to do best on many tables (docs/tables.md has what each part is worth).
    /// </summary>
    public static PresetChoice Quality { get; } =
        new("quality", "the network that learns most from a table", QualitySettings.For);

    /// <summary>A plain network, which is what <see cref="TrainingSettings"/> are where nothing is set.</summary>
    public static PresetChoice Fast { get; } =
        new("fast", "a plain network, trained in a fraction of the time", _ => new TrainingSettings());

    /// <summary>The presets; the first is that of the command line.</summary>
    public static IReadOnlyList<PresetChoice> All { get; } = [Quality, Fast];

    /// <summary>The settings for a table, which <c>with</c> changes.</summary>
    /// <param name="understanding">What the table is taken for.</param>
    public TrainingSettings Settings(TableUnderstanding understanding) => make(understanding);
}
