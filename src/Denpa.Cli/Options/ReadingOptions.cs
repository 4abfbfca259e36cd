using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Denpa.Tables;

namespace Denpa.Cli.Options;

/// <summary>Options that say how a table is read, of every command that reads one.</summary>
internal static class ReadingOptions
{
    private const string Yes = "yes";

    private static readonly Dictionary<string, char> Delimiters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["comma"] = ',',
        ["semicolon"] = ';',
        ["tab"] = '\t',
        ["\\t"] = '\t',
        ["bar"] = '|',
        ["pipe"] = '|',
        ["space"] = ' ',
        ["colon"] = ':',
    };

    public static readonly Option<string> Header = CreateHeader();

    private static readonly Option<string[]?> Missing = OptionParsers.Names(
        "--missing", "The texts that stand for missing, instead of NA, N/A, null and ?");

    private static readonly Option<char?> Delimiter = new("--delimiter")
    {
        Description = "What separates columns: comma, semicolon, tab, bar, space or a character",
        HelpName = "CHARACTER",
        CustomParser = ParseDelimiter,
    };

    private static readonly Option<Encoding?> TextEncoding = new("--encoding")
    {
        Description = "The encoding, such as utf-8, shift_jis, euc-jp or windows-1252",
        HelpName = "NAME",
        CustomParser = ParseEncoding,
    };

    private static readonly Option<string?> Sheet = new("--sheet")
    {
        Description = "The sheet of an Excel workbook, by name or number; the first that shows and holds a table when left out",
        HelpName = "NAME|NUMBER",
    };

    public static void AddTo(Command command)
    {
        command.Options.Add(Sheet);
        command.Options.Add(Header);
        command.Options.Add(Missing);
        command.Options.Add(Delimiter);
        command.Options.Add(TextEncoding);
    }

    /// <summary>What the options say, and where they say nothing what is known beforehand.</summary>
    public static TableOptions Of(ParseResult parsed, TableOptions? known = null)
    {
        TableOptions options = known ?? TableOptions.Default;
        return options with
        {
            HasHeader = parsed.GetValue(Header) is { } header ? header == Yes : options.HasHeader,
            Missing = parsed.GetValue(Missing) is { Length: > 0 } missing ? missing : options.Missing,
            Delimiter = parsed.GetValue(Delimiter) ?? options.Delimiter,
            Encoding = parsed.GetValue(TextEncoding) ?? options.Encoding,
            Sheet = parsed.GetValue(Sheet) ?? options.Sheet,
        };
    }

    private static Option<string> CreateHeader()
    {
        Option<string> option = OptionParsers.Choice(
            "--header", "Whether the first row of a table holds the column names; the rows decide when left out", Yes, "no");
        option.DefaultValueFactory = null;
        return option;
    }

    private static char? ParseDelimiter(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (Delimiters.TryGetValue(text, out char named)) return named;
        if (text is [var letter] && letter is not ('"' or '\r' or '\n') && char.IsAscii(letter)) return letter;
        result.AddError($"--delimiter: {Quoted.Text(text)} is not valid: give one character, or comma, semicolon, tab, bar or space");
        return null;
    }

    private static Encoding? ParseEncoding(ArgumentResult result)
    {
        string name = result.Tokens[0].Value;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            result.AddError($"--encoding: {Quoted.Text(name)} is no encoding: give one such as utf-8, shift_jis, euc-jp or windows-1252");
            return null;
        }
    }
}
