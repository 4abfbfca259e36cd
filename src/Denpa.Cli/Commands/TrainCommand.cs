using System.CommandLine;
using Denpa.Cli.DataSets;
using Denpa.Cli.Ends;
using Denpa.Cli.Files;
using Denpa.Cli.Language;
using Denpa.Cli.Options;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.Commands;

/// <summary><c>train</c>: from a table to a model, with everything inferred said and everything held out measured.</summary>
internal static class TrainCommand
{
    private static readonly Argument<string?> Data = DataOptions.Data(
        "A CSV file or a dataset's name; - for standard input; the built-in digits when left out");
    private static readonly TrainOptions Options = new();
    private static readonly KeptOptions Kept = new(Options, Data);

    public static Command Create()
    {
        Command command = new("train", "Trains a network on a table and saves the model") { Data };
        Options.AddTo(command);
        CommonOptions.AddTo(command);
        DataOptions.RefuseBoth(command, Data, Options.Idx);
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private static ExitCode Run(ParseResult given)
    {
        ParseResult parsed = Kept.Complete(given, out string[] taken);
        using IDisposable? limit = parsed.GetValue(CommonOptions.Threads) is { } threads ? Workers.Limit(threads) : null;
        bool dryRun = parsed.GetValue(Options.DryRun);
        bool json = parsed.GetValue(CommonOptions.Json);
        bool quiet = parsed.GetValue(CommonOptions.Quiet);
        CommandFiles files = Files(parsed);
        if (!dryRun) files.Require(json);

        if (taken.Length > 0 && !quiet) Log.Note($"taken from the checkpoint: {string.Join(", ", taken)}");
        TableModel? from = parsed.GetValue(Options.From) is { } fromPath ? ModelInput.Load(fromPath, ModelInput.Start) : null;
        TableOptions known = from?.Schema.TableOptions ?? new TableOptions { ExpectedNames = Options.ExpectedNames(parsed) };
        TableOptions reading = ReadingOptions.Of(parsed, known);
        Table table = DataInput.ReadImages(parsed.GetValue(Options.Idx)) ?? NamedData.Read(parsed.GetValue(Data), reading, quiet);
        Table? testTable = ReadTest(parsed, reading, quiet);
        UnderstandingOptions asked = Options.Understanding(parsed, table, NamedData.SetOf(parsed.GetValue(Data))?.TargetColumn);
        StartingModel? start = from is null ? null : new StartingModel(from, Options, parsed);
        start?.RequireAgreement(asked);
        TableUnderstanding understanding = from is null ? TableUnderstanding.Of(table, asked) : TableUnderstanding.Of(table, from.Schema);
        TrainingSettings settings = Settings(parsed, understanding, start, quiet);
        PreparedTraining prepared = Prepare(table, understanding, settings, testTable, from);

        TrainReport report = new(table, understanding, prepared);
        if (dryRun)
        {
            if (json) report.WriteJson();
            else report.WritePlan(new Page(Terminal.Results));
            return ExitCode.Done;
        }

        Page page = files.Page;
        if (!json && !quiet) report.WritePlan(page);

        // Until here there is nothing to save, and a request to end ends the process.
        using Interruption interruption = new();
        IReadOnlyList<TableEvaluation> folds = Fold(parsed, table, understanding, settings, interruption);
        TrainingResult result = Train(parsed, prepared, interruption);
        bool isInterrupted = result.StopReason == StopReason.Cancelled;
        if (isInterrupted && result.History.Count == 0)
            throw new CommandException(interruption.ExitCode, "interrupted before an epoch has ended: there is no model to save");
        TableModel model = prepared.ToModel();
        string? replaced = ModelInput.TargetOf(parsed.GetValue(Options.Output)!);
        string output = Save(parsed, model, interruption);
        if (parsed.GetValue(Options.History) is { } history)
        {
            string problem = $"the model is in {output}, but this cannot be written";
            bool force = parsed.GetValue(CommonOptions.Force);
            OutputFile.Write(history, force, stream => HistoryFile.Write(stream, result), interruption, problem);
        }

        TrainingEvaluation evaluation = new(prepared, model);
        HealthReport? health = parsed.GetValue(Options.Health) ? evaluation.Examine() : null;
        bool isMeasured = prepared.ValidationRows + prepared.TestRows > 0 || settings.Members > 1;
        TrainOutcome outcome = new(result, evaluation.Validate(), evaluation.Test(), health, evaluation.ExaminedRows, output, replaced)
        {
            Folds = folds,
            Training = isMeasured ? null : evaluation.Train(),
        };
        try
        {
            if (json) report.WriteJson(outcome);
            else report.WriteOutcome(page, outcome, quiet);
        }
        catch (IOException) when (isInterrupted)
        {
            // The terminal that closed has taken standard output along, and the exit code is to tell of the signal.
            return interruption.ExitCode;
        }

        return isInterrupted ? interruption.ExitCode : ExitCode.Done;
    }

    private static CommandFiles Files(ParseResult parsed)
    {
        CommandFiles files = new(parsed.GetValue(CommonOptions.Force));
        files.Read("DATA", parsed.GetValue(Data));
        files.Read("--test", parsed.GetValue(Options.Test)).Read("--from", parsed.GetValue(Options.From));
        foreach (string image in parsed.GetValue(Options.Idx) ?? []) files.Read("--idx", image);
        foreach (string image in parsed.GetValue(Options.TestIdx) ?? []) files.Read("--test-idx", image);
        files.Write("-o", parsed.GetValue(Options.Output), over: "--from");
        files.Write("--history", parsed.GetValue(Options.History)).Write("--events", parsed.GetValue(Options.Events));
        if (parsed.GetValue(Options.Checkpoint) is { } folder)
            files.Keep("--checkpoint", [.. CheckpointStore.FilesIn(folder), KeptOptions.FileIn(folder)]);
        return files;
    }

    private static Table? ReadTest(ParseResult parsed, TableOptions reading, bool quiet) =>
        DataInput.ReadImages(parsed.GetValue(Options.TestIdx))
        ?? (parsed.GetValue(Options.Test) is { } path ? NamedData.Read(path, reading, quiet) : null);

    /// <summary>The settings, and what there is to say of them.</summary>
    private static TrainingSettings Settings(ParseResult parsed, TableUnderstanding understanding, StartingModel? start, bool quiet)
    {
        int rows = understanding.LabelledRows.Length;
        bool areFew = FewRows.Are(rows, Options, parsed);
        TrainingSettings preset = start?.Preset ?? Options.PresetOf(parsed).Settings(understanding);
        TrainingSettings settings = Options.Settings(parsed, preset);
        if (areFew) settings = FewRows.Settings(settings, Options, parsed);
        if (start is not null) settings = start.Settings(settings);
        if (quiet) return settings;
        if (areFew) Log.Note(FewRows.Note(rows));
        foreach (string doubt in TrainingDoubts.Of(understanding, settings)) Log.Note(doubt);
        return settings;
    }

    private static PreparedTraining Prepare(
        Table table, TableUnderstanding understanding, TrainingSettings settings, Table? testTable, TableModel? from)
    {
        try
        {
            return from is null
                ? new PreparedTraining(table, understanding, settings, testTable)
                : new PreparedTraining(table, from, settings, testTable);
        }
        catch (Exception problem) when (problem is ArgumentException or ShapeException)
        {
            throw new CommandException(ExitCode.Usage, ArgumentText.Of(problem));
        }
    }

    private static List<TableEvaluation> Fold(
        ParseResult parsed, Table table, TableUnderstanding understanding, TrainingSettings settings, Interruption interruption)
    {
        if (parsed.GetValue(Options.Folds) is not { } count) return [];
        CrossValidation validation = new(table, understanding, settings, count);
        List<TableEvaluation> folds = [];
        foreach (TableEvaluation fold in validation.Run(progress: null, interruption.Token))
        {
            folds.Add(fold);
            if (parsed.GetValue(CommonOptions.Quiet)) continue;
            Console.Error.WriteLine(Phrase.Of($"fold {folds.Count} of {count}: {MetricForm.Write(fold.Metrics)}"));
        }

        return folds;
    }

    private static TrainingResult Train(ParseResult parsed, PreparedTraining prepared, Interruption interruption)
    {
        using CheckpointStore? store = parsed.GetValue(Options.Checkpoint) is { } folder ? CheckpointInput.Open(folder) : null;
        Checkpoint? resumeFrom = store is null ? null : CheckpointInput.Load(store, parsed.GetValue(Options.Resume));
        if (resumeFrom is not null && !parsed.GetValue(CommonOptions.Quiet)) Console.Error.WriteLine(Resuming(resumeFrom));
        using EventFile? events = parsed.GetValue(Options.Events) is { } path
            ? new EventFile(path, parsed.GetValue(CommonOptions.Force), interruption)
            : null;
        using TrainProgress? shown = parsed.GetValue(CommonOptions.Quiet) ? null : new TrainProgress();
        events?.Started(prepared);
        try
        {
            if (store is not null && resumeFrom is null) Kept.Write(store.Directory, parsed);
            TrainingResult result = new TableTraining(prepared).Run(store, resumeFrom, new ProgressFork(shown, events), interruption.Token);
            events?.Finished(result);
            return result;
        }
        catch (CheckpointException problem) when (problem.Differences.Count > 0)
        {
            string[] differences = Kept.Differences(parsed.GetValue(Options.Checkpoint)!, parsed);
            throw new CommandException(ExitCode.Data, ResumeRefusal.Message(problem, differences));
        }
    }

    private static string Resuming(Checkpoint checkpoint) => checkpoint.Batch == 0
        ? Phrase.Of($"resuming after epoch {checkpoint.Epoch}")
        : Phrase.Of($"resuming after epoch {checkpoint.Epoch}, step {checkpoint.Batch} of the next");

    /// <summary>Saves the model where it was asked for, or says in which other place it is; returns its path.</summary>
    private static string Save(ParseResult parsed, TableModel model, Interruption interruption)
    {
        string output = parsed.GetValue(Options.Output)!;
        try
        {
            OutputFile.Write(output, parsed.GetValue(CommonOptions.Force), model.Save, interruption, "the model cannot be written");
            return output;
        }
        catch (CommandException problem)
        {
            string elsewhere = FallBack.Save(model, parsed.GetValue(Options.Checkpoint))
                is { } path ? $"it is saved as {path}" : "and it cannot be saved anywhere else";
            throw new CommandException(problem.Code, $"{problem.Message.TrimEnd('.')} — {elsewhere}");
        }
    }
}
