using System.CommandLine;
using Denpa.Cli.DataSets;
using Denpa.Cli.Ends;
using Denpa.Cli.Files;
using Denpa.Cli.Language;
using Denpa.Cli.Options;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.Commands;

/// <summary><c>data make</c>: a small dataset drawn at random, as CSV.</summary>
internal static class DataMakeCommand
{
    private const int MostRows = 10_000_000;
    private const int FewestClasses = 2;
    private const int MostClasses = 1000;

    /// <summary>With fewer rows none can be spared for validation and test; they are learnt by heart.</summary>
    private const int FewestToHoldOut = 30;
    private const string LearnAll = " --split 100/0/0 --batch full --lr 0.01 --epochs 300";

    private static readonly MadeSet[] Sets = [.. Catalog.All.OfType<MadeSet>()];

    private static readonly Argument<string> Name = DataCommand.SetName(Sets);
    private static readonly Option<int?> Rows = OptionParsers.WholeIfGiven(
        "--rows", "How many rows; 200 when left out, 4 for xor", NumberBounds.Whole(1, MostRows));
    private static readonly Option<double?> Noise = OptionParsers.Number(
        "--noise",
        "The standard deviation of what is added at random; the set's own when left out",
        new NumberBounds("a number from 0 to 1000000", value => value is >= 0 and <= 1e6));
    private static readonly Option<int?> Classes = OptionParsers.WholeIfGiven(
        "--classes", "How many classes spiral and gaussians have; 2 when left out", NumberBounds.Whole(FewestClasses, MostClasses));
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
        MadeSet set = Sets.First(made => made.Name == parsed.GetValue(Name));
        ulong seed = parsed.GetValue(Seed);
        double noise = parsed.GetValue(Noise) ?? set.Noise;
        string? path = parsed.GetValue(Output);
        bool json = parsed.GetValue(CommonOptions.Json);
        bool force = parsed.GetValue(CommonOptions.Force);
        CommandFiles files = new CommandFiles(force).Write("-o", path);
        if (path is not null) files.Require(json);
        else if (json)
            throw new CommandException(ExitCode.Usage, "--json: the CSV itself goes to standard output — name a file for it by -o");
        Dataset rows = Draw(set, parsed.GetValue(Rows) ?? set.Rows, parsed.GetValue(Classes), noise, seed);
        if (path is null)
        {
            using Stream output = StandardStreams.OpenOutput();
            Write(output, set, rows);
            return ExitCode.Done;
        }

        using Interruption interruption = new();
        OutputFile.Write(path, force, stream =>
        {
            Write(stream, set, rows);
            interruption.ThrowIfAsked();
        }, interruption);
        if (json) WriteJson(set, rows, noise, seed, path);
        else WritePage(files.Page, set, rows, seed, path);
        return ExitCode.Done;
    }

    private static Dataset Draw(MadeSet set, int rows, int? classes, double noise, ulong seed)
    {
        if (classes is not null && !set.HasAnyNumberOfClasses)
            throw new CommandException(ExitCode.Usage, $"--classes: {set.Name} has no choice of classes");
        int drawn = classes ?? FewestClasses;
        if (rows < Math.Max(set.FewestRows, classes ?? 1))
            throw new CommandException(ExitCode.Usage, $"--rows: {set.Name} needs a row for each of its {drawn} classes");
        return set.Draw(rows, new Generator(seed), noise, drawn);
    }

    private static void Write(Stream stream, MadeSet set, Dataset rows)
    {
        using TableWriter writer = new(stream);
        writer.WriteHeader(set.Columns);
        int inputs = rows.Features.Shape[1];
        float[] features = rows.Features.ToArray<float>();
        float[] targets = rows.Targets.To(DType.Float32).ToArray<float>();
        for (int row = 0; row < rows.Count; row++)
        {
            for (int input = 0; input < inputs; input++) writer.WriteNumber(WithoutMinusZero(features[(row * inputs) + input]));
            writer.WriteNumber(targets[row]);
            writer.EndRow();
        }

        writer.Flush();
    }

    private static float WithoutMinusZero(float number) => number + 0f;

    private static void WritePage(Page page, MadeSet set, Dataset rows, ulong seed, string path)
    {
        page.Field("Made", Phrase.Of($"{set.Name}: {Quantity.Of(rows.Count, "row")} (seed {seed})"));
        page.Field("Saved", path);
        page.Command("Next", $"denpa train {CommandText.File(path)}{(rows.Count < FewestToHoldOut ? LearnAll : "")}");
    }

    private static void WriteJson(MadeSet set, Dataset rows, double noise, ulong seed, string path) => JsonOutput.Write("data make", json =>
    {
        json.WriteString("name", set.Name);
        json.WriteNumber("rows", rows.Count);
        json.Strings("columns", set.Columns);
        json.WriteNumber("noise", noise);
        json.WriteNumber("seed", seed);
        json.WriteString("output", path);
    });
}
