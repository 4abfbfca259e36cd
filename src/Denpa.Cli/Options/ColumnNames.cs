using System.Globalization;
using System.Text.RegularExpressions;
using Denpa.Tables;

namespace Denpa.Cli.Options;

/// <summary>Columns as the command line names them: in any case, and of any width of letters.</summary>
internal static partial class ColumnNames
{
    /// <summary>The table's own name of a column. What names none, and nothing is known of, is for the table to refuse.</summary>
    /// <exception cref="Ends.CommandException">There is no such column, and it can be told how columns are named.</exception>
    public static string Find(Table table, string name)
    {
        if (table.TryGetColumn(name, out _)) return name;
        string plain = Plain(name);
        Column[] same = [.. table.Columns.Where(column => Plain(column.Name) == plain)];
        if (same.Length == 1) return same[0].Name;
        if (Cure(table, name) is { } cure)
            throw new Ends.CommandException(Ends.ExitCode.Data, $"{table.Path}: there is no column {Quoted.Text(name)} — {cure}");
        return name;
    }

    private static string? Cure(Table table, string name)
    {
        IReadOnlyList<Column> columns = table.Columns;
        bool hasOwnNames = table.Format.HasHeader || columns.Any(column => !Numbered().IsMatch(column.Name));
        if (!hasOwnNames)
        {
            return $"this table has no header: the first column is {columns[0].Name}, the last {columns[^1].Name}; "
                + "--header yes takes the first row for one";
        }

        Match number = Numbered().Match(name);
        if (number.Success && int.TryParse(number.Groups["number"].Value, CultureInfo.InvariantCulture, out int place)
            && place >= 1 && place <= columns.Count)
        {
            return $"columns go by their names: number {place} is {Quoted.Text(columns[place - 1].Name)}";
        }

        Column? whole = columns.FirstOrDefault(column =>
            column.Name.Contains(',', StringComparison.Ordinal) && column.Name.Split(',', StringSplitOptions.TrimEntries).Contains(name));
        return whole is null ? null : $"a name with a comma needs quotes: '{NameListText.Quoted(whole.Name)}'";
    }

    private static string Plain(string name) => PlainWidth.Of(name).Trim().ToUpperInvariant();

    [GeneratedRegex(@"^(?:column|col)?\s*#?(?<number>\d{1,9})$", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();
}
