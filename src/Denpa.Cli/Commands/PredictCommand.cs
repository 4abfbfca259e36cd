using System.CommandLine;
using System.Text.Json;
using Denpa.Cli.DataSets;
using Denpa.Cli.Ends;
using Denpa.Cli.Files;
using Denpa.Cli.Options;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.Commands;

/// <summary><c>predict</c>: a model's answers for the rows of a table, as CSV or JSON.</summary>
internal static class PredictCommand
{
    private static readonly Argument<string> Model = new("MODEL") { Description = "A model that train saved" };
    private static readonly Argument<string?> Data = DataOptions.Data(
        "A CSV file with the model's columns, in any order; - for standard input; the digits when left out");
    private static readonly Option<string?> Idx = DataOptions.Images("--idx", "An IDX file of images, plain or gzip, instead of DATA");
    private static readonly Option<bool> Probabilities = new("--proba") { Description = "Also give the probability of each class" };
    private static readonly Option<bool> KeepColumns = new("--keep-columns") { Description = "Also give the table's own columns" };
    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write the CSV to this file instead of standard output",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        Command command = new("predict", "Writes a model's predictions for the rows of a table")
        {
            Model, Data, Idx, Probabilities, KeepColumns, Output, CommonOptions.Force,
        };
        ReadingOptions.AddTo(command);
        CommonOptions.AddTo(command);
        DataOptions.RefuseBoth(command, Data, Idx);
        command.Validators.Add(result =>
        {
            bool csv = result.GetResult(Output) is not null || result.GetResult(CommonOptions.Json) is null;
            if (csv || result.GetResult(KeepColumns) is null) return;
            result.AddError("--keep-columns: the columns are kept in the CSV, which --json writes only to a file — name it by -o");
        });
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private static ExitCode Run(ParseResult parsed)
    {
        string? path = parsed.GetValue(Output);
        bool force = parsed.GetValue(CommonOptions.Force);
        new CommandFiles(force)
            .Read("MODEL", parsed.GetValue(Model)).Read("DATA", parsed.GetValue(Data)).Read("--idx", parsed.GetValue(Idx))
            .Write("-o", path)
            .Require(parsed.GetValue(CommonOptions.Json));
        string modelPath = parsed.GetValue(Model)!;
        TableModel model = ModelInput.Load(modelPath, ModelInput.First("predict", modelPath, parsed.GetValue(Data)));
        Table table = parsed.GetValue(Idx) is { } images
            ? ImageTable.ReadIdx(images)
            : NamedData.Read(parsed.GetValue(Data), ReadingOptions.Of(parsed), parsed.GetValue(CommonOptions.Quiet));
        EncodingReport report = new();
        TablePredictions predictions = model.Predict(table, report);
        bool probabilities = parsed.GetValue(Probabilities);
        if (probabilities && predictions.Classes.Count == 0)
        {
            throw new CommandException(
                ExitCode.Usage,
                $"--proba: the model predicts a number, \"{model.Schema.Target.Name}\", which has no class probabilities");
        }

        if (!parsed.GetValue(CommonOptions.Quiet)) foreach (string note in report.Notes) Log.Note(note);
        bool json = parsed.GetValue(CommonOptions.Json);
        if (path is not null || !json) WriteCsv(model, table, predictions, probabilities, parsed.GetValue(KeepColumns), path, force);
        if (json) WriteJson(model, predictions, probabilities, path, report);
        return ExitCode.Done;
    }

    private static void WriteCsv(
        TableModel model, Table table, TablePredictions predictions, bool probabilities, bool keepColumns, string? path, bool force)
    {
        if (path is null)
        {
            using Stream output = StandardStreams.OpenOutput();
            Write(output);
        }
        else
        {
            using Interruption interruption = new();
            OutputFile.Write(path, force, stream =>
            {
                Write(stream);
                interruption.ThrowIfAsked();
            }, interruption);
        }

        void Write(Stream stream)
        {
            using TableWriter writer = new(stream);
            Column[] kept = keepColumns ? [.. table.Columns.Where(column => column.Image is null)] : [];
            IEnumerable<string> likelihoods = probabilities ? predictions.Classes.Select(name => $"probability of {name}") : [];
            writer.WriteHeader([.. kept.Select(column => column.Name), $"predicted {model.Schema.Target.Name}", .. likelihoods]);
            for (int row = 0; row < predictions.Count; row++)
            {
                foreach (Column column in kept) writer.WriteText(column[row]);
                if (predictions.Classes.Count == 0) writer.WriteNumber(predictions.Number(row));
                else writer.WriteText(predictions.Class(row));
                int classes = probabilities ? predictions.Classes.Count : 0;
                for (int index = 0; index < classes; index++) writer.WriteNumber(predictions.Probability(row, index));
                writer.EndRow();
            }

            writer.Flush();
        }
    }

    private static void WriteJson(
        TableModel model, TablePredictions predictions, bool probabilities, string? path, EncodingReport report)
    {
        JsonOutput.Write("predict", json =>
        {
            json.WriteString("target", model.Schema.Target.Name);
            if (probabilities) json.Strings("classes", predictions.Classes);
            json.WriteStartArray("predictions");
            for (int row = 0; row < predictions.Count; row++) WriteRow(json, predictions, row, probabilities);
            json.WriteEndArray();
            if (path is not null) json.WriteString("output", path);
            json.Strings("notes", report.Notes);
        });
    }

    private static void WriteRow(Utf8JsonWriter json, TablePredictions predictions, int row, bool probabilities)
    {
        json.WriteStartObject();
        if (predictions.Classes.Count == 0) json.Number("value", predictions.Number(row));
        else json.WriteString("value", predictions.Class(row));
        if (probabilities)
        {
            json.WriteStartArray("probabilities");
            for (int index = 0; index < predictions.Classes.Count; index++) json.WriteNumberValue(predictions.Probability(row, index));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
