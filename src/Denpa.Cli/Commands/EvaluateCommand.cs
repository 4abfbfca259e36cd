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
    private static readonly Dictionary<string, RowPart> Parts = new()
    {
        ["all"] = RowPart.All,
        ["train"] = RowPart.Training,
        ["validation"] = RowPart.Validation,
        ["test"] = RowPart.Test,
    };

    private static readonly Argument<string> Model = new("MODEL") { Description = "A model that train saved" };
    private static readonly Argument<string?> Data = DataOptions.Data(
        "A CSV file with the model's columns and its target, in any order; - for standard input; the digits when left out");
    private static readonly Option<string[]?> Idx = DataOptions.ImagesAndLabels(
        "--idx", "IDX files of images and their labels, plain or gzip, instead of DATA");
    private static readonly Option<string> Rows = new("--rows")
    {
        Description = "The rows: all, or those that training used to train, validation or test",
        HelpName = "PART",
        DefaultValueFactory = _ => "all",
    };
    private static readonly Option<string?> FailIf = new("--fail-if")
    {
        Description = "Exit with 5 when this holds, such as \"accuracy<0.9\"",
        HelpName = "CHECK",
    };

    public static Command Create()
    {
        Command command = new("evaluate", "Measures a model on rows whose answers are known") { Model, Data, Idx, Rows, FailIf };
        ReadingOptions.AddTo(command);
        CommonOptions.AddTo(command);
        DataOptions.RefuseBoth(command, Data, Idx);
        OptionParsers.Restrict(Rows, [.. Parts.Keys]);
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
        Table table = DataInput.ReadImages(parsed.GetValue(Idx))
            ?? NamedData.Read(parsed.GetValue(Data), ReadingOptions.Of(parsed), parsed.GetValue(CommonOptions.Quiet));
        string part = parsed.GetValue(Rows)!;
        EncodingReport report = new();
        TableEvaluation evaluation = model.Evaluate(table, model.Split.RowsOf(Parts[part], table, model.Schema), report);
        MetricCheck? check = parsed.GetValue(FailIf) is { } text ? MetricCheck.Parse(text) : null;
        bool? failed = check?.Holds(evaluation);
        if (!parsed.GetValue(CommonOptions.Quiet)) foreach (string note in report.Notes) Log.Note(note);
        if (parsed.GetValue(CommonOptions.Json))
        {
            JsonOutput.Write("evaluate", json =>
            {
                json.WriteString("model", parsed.GetValue(Model));
                json.WriteString("data", table.Path);
                json.WriteString("rows", part);
                EvaluationReport.Write(json, "metrics", evaluation);
                if (failed is { } outcome) json.WriteBoolean("failed", outcome);
                json.Strings("notes", report.Notes);
            });
        }
        else
        {
            EvaluationReport.Write(new Page(Terminal.Results), char.ToUpperInvariant(part[0]) + part[1..], evaluation);
        }

        if (failed != true) return ExitCode.Done;
        Log.Error($"the check failed: {check!.Describe(evaluation)}");
        return ExitCode.CheckFailed;
    }
}
