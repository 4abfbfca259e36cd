using System.Globalization;
using System.Text.Json;
using Denpa.Cli.Language;
using Denpa.Tables;

namespace Denpa.Cli.Output;

/// <summary>What became of a training.</summary>
/// <param name="Result">How it went.</param>
/// <param name="Validation">The model on the validation rows, or null.</param>
/// <param name="Test">The model on the test rows, or null.</param>
/// <param name="Health">How its layers fare, or null when that was not asked for.</param>
/// <param name="ExaminedRows">On how many rows that was seen.</param>
/// <param name="ModelPath">Where the model is.</param>
/// <param name="Replaced">What the model took the place of: another model's target, an empty text for another file, null for none.</param>
internal sealed record TrainOutcome(
    TrainingResult Result,
    TableEvaluation? Validation,
    TableEvaluation? Test,
    HealthReport? Health,
    int ExaminedRows,
    string ModelPath,
    string? Replaced)
{
    /// <summary>What the folds of a cross-validation have measured; none where that was not asked for.</summary>
    public IReadOnlyList<TableEvaluation> Folds { get; init; } = [];

    /// <summary>What says how good the model is: the test rows, else the validation rows, else nothing.</summary>
    public TableEvaluation? Measured => Test ?? Validation;

    /// <summary>The model on the rows that it has learnt from, where there are no others; else null.</summary>
    public TableEvaluation? Training { get; init; }
}

/// <summary>What <c>train</c> says: its plan before, its outcome after.</summary>
internal sealed class TrainReport(Table table, TableUnderstanding understanding, PreparedTraining prepared)
{
    private readonly TrainingSettings settings = prepared.Settings;

    public void WritePlan(Page page)
    {
        UnderstandingReport.Write(page, table, understanding, prepared.Schema);
        page.Field("Rows", Parts() + HowShared());
        int parameters = prepared.Network.Parameters.Sum(parameter => parameter.Value.Length);
        string widths = string.Join(" → ", settings.Hidden.Prepend(prepared.Schema.InputCount).Append(prepared.Schema.OutputCount));
        string layers = settings.Hidden.Count == 0 ? widths : Phrase.List([widths, settings.Activation]);
        if (settings.Members is { } members and > 1) layers = Phrase.Of($"{members} networks {layers}");
        page.Field("Network", Phrase.List([layers, Phrase.Of($"{Quantity.Of(parameters)} parameters"), settings.DType.Name]));
        page.Field("Training", Phrase.List(Steps()));
        foreach (string warning in prepared.Warnings) page.Warning(warning);
    }

    private string Parts()
    {
        string training = Quantity.Of(prepared.TrainingRows);
        string test = Quantity.Of(prepared.TestRows);
        return settings.Members is { } members and > 1
            ? Phrase.Of($"{training} to train, each left out by one of {members} networks to validate it, {test} to test")
            : Phrase.Of($"{training} to train, {Quantity.Of(prepared.ValidationRows)} to validate, {test} to test");
    }

    private string HowShared() =>
        prepared.IsSplitKept ? Phrase.Word(" (as the model had them)")
        : settings.SplitBy is { } time ? Phrase.Of($" (the last by {NameList.Name(time)})")
        : settings.Group is { } group ? Phrase.Of($" (seed {settings.Seed}, each {NameList.Name(group)} in one part)")
        : understanding.Task == TableTask.Classification ? Phrase.Of($" (seed {settings.Seed}, each class by itself)")
        : Phrase.Of($" (seed {settings.Seed})");

    private IEnumerable<string> Steps()
    {
        string rate = OptimizerChoice.Of(settings).LearningRateOf(settings).ToString("G6", CultureInfo.InvariantCulture);
        yield return settings.Optimizer;
        yield return settings.LayerRates ? Phrase.Of($"learning rate {rate} by kind of weight") : Phrase.Of($"learning rate {rate}");
        yield return Phrase.Word(prepared.Loss.Name);
        yield return settings.BatchSize == DataLoader.FullBatch
            ? Phrase.Word("full batches")
            : Phrase.Of($"batches of {settings.BatchSize}");
        yield return settings.Patience > 0 && settings.Patience < settings.Epochs
            ? Phrase.Of($"up to {Quantity.Of(settings.Epochs, "epoch")}")
            : Phrase.Of($"{Quantity.Of(settings.Epochs, "epoch")}");
        if (settings.Patience > 0 && settings.Patience < settings.Epochs) yield return Phrase.Of($"patience {settings.Patience}");
        if (prepared.Watched is { } watched) yield return Phrase.Of($"watching {Phrase.Word(MetricForm.LabelOf(watched))}");
    }

