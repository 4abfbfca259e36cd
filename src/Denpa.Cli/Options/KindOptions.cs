using System.CommandLine;
using System.CommandLine.Parsing;
using Denpa.Tables;

namespace Denpa.Cli.Options;

/// <summary>What columns are to be taken for: --kind COLUMN=KIND, once for each.</summary>
internal sealed class KindOptions
{
    private const string Name = "--kind";
    private const string Ignore = "ignore";

    private static readonly OrderedDictionary<string, ColumnRequest> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["number"] = new(ColumnKind.Number),
        ["category"] = new(ColumnKind.Category),
        ["yes-no"] = new(ColumnKind.YesNo),
        ["date"] = new(ColumnKind.Date),
        ["date:dmy"] = new(ColumnKind.Date, DateOrder.DayFirst),
        ["date:mdy"] = new(ColumnKind.Date, DateOrder.MonthFirst),
        ["text"] = new(ColumnKind.Text),
    };

    public Option<KeyValuePair<string, string>[]?> Option { get; } = new(Name)
    {
        Description = $"What a column is: {string.Join(", ", Kinds.Keys)} or {Ignore}",
        HelpName = "COLUMN=KIND",
        CustomParser = Parse,
    };

    /// <summary>What was said of columns, by their names in a table.</summary>
    public IReadOnlyDictionary<string, ColumnRequest> Of(ParseResult parsed, Table table) => Said(parsed)
        .Where(said => Kinds.ContainsKey(said.Value))
        .DistinctBy(said => ColumnNames.Find(table, said.Key))
        .ToDictionary(said => ColumnNames.Find(table, said.Key), said => Kinds[said.Value]);

    /// <summary>The columns that are to be ignored.</summary>
    public IEnumerable<string> Ignored(ParseResult parsed, Table table) =>
        Said(parsed).Where(said => !Kinds.ContainsKey(said.Value)).Select(said => ColumnNames.Find(table, said.Key));

    /// <summary>The columns of which anything was said.</summary>
    public IEnumerable<string> Columns(ParseResult parsed) => Said(parsed).Select(said => said.Key);

    private KeyValuePair<string, string>[] Said(ParseResult parsed) => parsed.GetValue(Option) ?? [];

    private static KeyValuePair<string, string>[] Parse(ArgumentResult result)
    {
        List<KeyValuePair<string, string>> said = [];
        foreach (string word in result.Tokens.Select(token => token.Value))
        {
            int place = word.LastIndexOf('=');
            string kind = word[(place + 1)..].Trim();
            bool isKind = Kinds.ContainsKey(kind) || string.Equals(kind, Ignore, StringComparison.OrdinalIgnoreCase);
            if (place > 0 && isKind) said.Add(KeyValuePair.Create(word[..place].Trim(), kind));
            else result.AddError($"{Name}: {Quoted.Text(word)} is not valid: give COLUMN=KIND, with one of {KindsInWords}");
        }

        return [.. said];
    }

    private static string KindsInWords => string.Join(", ", Kinds.Keys.Append(Ignore));
}
