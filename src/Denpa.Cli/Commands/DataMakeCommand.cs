using System.CommandLine;
using Denpa.Cli.DataSets;
using Denpa.Cli.Ends;
using Denpa.Cli.Files;
using Denpa.Cli.Language;
using Denpa.Cli.Options;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.Commands;

/// <summary><c>data make</c>: a small dataset as CSV, drawn at random or built in.</summary>
internal static class DataMakeCommand
{
    private const int MostRows = 10_000_000;
    private const int MostClasses = 1000;

    private static readonly DataSet[] Sets = [.. Catalog.All.Where(set => set is MadeSet or BuiltInSet)];

    private static readonly Argument<string> Name = DataCommand.SetName(Sets);
    private static readonly Option<int?> Rows = OptionParsers.WholeIfGiven(
        "--rows", "How many rows; 200 when left out, 4 for xor", NumberBounds.Whole(1, MostRows));
    private static readonly Option<double?> Noise = OptionParsers.Number(
        "--noise",
        "The standard deviation of what is added at random; the set's own when left out",
        new NumberBounds("a number from 0 to 1000000", value => value is >= 0 and <= 1e6));
    private static readonly Option<int?> Classes = OptionParsers.WholeIfGiven(
        "--classes", "How many classes spiral and gaussians have; 2 when left out", NumberBounds.Whole(MadeSet.FewestClasses, MostClasses));
    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "The seed of everything random",
        HelpName = "N",
        DefaultValueFactory = _ => 0,
        CustomParser = OptionParsers.Seed,
    };
    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write the CSV to this file instead of standard output",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        Command command = new("make", "Makes a small dataset as CSV: the same seed makes the same rows")
        {
            Name, Rows, Noise, Classes, Seed, Output, CommonOptions.Force,
        };
        CommonOptions.AddTo(command);
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private static ExitCode Run(ParseResult parsed)
    {
        DataSet set = Sets.First(known => known.Name == parsed.GetValue(Name));
        string? path = parsed.GetValue(Output);
        bool json = parsed.GetValue(CommonOptions.Json);
        bool force = parsed.GetValue(CommonOptions.Force);
        CommandFiles files = new CommandFiles(force).Write("-o", path);
        if (path is not null) files.Require(json);
        else if (json)
            throw new CommandException(ExitCode.Usage, "--json: the CSV itself goes to standard output — name a file for it by -o");
        Content content = set is MadeSet made ? Drawn(made, parsed) : Whole((BuiltInSet)set, parsed);
        if (path is null)
        {
            using Stream output = StandardStreams.OpenOutput();
            content.Write(output);
            return ExitCode.Done;
        }

        using Interruption interruption = new();
        OutputFile.Write(path, force, stream =>
        {
            content.Write(stream);
            interruption.ThrowIfAsked();
        }, interruption);
        if (json) WriteJson(set, content, path);
        else WritePage(files.Page, set, content, path);
        return ExitCode.Done;
    }

    private static Content Drawn(MadeSet set, ParseResult parsed)
    {
        ulong seed = parsed.GetValue(Seed);
        double noise = parsed.GetValue(Noise) ?? set.Noise;
        Dataset rows = Draw(set, parsed.GetValue(Rows) ?? set.Rows, parsed.GetValue(Classes), noise, seed);
        return new Content(rows.Count, stream => set.Write(stream, rows)) { Draw = (noise, seed) };
    }

    /// <summary>A set that is as it is.</summary>
    private static Content Whole(BuiltInSet set, ParseResult parsed)
    {
        Option[] given = [.. new Option[] { Rows, Noise, Classes, Seed }.Where(option => parsed.IsGiven(option))];
        if (given.Length > 0)
            throw new CommandException(ExitCode.Usage, $"{given[0].Name}: {set.Name} is built in, as it is — leave the option out");
        return new Content(set.Rows, set.Write);
    }

    private static Dataset Draw(MadeSet set, int rows, int? classes, double noise, ulong seed)
    {
        if (classes is not null && !set.HasAnyNumberOfClasses)
            throw new CommandException(ExitCode.Usage, $"--classes: {set.Name} has no choice of classes");
        int drawn = classes ?? MadeSet.FewestClasses;
        if (rows < Math.Max(set.FewestRows, classes ?? 1))
            throw new CommandException(ExitCode.Usage, $"--rows: {set.Name} needs a row for each of its {drawn} classes");
        return set.Draw(rows, new Generator(seed), noise, drawn);
    }

    private static void WritePage(Page page, DataSet set, Content content, string path)
    {
        string rows = Quantity.Of(content.Rows, "row");
        page.Field("Made", content.Draw is { } draw ? Phrase.Of($"{set.Name}: {rows} (seed {draw.Seed})") : $"{set.Name}: {rows}");
        page.Field("Saved", path);
        string target = set.TargetColumn == set.Columns[^1] ? "" : $" --target {set.TargetColumn}";
        page.Command("Next", $"denpa train {CommandText.File(path)}{target}");
    }

    private static void WriteJson(DataSet set, Content content, string path) => JsonOutput.Write("data make", json =>
    {
        json.WriteString("name", set.Name);
        json.WriteNumber("rows", content.Rows);
        json.Strings("columns", set.Columns);
        if (content.Draw is { } draw)
        {
            json.WriteNumber("noise", draw.Noise);
            json.WriteNumber("seed", draw.Seed);
        }

        json.WriteString("output", path);
    });

    /// <summary>What is written.</summary>
    private sealed record Content(int Rows, Action<Stream> Write)
    {
        /// <summary>By what it was drawn at random; null where it was not.</summary>
        public (double Noise, ulong Seed)? Draw { get; init; }
    }
}
