using System.CommandLine;
using Denpa.Cli.DataSets;
using Denpa.Cli.Ends;
using Denpa.Cli.Files;
using Denpa.Cli.Options;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.Commands;

/// <summary><c>evaluate</c>: how good a model is on rows whose answers are known.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<string> Model = new("MODEL") { Description = "A model that train saved" };
    private static readonly Argument<string?> Data = DataOptions.Data(
        "A CSV file with the model's columns and its target, in any order; - for standard input; the digits when left out");
    private static readonly Option<string[]?> Idx = DataOptions.ImagesAndLabels(
        "--idx", "IDX files of images and their labels, plain or gzip, instead of DATA");
    private static readonly Option<string?> Rows = RowsOption.Create(
        "The rows: all, train, validation or test; when left out, of training's own table those that it held out");
    private static readonly Option<string?> FailIf = new("--fail-if")
    {
        Description = "Exit with 5 when this holds, such as \"accuracy<0.9\"",
        HelpName = "CHECK",
    };

    private static readonly Option<bool> Importance = new("--importance")
    {
        Description = "Also say how much worse the model is without each column",
    };

    public static Command Create()
    {
        Command command = new("evaluate", "Measures a model on rows whose answers are known")
        {
            Model, Data, Idx, Rows, FailIf, Importance,
        };
        ReadingOptions.AddTo(command);
        CommonOptions.AddTo(command);
        DataOptions.RefuseBoth(command, Data, Idx);
        FailIf.Validators.Add(result =>
        {
            if (MetricCheck.Parse(result.GetValueOrDefault<string>()!) is null) result.AddError($"--fail-if: {MetricCheck.Form}");
        });
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private static ExitCode Run(ParseResult parsed)
    {
        string modelPath = parsed.GetValue(Model)!;
        TableModel model = ModelInput.Load(modelPath, ModelInput.First("evaluate", modelPath, parsed.GetValue(Data)));
        TableOptions reading = ReadingOptions.Of(parsed, model.Schema.TableOptions);
        Table table = DataInput.ReadImages(parsed.GetValue(Idx))
            ?? NamedData.Read(parsed.GetValue(Data), reading, parsed.GetValue(CommonOptions.Quiet));
        RowPart? asked = parsed.GetValue(Rows) is { } word ? RowsOption.PartOf(word) : null;
        MeasuredParts measured = MeasuredParts.Of(model, table, asked);
        MetricCheck? check = parsed.GetValue(FailIf) is { } text ? MetricCheck.Parse(text) : null;
        bool? failed = check?.Holds(measured.First.Evaluation);
        IReadOnlyList<ColumnImportance>? importance =
            parsed.GetValue(Importance) ? PermutationImportance.Of(model, table, measured.Rows) : null;
        bool quiet = parsed.GetValue(CommonOptions.Quiet);
        if (!quiet) foreach (string note in measured.Report.Notes) Log.Note(note);
        if (parsed.GetValue(CommonOptions.Json))
        {
            JsonOutput.Write("evaluate", json =>
            {
                json.WriteString("model", parsed.GetValue(Model));
                json.WriteString("data", table.Path);
                json.WriteString("rows", RowsOption.WordOf(measured.First.Part));
                EvaluationReport.Write(json, "metrics", measured.First.Evaluation);
                foreach ((RowPart part, TableEvaluation evaluation) in measured.Others)
                    EvaluationReport.Write(json, JsonOutput.NameOf(part), evaluation);
                if (failed is { } outcome) json.WriteBoolean("failed", outcome);
                if (importance is not null) ImportanceSection.Write(json, importance);
                json.Strings("warnings", measured.Warnings);
                json.Strings("notes", measured.Report.Notes);
            });
        }
        else
        {
            Page page = new(Terminal.Results);
            measured.Write(page, quiet);
            if (importance is not null) ImportanceSection.Write(page, PermutationImportance.MetricOf(model.Schema), importance);
        }

        if (failed != true) return ExitCode.Done;
        Log.Error($"the check failed: {check!.Describe(measured.First.Evaluation)}");
        return ExitCode.CheckFailed;
    }
}