    /// <param name="page">Where to write.</param>
    /// <param name="outcome">What became of the training.</param>
    /// <param name="isQuiet">Whether the results alone are written.</param>
    public void WriteOutcome(Page page, TrainOutcome outcome, bool isQuiet)
    {
        TrainingResult result = outcome.Result;
        if (!isQuiet)
        {
            LossCurve.Write(page, result.History, isFine: !Console.IsOutputRedirected);
            page.Field("Stopped", WhyStopped(result));
            if (result.PlanRefusal is { } refusal) page.Field("Op by op", Sentences.Of(refusal));
        }

        FoldsSection.Write(page, outcome.Folds);
        if (outcome.Test is { } test) EvaluationReport.Write(page, "Test", test);
        else if (outcome.Validation is { } validation) EvaluationReport.Write(page, "Validation", validation);
        if (outcome.Training is { } training) EvaluationReport.Write(page, "Training", training);
        if (outcome.Health is { } health) HealthSection.Write(page, health, outcome.ExaminedRows);
        if (!isQuiet && outcome.Measured is { } measured) EvaluationReport.WriteWarnings(page, measured);
        page.Field("Saved", outcome.ModelPath + (outcome.Replaced switch
        {
            null => "",
            "" => Phrase.Word(" (replaces another file)"),
            string target => Phrase.Of($" (replaces a model of {NameList.Name(target)})"),
        }));
        if (isQuiet) return;
        string path = CommandText.File(table.Path);
        string data = table.Images is not null
            ? $" --idx {path}"
            : table.Path == Digits.Name ? " --keep-columns" : $" {path} --keep-columns";
        page.Command("Next", $"denpa predict {CommandText.File(outcome.ModelPath)}{data}");
    }

    private string WhyStopped(TrainingResult result)
    {
        string epochs = Quantity.Of(result.History.Count, "epoch");
        int last = result.History.Count;
        string why = result.StopReason switch
        {
            StopReason.Patience => Phrase.Of($"after epoch {last}: {settings.Patience} without improvement"),
            StopReason.TimeLimit => Phrase.Of($"after epoch {last}: the time was up"),
            StopReason.Cancelled => Phrase.Of($"after epoch {last}: interrupted"),
            _ => Phrase.Of($"after all {epochs}"),
        };
        if (settings.Patience == 0 || result.BestEpoch == 0) return why;
        return why + (prepared.Watched is { } watched
            ? Phrase.Of($"; the model is that of epoch {result.BestEpoch}, the best by {Phrase.Word(MetricForm.LabelOf(watched))}")
            : Phrase.Of($"; the model is that of epoch {result.BestEpoch}, the best"));
    }

    /// <summary>The one document of <c>--json</c>; without an outcome it is a dry run's.</summary>
    public void WriteJson(TrainOutcome? outcome = null) => JsonOutput.Write("train", json =>
    {
        UnderstandingReport.Write(json, table, understanding, prepared.Schema);
        json.WriteStartObject("rows");
        json.WriteNumber("training", prepared.TrainingRows);
        json.WriteNumber("validation", prepared.ValidationRows);
        json.WriteNumber("test", prepared.TestRows);
        json.WriteEndObject();
        json.WriteNumber("parameters", prepared.Network.Parameters.Sum(parameter => parameter.Value.Length));
        json.WriteNumber("seed", settings.Seed);
        json.WriteString("metric", settings.Metric ?? "loss");
        json.Strings("warnings", prepared.Warnings);
        if (outcome is not null) WriteOutcome(json, outcome);
    });

    private static void WriteOutcome(Utf8JsonWriter json, TrainOutcome outcome)
    {
        json.WriteNumber("epochs", outcome.Result.History.Count);
        json.WriteNumber("bestEpoch", outcome.Result.BestEpoch);
        json.WriteString("stopReason", JsonOutput.NameOf(outcome.Result.StopReason));
        if (outcome.Validation is { } validation) EvaluationReport.Write(json, "validation", validation);
        if (outcome.Test is { } test) EvaluationReport.Write(json, "test", test);
        FoldsSection.Write(json, outcome.Folds);
        if (outcome.Training is { } training) EvaluationReport.Write(json, "training", training);
        if (outcome.Health is { } health) HealthSection.Write(json, health, outcome.ExaminedRows);
        json.WriteString("model", outcome.ModelPath);
        if (outcome.Replaced is { } replaced) json.WriteString("replaced", replaced);
    }
}
