using System.CommandLine;
using System.Globalization;
using Denpa.Cli.Language;
using Denpa.Cli.Options;
using Denpa.Cli.Output;

namespace Denpa.Cli.Help;

/// <summary>The help of a command, in the language of the person, for a terminal of a width.</summary>
internal sealed class HelpPage(TextWriter output, int width)
{
    private const string Indent = "  ";
    private const int WidestTerm = 30;

    public void Write(Command command)
    {
        string name = CommandWords.PathOf(command);
        WriteLines(Words.Of(command.Description ?? ""), "");
        Heading("Usage");
        string inputs = string.Concat(command.Arguments.Select(argument => $" {Term(argument)}"));
        WriteLines($"{name}{(command.Subcommands.Count > 0 ? " COMMAND" : "")}{inputs} [OPTIONS]", Indent);
        WriteTerms(
            "Commands",
            [.. command.Subcommands.Where(IsShown).Select(each => (CommandTerm(each), Words.Of(each.Description ?? "")))]);
        WriteTerms("Arguments", [.. command.Arguments.Where(IsShown).Select(each => (Term(each), Words.Of(each.Description ?? "")))]);
        WriteTerms("Options", [.. OptionWords.Of(command).Where(IsShown).Select(each => (Term(each), Description(each)))]);
        WriteExamples(HelpExamples.Of(name));
    }

    private static bool IsShown(Symbol symbol) => !symbol.Hidden;

    private static string CommandTerm(Command command) => string.Join(' ', command.Arguments.Select(Term).Prepend(command.Name));

    private static string Term(Argument argument) =>
        argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}]" : argument.Name;

    private static string Term(Option option)
    {
        IEnumerable<string> aliases = option.Aliases.Where(alias => alias.StartsWith('-'));
        string names = string.Join(", ", aliases.Append(option.Name).OrderBy(name => name.Length));
        return OptionWords.IsFlag(option)
            ? names
            : $"{names} {option.HelpName ?? "VALUE"}";
    }

    private static string Description(Option option)
    {
        string description = Words.Of(option.Description ?? "");
        bool hasDefault = option.HasDefaultValue && option.ValueType != typeof(bool);
        return hasDefault && option.GetDefaultValue() is { } value
            ? string.Create(CultureInfo.InvariantCulture, $"{description} [{Words.Of("default")}{Words.Colon}{value}]")
            : description;
    }

    private void Heading(string title)
    {
        output.WriteLine();
        output.WriteLine(Words.Of(title) + Words.Colon.TrimEnd());
    }

    private void WriteTerms(string title, IReadOnlyList<(string Term, string Meaning)> rows)
    {
        if (rows.Count == 0) return;
        Heading(title);
        int most = Math.Min(WidestTerm, width / 2);
        int column = rows.Select(row => CellText.Width(row.Term)).Where(cells => cells <= most).DefaultIfEmpty(most).Max();
        string before = Indent + new string(' ', column) + Indent;
        foreach ((string term, string meaning) in rows)
        {
            bool fits = CellText.Width(term) <= column;
            if (!fits) output.WriteLine(Indent + term);
            string start = fits ? Indent + CellText.Pad(term, column, right: false) + Indent : before;
            foreach (string line in CellText.Wrap(meaning, Math.Max(1, width - 1 - before.Length)))
            {
                output.WriteLine((start + line).TrimEnd());
                start = before;
            }
        }
    }

    private void WriteExamples(IReadOnlyList<HelpExample> examples)
    {
        if (examples.Count == 0) return;
        Heading("Examples");
        IEnumerable<HelpExample> explained = examples.Where(example => example.Meaning is not null);
        int column = explained.Select(example => example.Command.Length).DefaultIfEmpty().Max();
        foreach (HelpExample example in examples)
        {
            string line = Indent + example.Command;
            if (example.Meaning is { } meaning) line = Indent + example.Command.PadRight(column) + Indent + Indent + Words.Of(meaning);
            output.WriteLine(line);
        }
    }

    private void WriteLines(string text, string indent)
    {
        foreach (string line in CellText.Wrap(text, width - 1 - indent.Length)) output.WriteLine(indent + line);
    }
}
