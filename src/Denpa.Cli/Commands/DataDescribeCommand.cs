using System.CommandLine;
using System.CommandLine.Parsing;
using Denpa.Cli.DataSets;
using Denpa.Cli.Ends;
using Denpa.Cli.Language;
using Denpa.Cli.Options;
using Denpa.Cli.Output;

namespace Denpa.Cli.Commands;

/// <summary><c>data describe</c>: what is in a dataset that denpa knows, or in a person's own file.</summary>
internal static class DataDescribeCommand
{
    private const string StandardInput = "-";

    private static readonly Argument<string> Name = CreateName();

    public static Command Create()
    {
        Command command = new("describe", "Says what is in a dataset or in each column of a CSV file") { Name };
        ReadingOptions.AddTo(command);
        CommonOptions.AddTo(command);
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private static Argument<string> CreateName()
    {
        Argument<string> argument = new("NAME|FILE")
        {
            Description = "A dataset that denpa data list shows, or a CSV file; - for standard input",
        };
        argument.CompletionSources.Add([.. Catalog.All.Select(set => set.Name)]);
        argument.Validators.Add(Require);
        return argument;
    }

    /// <summary>Refuses a word that is neither; what is not there and looks like a file is for reading to refuse.</summary>
    private static void Require(ArgumentResult result)
    {
        string name = result.GetValueOrDefault<string>();
        bool isFile = name == StandardInput || Path.Exists(name) || Path.HasExtension(name) || Path.GetFileName(name) != name;
        if (!isFile && Catalog.Find(name) is null) result.AddError(Catalog.Missing(name, Catalog.All));
    }

    private static ExitCode Run(ParseResult parsed)
    {
        string name = parsed.GetValue(Name)!;
        bool json = parsed.GetValue(CommonOptions.Json);
        if (Catalog.Find(name) is { } set)
        {
            if (json) JsonOutput.Write("data describe", members => DataCommand.WriteMembers(members, set));
            else WritePage(new Page(Terminal.Results), set);
            return ExitCode.Done;
        }

        TableDescription description = new(NamedData.Read(name, ReadingOptions.Of(parsed), parsed.GetValue(CommonOptions.Quiet)));
        if (json) JsonOutput.Write("data describe", description.Write);
        else description.Write(new Page(Terminal.Results));
        return ExitCode.Done;
    }

    private static void WritePage(Page page, DataSet set)
    {
        const int listed = 8;
        string columns = set.Columns.Count <= listed ? string.Join(", ", set.Columns) : $"{set.Columns[0]} … {set.Columns[^1]}";
        page.Field("Dataset", $"{set.Name}: {Phrase.Word(set.Summary)}");
        page.Field("Origin", Phrase.Word(set.Origin));
        page.Field("Rows", Quantity.Of(set.Rows) + (set is MadeSet ? Phrase.Word(", or as many as --rows says") : ""));
        page.Field("Columns", $"{set.Columns.Count}: {columns}");
        page.Field("Target", Phrase.Word(set.Target));
        if (set is MadeSet made) page.Field("Noise", Phrase.Of($"{made.Noise}, or what --noise says"));
        page.Field("Source", Phrase.Word(set.Source));
        page.Field("Licence", Phrase.Word(set.Licence));
        if (set.Bytes is { } bytes) page.Field("Size", Quantity.Of(bytes, "byte"));
        if (set is FetchedSet fetched)
        {
            page.Command("Address", fetched.Address);
            page.Field("SHA-256", Phrase.Word("of the unpacked files:"));
            foreach (PinnedFile file in fetched.Files) page.Command("", $"{file.Sha256}  {file.Name}");
        }

        page.Command("Next", set.Command);
    }
}
