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
    private const int MostMovers = 3;

    private static readonly Argument<string> Model = new("MODEL") { Description = "A model that train saved" };
    private static readonly Argument<string?> Data = DataOptions.Data(
        "A CSV file with the model's columns, in any order; - for standard input; the digits when left out");
    private static readonly Option<string?> Idx = DataOptions.Images("--idx", "An IDX file of images, plain or gzip, instead of DATA");
    private static readonly Option<bool> Probabilities = new("--proba") { Description = "Also give the probability of each class" };
    private static readonly Option<bool> KeepColumns = new("--keep-columns") { Description = "Also give the table's own columns" };
    private static readonly Option<bool> Spreadsheet = new("--spreadsheet")
    {
        Description = "Guard texts that a spreadsheet would run as formulas by an apostrophe",
    };
    private static readonly Option<string?> Rows = RowsOption.Create(
        "The rows: all, or of training's own table those that it used to train, validation or test");
    private static readonly Option<bool> Explain = new("--explain")
    {
        Description = "Also say which columns moved each prediction most, by gradient × input and by ablation",
    };
    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write the CSV to this file instead of standard output",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        Command command = new("predict", "Writes a model's predictions for the rows of a table")
        {
            Model, Data, Idx, Rows, Probabilities, Explain, KeepColumns, Spreadsheet, Output, CommonOptions.Force,
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
        CommandFiles files = new CommandFiles(force)
            .Read("MODEL", parsed.GetValue(Model)).Read("DATA", parsed.GetValue(Data)).Read("--idx", parsed.GetValue(Idx))
            .Write("-o", path);
        files.Require(parsed.GetValue(CommonOptions.Json));
        string modelPath = parsed.GetValue(Model)!;
        TableModel model = ModelInput.Load(modelPath, ModelInput.First("predict", modelPath, parsed.GetValue(Data)));
        TableOptions reading = ReadingOptions.Of(parsed, model.Schema.TableOptions);
        Table table = parsed.GetValue(Idx) is { } images
            ? ImageTable.ReadIdx(images)
            : NamedData.Read(parsed.GetValue(Data), reading, parsed.GetValue(CommonOptions.Quiet));
        EncodingReport report = new();
        int[] rows = parsed.GetValue(Rows) is { } word && RowsOption.PartOf(word) is not RowPart.All and var part
            ? model.Split.RowsOf(part, table, model.Schema)
            : [.. Enumerable.Range(0, table.RowCount)];
        Answers answers = new(model, table, rows, model.Predict(table, rows, report))
        {
            Explanations = parsed.GetValue(Explain) ? [.. RowExplanation.Of(model, table, rows)] : null,
        };
        TablePredictions predictions = answers.Predictions;
        bool probabilities = parsed.GetValue(Probabilities);
        if (probabilities && predictions.Classes.Count == 0)
        {
            throw new CommandException(
                ExitCode.Usage,
                $"--proba: the model predicts a number, \"{model.Schema.Target.Name}\", which has no class probabilities");
        }

        bool quiet = parsed.GetValue(CommonOptions.Quiet);
        if (!quiet) foreach (string note in report.Notes) Log.Note(note);
        bool json = parsed.GetValue(CommonOptions.Json);
        if (path is not null || !json) WriteCsv(parsed, answers);
        if (json) WriteJson(answers, probabilities, path, report);
        else if (path is not null && !quiet) files.Page.Field("Saved", $"{path}: {Quantity.Of(predictions.Count, "row")}");
        return ExitCode.Done;
    }

    private static void WriteCsv(ParseResult parsed, Answers answers)
    {
        (string? path, bool probabilities) = (parsed.GetValue(Output), parsed.GetValue(Probabilities));
        if (path is null)
        {
            using Stream output = StandardStreams.OpenOutput();
            Write(output);
        }
        else
        {
            using Interruption interruption = new();
            OutputFile.Write(path, parsed.GetValue(CommonOptions.Force), stream =>
            {
                Write(stream);
                interruption.ThrowIfAsked();
            }, interruption);
        }

        void Write(Stream stream)
        {
            TablePredictions predictions = answers.Predictions;
            using TableWriter writer = new(stream, guardsFormulas: parsed.GetValue(Spreadsheet));
            Column[] kept = parsed.GetValue(KeepColumns) ? [.. answers.Table.Columns.Where(column => column.Image is null)] : [];
            IEnumerable<string> likelihoods = probabilities ? predictions.Classes.Select(name => $"probability of {name}") : [];
            string[] reasons = answers.Explanations is null ? [] : ["moved most by gradient", "moved most by ablation"];
            writer.WriteHeader([.. kept.Select(column => column.Name), $"predicted {answers.Target}", .. likelihoods, .. reasons]);
            for (int row = 0; row < predictions.Count; row++)
            {
                foreach (Column column in kept) writer.WriteText(column[answers.Rows[row]]);
                if (predictions.Classes.Count == 0) writer.WriteNumber(answers.Number(row));
                else writer.WriteText(predictions.Class(row));
                int classes = probabilities ? predictions.Classes.Count : 0;
                for (int index = 0; index < classes; index++) writer.WriteNumber(answers.Probability(row, index));
                if (answers.Explanations is { } explanations)
                {
                    writer.WriteText(Movers(explanations[row], column => column.Gradient));
                    writer.WriteText(Movers(explanations[row], column => column.Ablation));
                }

                writer.EndRow();
            }

            writer.Flush();
        }
    }

    private static void WriteJson(Answers answers, bool probabilities, string? path, EncodingReport report)
    {
        JsonOutput.Write("predict", json =>
        {
            json.WriteString("target", answers.Target);
            if (probabilities) json.Strings("classes", answers.Predictions.Classes);
            json.WriteStartArray("predictions");
            for (int row = 0; row < answers.Predictions.Count; row++) WriteRow(json, answers, row, probabilities);
            json.WriteEndArray();
            if (path is not null) json.WriteString("output", path);
            json.Strings("notes", report.Notes);
        });
    }

    private static void WriteRow(Utf8JsonWriter json, Answers answers, int row, bool probabilities)
    {
        TablePredictions predictions = answers.Predictions;
        json.WriteStartObject();
        if (predictions.Classes.Count == 0) json.Number("value", answers.Number(row));
        else json.WriteString("value", predictions.Class(row));
        if (probabilities)
        {
            json.WriteStartArray("probabilities");
            for (int index = 0; index < predictions.Classes.Count; index++) json.WriteNumberValue(answers.Probability(row, index));
            json.WriteEndArray();
        }

        if (answers.Explanations is { } explanations) Write(json, explanations[row]);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RowExplanation explanation)
    {
        json.WriteStartArray("explanation");
        foreach (ColumnInfluence column in explanation.Columns.OrderByDescending(column => Math.Abs(column.Ablation)))
        {
            json.WriteStartObject();
            json.WriteString("column", column.Column);
            json.Number("gradient", column.Gradient);
            json.Number("ablation", column.Ablation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The columns that have moved a prediction most, with how far and which way.</summary>
    private static string Movers(RowExplanation explanation, Func<ColumnInfluence, double> influence)
    {
        IEnumerable<ColumnInfluence> most = explanation.Columns.OrderByDescending(column => Math.Abs(influence(column))).Take(MostMovers);
        return string.Join(", ", most.Select(column =>
            $"{column.Column} {(influence(column) < 0 ? "" : "+")}{Significant.Of(influence(column), digits: 3)}"));
    }

    /// <summary>What a model answers to some rows of a table.</summary>
    private sealed record Answers(TableModel Model, Table Table, int[] Rows, TablePredictions Predictions)
    {
        /// <summary>What moved each answer; null where that was not asked for.</summary>
        public IReadOnlyList<RowExplanation>? Explanations { get; init; }

        public string Target => Model.Schema.Target.Name;

        /// <summary>The number predicted for a row, with the digits that the network's element type has.</summary>
        public double Number(int row) => Significant.Answer(Predictions.Number(row), Model.Settings.DType);

        /// <summary>The probability of a class for a row, likewise.</summary>
        public double Probability(int row, int classIndex) =>
            Significant.Answer(Predictions.Probability(row, classIndex), Model.Settings.DType);
    }
}
