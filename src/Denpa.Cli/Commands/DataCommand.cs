using System.CommandLine;
using System.Text.Json;
using Denpa.Cli.DataSets;
using Denpa.Cli.Ends;
using Denpa.Cli.Language;
using Denpa.Cli.Options;
using Denpa.Cli.Output;

namespace Denpa.Cli.Commands;

/// <summary><c>data</c>: the datasets that denpa knows, and how to come by them.</summary>
internal static class DataCommand
{
    public static Command Create()
    {
        Command list = new("list", "Lists the datasets that are built in, made or fetched");
        CommonOptions.AddTo(list);
        list.SetAction(parsed => (int)List(parsed));
        return new Command("data", "Lists, describes, makes and fetches datasets")
        {
            list, DataDescribeCommand.Create(), DataMakeCommand.Create(), DataFetchCommand.Create(),
        };
    }

    /// <summary>The NAME argument, which must be one of some sets.</summary>
    public static Argument<string> SetName(IReadOnlyCollection<DataSet> among)
    {
        string[] names = [.. among.Select(set => set.Name)];
        Argument<string> argument = new("NAME")
        {
            Description = $"The dataset: {string.Join(", ", names)}",
            CustomParser = result =>
            {
                string name = result.Tokens[0].Value;
                DataSet? named = Catalog.Find(name);
                if (named is not null && among.Contains(named)) return named.Name;
                result.AddError(named is not null
                    ? $"\"{named.Name}\" is {named.Origin}: use {named.Command}"
                    : Catalog.Missing(name, among));
                return name;
            },
        };
        argument.CompletionSources.Add(names);
        return argument;
    }

    private static ExitCode List(ParseResult parsed)
    {
        if (parsed.GetValue(CommonOptions.Json))
        {
            JsonOutput.Write("data list", json =>
            {
                json.WriteStartArray("datasets");
                foreach (DataSet set in Catalog.All)
                {
                    json.WriteStartObject();
                    WriteMembers(json, set);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            return ExitCode.Done;
        }

        Page page = new(Terminal.Results);
        foreach (IGrouping<Availability, DataSet> sets in Catalog.All.GroupBy(set => set.Availability))
        {
            page.Field(Title(sets.Key), Phrase.Word(Explanation(sets.Key)));
            page.Columns([.. sets.Select(set => (string[])[set.Name, Phrase.Word(set.Summary)])]);
        }

        page.Command("Next", "denpa data describe NAME");
        return ExitCode.Done;
    }

    /// <summary>What there is to know of a set, as members of a JSON object.</summary>
    public static void WriteMembers(Utf8JsonWriter json, DataSet set)
    {
        json.WriteString("name", set.Name);
        json.WriteString("summary", set.Summary);
        json.WriteString("availability", JsonOutput.NameOf(set.Availability));
        json.WriteNumber("rows", set.Rows);
        json.Strings("columns", set.Columns);
        json.WriteString("target", set.Target);
        if (set is MadeSet made) json.WriteNumber("noise", made.Noise);
        json.WriteString("source", set.Source);
        json.WriteString("licence", set.Licence);
        if (set.Bytes is { } bytes) json.WriteNumber("bytes", bytes);
        else json.WriteNull("bytes");
        json.WriteString("use", set.Command);
        if (set is not FetchedSet fetched) return;
        json.WriteString("address", fetched.Address);
        json.WriteStartArray("files");
        foreach (PinnedFile file in fetched.Files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteNumber("bytes", file.Length);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Title(Availability availability) => availability switch
    {
        Availability.BuiltIn => "Built in",
        Availability.Made => "Made",
        _ => "Fetched",
    };

    private static string Explanation(Availability availability) => availability switch
    {
        Availability.BuiltIn => "part of denpa: what train takes when no data are named",
        Availability.Made => "drawn at random, of any size: denpa data make NAME",
        _ => "downloaded and checked: denpa data fetch NAME",
    };
}
