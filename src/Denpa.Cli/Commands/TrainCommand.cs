using System.CommandLine;
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
        "A CSV file; - for standard input; the built-in digits when left out");
    private static readonly TrainOptions Options = new();

    public static Command Create()
    {
        Command command = new("train", "Trains a network on a table and saves the model") { Data };
        Options.AddTo(command);
        CommonOptions.AddTo(command);
        DataOptions.RefuseBoth(command, Data, Options.Idx);
        command.SetAction(parsed => (int)Run(Completed(parsed)));
        return command;
    }

    /// <summary>The command line, and where it resumes what that of the beginning said besides.</summary>
    private static ParseResult Completed(ParseResult parsed)
    {
        if (!parsed.GetValue(Options.Resume) || parsed.GetValue(Options.Checkpoint) is not { } folder) return parsed;
        IReadOnlyList<Option> kept = Options.Kept(parsed.CommandResult.Command);
        (ParseResult whole, IReadOnlyList<string> taken) = SavedOptions.Complete(parsed, folder, kept);
        if (whole.Errors.Count > 0) return parsed;
        if (taken.Count > 0 && !parsed.GetValue(CommonOptions.Quiet)) Log.Note($"as the checkpoint has it: {string.Join(", ", taken)}");
        return whole;
    }

    private static ExitCode Run(ParseResult parsed)
    {
        using IDisposable? limit = parsed.GetValue(CommonOptions.Threads) is { } threads ? Workers.Limit(threads) : null;
        bool dryRun = parsed.GetValue(Options.DryRun);
        bool json = parsed.GetValue(CommonOptions.Json);
        bool quiet = parsed.GetValue(CommonOptions.Quiet);
        CommandFiles files = Files(parsed);
        if (!dryRun) files.Require(json);

        Table table = DataInput.ReadImages(parsed.GetValue(Options.Idx)) ?? DataInput.Read(parsed.GetValue(Data));
        Table? testTable = ReadTest(parsed);
        TrainingSettings settings = Options.Settings(parsed);
        TableUnderstanding understanding = TableUnderstanding.Of(table, Options.Understanding(parsed));
        TableModel? from = parsed.GetValue(Options.From) is { } fromPath ? ModelInput.Load(fromPath) : null;
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
        TrainOutcome outcome = new(result, evaluation.Validate(), evaluation.Test(), health, evaluation.ExaminedRows, output, replaced)
        {
            Folds = folds,
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
        if (parsed.GetValue(Options.Checkpoint) is { } folder) files.Keep("--checkpoint", CheckpointStore.FilesIn(folder));
        return files;
    }

    private static Table? ReadTest(ParseResult parsed) =>
        DataInput.ReadImages(parsed.GetValue(Options.TestIdx)) ?? (parsed.GetValue(Options.Test) is { } path ? Table.Read(path) : null);

    private static PreparedTraining Prepare(
        Table table, TableUnderstanding understanding, TrainingSettings settings, Table? testTable, TableModel? from)
    {
        try
        {
            return new PreparedTraining(table, understanding, settings, testTable, from);
        }
        catch (Exception problem) when (problem is ArgumentException or ShapeException)
        {
            // The runtime puts the value that did not fit on a line of its own.
            throw new CommandException(ExitCode.Usage, problem.Message.ReplaceLineEndings(" "));
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
        if (store is not null && resumeFrom is null) Keep(store);
        if (resumeFrom is not null && !parsed.GetValue(CommonOptions.Quiet)) Console.Error.WriteLine(Resuming(resumeFrom));
        using EventFile? events = parsed.GetValue(Options.Events) is { } path
            ? new EventFile(path, parsed.GetValue(CommonOptions.Force), interruption)
            : null;
        using TrainProgress? shown = parsed.GetValue(CommonOptions.Quiet) ? null : new TrainProgress();
        events?.Started(prepared);
        TrainingResult result = new TableTraining(prepared).Run(store, resumeFrom, new ProgressFork(shown, events), interruption.Token);
        events?.Finished(result);

        // A checkpoint that was refused keeps the options that it was made with.
        if (store is not null && resumeFrom is not null) Keep(store);
        return result;

        void Keep(CheckpointStore kept) =>
            SavedOptions.Write(parsed, kept.Directory, Options.Kept(parsed.CommandResult.Command));
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
                is { } path ? $"it is saved as {path}" : "nor can it be saved elsewhere";
            throw new CommandException(problem.Code, $"{problem.Message.TrimEnd('.')} — {elsewhere}");
        }
    }
}
