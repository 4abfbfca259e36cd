using System.CommandLine;
using System.Text.Json;
using Denpa.Cli.DataSets;
using Denpa.Cli.Ends;
using Denpa.Cli.Language;
using Denpa.Cli.Options;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.Commands;

/// <summary><c>data fetch</c>: downloads a dataset, the only command that uses a network.</summary>
internal static class DataFetchCommand
{
    /// <summary>With these train reaches the accuracy that the readme names, by the command that it shows.</summary>
    private const string TrainingOptions = "--hidden 256,128 --batch 128 --lr 0.003 --schedule one-cycle --epochs 10";

    private static readonly FetchedSet[] Sets = [.. Catalog.All.OfType<FetchedSet>()];

    private static readonly Argument<string> Name = DataCommand.SetName(Sets);
    private static readonly Option<string?> From = new("--from")
    {
        Description = "The address or the folder that has its files, instead of where they are published",
        HelpName = "URL|FOLDER",
    };
    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "The folder to put them into; one of the dataset's name when left out",
        HelpName = "FOLDER",
    };
    private static readonly Option<double?> Patience = OptionParsers.Number(
        "--patience",
        "Seconds of silence after which a connection counts as broken; 30 when left out",
        new NumberBounds("a number from 0.1 to 3600", value => value is >= 0.1 and <= 3600));

    public static Command Create()
    {
        Command command = new("fetch", "Downloads a dataset, checks it by SHA-256, and goes on where it was broken off")
        {
            Name, From, Output, Patience,
        };
        CommonOptions.AddTo(command);
        command.SetAction((parsed, _) => RunAsync(parsed));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed)
    {
        FetchedSet set = Sets.First(fetched => fetched.Name == parsed.GetValue(Name));
        string folder = parsed.GetValue(Output) ?? set.Name;
        Patience patience = DataSets.Patience.Usual;
        if (parsed.GetValue(Patience) is { } seconds) patience = patience with { LongestSilence = TimeSpan.FromSeconds(seconds) };
        using Interruption interruption = new();
        IReadOnlyList<FetchedFile> files;
        try
        {
            using FetchProgress progress = new(parsed.GetValue(CommonOptions.Quiet));
            files = await new Fetching(set, folder, patience, progress).RunAsync(parsed.GetValue(From), interruption.Token);
        }
        catch (OperationCanceledException)
        {
            throw new CommandException(interruption.ExitCode, "interrupted: what has come is kept, run it again to go on");
        }

        if (parsed.GetValue(CommonOptions.Json)) JsonOutput.Write("data fetch", json => WriteMembers(json, set, folder, files));
        else WritePage(new Page(Terminal.Results), set, folder, files);
        return (int)ExitCode.Done;
    }

    private static void WritePage(Page page, FetchedSet set, string folder, IReadOnlyList<FetchedFile> files)
    {
        page.Field("Fetched", Phrase.Of($"{set.Name} into {folder}"));
        page.Columns([.. files.Select(Row)], false, true);
        string[] paths = [.. files.Select(file => CommandText.File(Path.Combine(folder, file.File.Name)))];
        page.Command("Next", $"denpa train --idx {paths[0]} {paths[1]} --test-idx {paths[2]} {paths[3]} {TrainingOptions}");
    }

    private static string[] Row(FetchedFile file) =>
        [file.File.Name, Quantity.Of(file.File.Length) + " bytes", file.WasThere ? "there already" : "checked"];

    /// <summary>The members of the document that says what was fetched.</summary>
    public static void WriteMembers(Utf8JsonWriter json, FetchedSet set, string folder, IReadOnlyList<FetchedFile> files)
    {
        json.WriteString("name", set.Name);
        json.WriteString("folder", folder);
        json.WriteStartArray("files");
        foreach ((PinnedFile file, bool wasThere) in files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteNumber("bytes", file.Length);
            json.WriteString("sha256", file.Sha256);
            json.WriteBoolean("wasThere", wasThere);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
