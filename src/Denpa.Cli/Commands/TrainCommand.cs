using System.CommandLine;
using Denpa.Cli.Options;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.Commands;

/// <summary><c>train</c>: from a table to a model, with everything inferred said and everything held out measured.</summary>
internal static class TrainCommand
{
    private static readonly Argument<string?> Data = DataInput.Argument("A CSV file; - for standard input; the built-in digits when left out");
    private static readonly TrainOptions Options = new();

    public static Command Create()
    {
        Command command = new("train", "Trains a network on a table and saves the model") { Data };
        Options.AddTo(command);
        CommonOptions.AddTo(command);
        IdxInput.RefuseBoth(command, Data, Options.Idx);
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private static ExitCode Run(ParseResult parsed)
    {
        using IDisposable? limit = parsed.GetValue(CommonOptions.Threads) is { } threads ? Workers.Limit(threads) : null;
        bool dryRun = parsed.GetValue(Options.DryRun);
        string output = parsed.GetValue(Options.Output)!;
        if (!dryRun) RequireOutputs(parsed, output, parsed.GetValue(Options.History), parsed.GetValue(Options.Events));

        Table table = IdxInput.Read(parsed.GetValue(Options.Idx)) ?? DataInput.Read(parsed.GetValue(Data));
        Table? testTable = ReadTest(parsed);
        TrainingSettings settings = Options.Settings(parsed);
        TableUnderstanding understanding = TableUnderstanding.Of(table, Options.Understanding(parsed));
        TableModel? from = parsed.GetValue(Options.From) is { } fromPath ? ModelInput.Load(fromPath) : null;
        TableTraining training = Prepare(table, understanding, settings, testTable, from);

        TrainReport report = new(table, understanding, training, settings);
        bool json = parsed.GetValue(CommonOptions.Json);
        Page page = new(Terminal.Results);
        if (!json) report.WritePlan(page);
        if (dryRun)
        {
            if (json) report.WriteJson();
            return ExitCode.Done;
        }

        // Until here there is nothing to save, and a request to end ends the process.
        using Interruption interruption = new();
        TrainingResult result = Train(parsed, training, interruption.Token);
        TableModel model = training.ToModel();
        SaveModel(output, model);
        if (parsed.GetValue(Options.History) is { } history) OutputFile.Write(history, stream => HistoryFile.Write(stream, result));
        HealthReport? health = parsed.GetValue(Options.Health) ? training.Examine(model) : null;
        TrainOutcome outcome = new(result, training.Validate(model), training.Test(model), health, output);
        if (json) report.WriteJson(outcome);
        else report.WriteOutcome(page, outcome);
        return result.StopReason == StopReason.Cancelled ? ExitCode.Interrupted : ExitCode.Done;
    }

    private static Table? ReadTest(ParseResult parsed) =>
        IdxInput.Read(parsed.GetValue(Options.TestIdx)) ?? (parsed.GetValue(Options.Test) is { } path ? Table.Read(path) : null);

    /// <summary>Refuses outputs that could not be written or would destroy an input or each other, before there is work to lose.</summary>
    private static void RequireOutputs(ParseResult parsed, params ReadOnlySpan<string?> outputs)
    {
        string?[] inputs =
        [
            parsed.GetValue(Data), parsed.GetValue(Options.Test), .. parsed.GetValue(Options.Idx) ?? [], .. parsed.GetValue(Options.TestIdx) ?? [],
        ];
        for (int i = 0; i < outputs.Length; i++)
        {
            if (outputs[i] is not { } path) continue;
            OutputFile.RequireFolder(path);
            OutputFile.RequireOther(path, inputs);
            OutputFile.RequireOther(path, outputs[..i]);
        }
    }

    private static TableTraining Prepare(Table table, TableUnderstanding understanding, TrainingSettings settings, Table? testTable, TableModel? from)
    {
        try
        {
            return new TableTraining(table, understanding, settings, testTable, from);
        }
        catch (Exception problem) when (problem is ArgumentException or ShapeException)
        {
            // The runtime puts the value that did not fit on a line of its own.
            throw new CommandException(ExitCode.Usage, problem.Message.ReplaceLineEndings(" "));
        }
    }

    private static TrainingResult Train(ParseResult parsed, TableTraining training, CancellationToken cancellation)
    {
        using CheckpointStore? store = parsed.GetValue(Options.Checkpoint) is { } folder ? CheckpointInput.Open(folder) : null;
        Checkpoint? resumeFrom = store is null ? null : CheckpointInput.Load(store, parsed.GetValue(Options.Resume));
        using EventFile? events = parsed.GetValue(Options.Events) is { } path ? new EventFile(path) : null;
        using TrainProgress? shown = parsed.GetValue(CommonOptions.Quiet) ? null : new TrainProgress();
        events?.Started(training);
        TrainingResult result = training.Run(store, resumeFrom, new ProgressFork(shown, events), cancellation);
        events?.Finished(result);
        return result;
    }

    private static void SaveModel(string path, TableModel model)
    {
        try
        {
            AtomicFile.RemoveLeftovers(path);
            model.Save(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Usage, $"{path}: the model cannot be written: {problem.Message.ReplaceLineEndings(" ")}");
        }
    }
}
