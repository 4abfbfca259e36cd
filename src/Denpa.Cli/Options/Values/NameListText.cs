using System.Text;

namespace Denpa.Cli.Options;

/// <summary>Names with commas between them, as fields of CSV: one that holds a comma stands in quotes, and a quote in it twice.</summary>
internal static class NameListText
{
    private const char Comma = ',';
    private const char Quote = '"';

    /// <summary>The names, without the blanks around them; null where a quote is never closed, or text stands around quotes.</summary>
    public static string[]? Split(string text)
    {
        List<string> names = [];
        int place = 0;
        while (true)
        {
            while (place < text.Length && char.IsWhiteSpace(text[place])) place++;
            if (place < text.Length && text[place] == Quote)
            {
                if (Unquoted(text, ref place) is not { } name) return null;
                names.Add(name);
                while (place < text.Length && char.IsWhiteSpace(text[place])) place++;
                if (place < text.Length && text[place] != Comma) return null;
            }
            else
            {
                int end = text.IndexOf(Comma, place);
                if (end < 0) end = text.Length;
                names.Add(text[place..end].Trim());
                place = end;
            }

            if (place >= text.Length) return [.. names];
            place++;
        }
    }

    /// <summary>The name as it stands in a list.</summary>
    public static string Quoted(string name) => name.Contains(Comma) || name.StartsWith(Quote)
        ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : name;

    /// <summary>What stands in the quotes that begin at a place, which moves behind them; null where they are never closed.</summary>
    private static string? Unquoted(string text, ref int place)
    {
        StringBuilder name = new();
        for (place++; place < text.Length; place++)
        {
            if (text[place] != Quote)
            {
                name.Append(text[place]);
                continue;
            }

            place++;
            if (place >= text.Length || text[place] != Quote) return name.ToString();
            name.Append(Quote);
        }

        return null;
    }
}
