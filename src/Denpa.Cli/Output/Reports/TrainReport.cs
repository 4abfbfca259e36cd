using System.Globalization;
using System.Text.Json;
using Denpa.Tables;

namespace Denpa.Cli.Output;

/// <summary>What became of a training.</summary>
/// <param name="Result">How it went.</param>
/// <param name="Validation">The model on the validation rows, or null.</param>
/// <param name="Test">The model on the test rows, or null.</param>
/// <param name="Health">How its layers fare, or null when that was not asked for.</param>
/// <param name="ExaminedRows">On how many rows that was seen.</param>
/// <param name="ModelPath">Where the model is.</param>
internal sealed record TrainOutcome(
    TrainingResult Result, TableEvaluation? Validation, TableEvaluation? Test, HealthReport? Health, int ExaminedRows, string ModelPath)
{
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
        string stratified = understanding.Task == TableTask.Classification ? ", each class by itself" : "";
        page.Field(
            "Rows",
            $"{Quantity.Of(prepared.TrainingRows)} to train, {Quantity.Of(prepared.ValidationRows)} to validate, "
            + $"{Quantity.Of(prepared.TestRows)} to test (seed {settings.Seed}{stratified})");
        int parameters = prepared.Network.Parameters.Sum(parameter => parameter.Value.Length);
        string widths = string.Join(" → ", settings.Hidden.Prepend(prepared.Schema.InputCount).Append(prepared.Schema.OutputCount));
        string hidden = settings.Hidden.Count == 0 ? "" : $", {settings.Activation}";
        page.Field("Network", $"{widths}{hidden}, {Quantity.Of(parameters)} parameters, {settings.DType.Name}");
        string batches = settings.BatchSize == DataLoader.FullBatch ? "full batches" : $"batches of {settings.BatchSize}";
        string rate = OptimizerChoice.Of(settings).LearningRateOf(settings).ToString("G6", CultureInfo.InvariantCulture);
        string patience = settings.Patience == 0 ? "" : $", patience {settings.Patience}";
        page.Field(
            "Training",
            $"{settings.Optimizer}, learning rate {rate}, {prepared.Loss.Name}, {batches}, up to {settings.Epochs} epochs{patience}");
    }

    public void WriteOutcome(Page page, TrainOutcome outcome)
    {
        TrainingResult result = outcome.Result;
        int epochs = result.History.Count;
        string best = settings.Patience > 0 && result.BestEpoch > 0 ? $"; the model is that of epoch {result.BestEpoch}, the best" : "";
        string why = result.StopReason switch
        {
            StopReason.Patience => $"after epoch {epochs}: {settings.Patience} without improvement",
            StopReason.TimeLimit => $"after epoch {epochs}: the time was up",
            StopReason.Cancelled => $"after epoch {epochs}: interrupted",
            _ => $"after all {epochs} epochs",
        };
        page.Field("Stopped", why + best);
        if (result.PlanRefusal is { } refusal) page.Field("Op by op", refusal);
        if (outcome.Test is { } test) EvaluationReport.Write(page, "Test", test);
        else if (outcome.Validation is { } validation) EvaluationReport.Write(page, "Validation", validation);
        if (outcome.Training is { } training) EvaluationReport.Write(page, "Training", training);
        if (outcome.Health is { } health) HealthSection.Write(page, health, outcome.ExaminedRows);
        page.Field("Saved", outcome.ModelPath);
        string path = CommandText.File(table.Path);
        string data = table.Images is not null
            ? $" --idx {path}"
            : table.Path == Digits.Name ? " --keep-columns" : $" {path} --keep-columns";
        page.Command("Next", $"denpa predict {CommandText.File(outcome.ModelPath)}{data}");
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
        if (outcome is not null) WriteOutcome(json, outcome);
    });

    private static void WriteOutcome(Utf8JsonWriter json, TrainOutcome outcome)
    {
        json.WriteNumber("epochs", outcome.Result.History.Count);
        json.WriteNumber("bestEpoch", outcome.Result.BestEpoch);
        json.WriteString("stopReason", JsonOutput.NameOf(outcome.Result.StopReason));
        if (outcome.Validation is { } validation) EvaluationReport.Write(json, "validation", validation);
        if (outcome.Test is { } test) EvaluationReport.Write(json, "test", test);
        if (outcome.Training is { } training) EvaluationReport.Write(json, "training", training);
        if (outcome.Health is { } health) HealthSection.Write(json, health, outcome.ExaminedRows);
        json.WriteString("model", outcome.ModelPath);
    }
}
