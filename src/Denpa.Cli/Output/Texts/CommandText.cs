using System.Text;
using Denpa.Tables;

namespace Denpa.Cli.Output;

/// <summary>Words of a command that is shown to be copied into a shell.</summary>
internal static class CommandText
{
    /// <summary>What messages call standard input.</summary>
    public const string StandardInput = "standard input";

    private const string PlainMarks = "_-./:+@%,";

    /// <summary>
    /// A file's name as one word that a shell reads as that name and denpa as a file: quoted where the shell would take it apart, and
    /// begun with ./ where denpa would take it for an option. For standard input a stand-in.
    /// </summary>
    public static string File(string path)
    {
        if (path == StandardInput) return "DATA.csv";
        string word = path.StartsWith('-') ? $".{Path.DirectorySeparatorChar}{path}" : path;
        if (OperatingSystem.IsWindows()) return word.All(character => IsPlain(character) || character == '\\') ? word : $"\"{word}\"";
        if (word.All(IsPlain)) return word;
        return word.EnumerateRunes().All(VisibleText.IsShown)
            ? $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'"
            : Escaped(word);
    }

    private static bool IsPlain(char character) => char.IsLetterOrDigit(character) || PlainMarks.Contains(character);

    /// <summary>
    /// Bash's and zsh's own quotes, in which every byte that is not a plain character stands as \x and two digits: what would command the
    /// terminal does not reach it.
    /// </summary>
    private static string Escaped(string word)
    {
        StringBuilder quoted = new("$'");
        Span<byte> bytes = stackalloc byte[4];
        foreach (Rune rune in word.EnumerateRunes())
        {
            if (rune.Value is '\'' or '\\')
            {
                quoted.Append('\\').Append(rune);
            }
            else if (VisibleText.IsShown(rune))
            {
                quoted.Append(rune);
            }
            else
            {
                int count = rune.EncodeToUtf8(bytes);
                foreach (byte value in bytes[..count]) quoted.Append("\\x").Append(value.ToString("x2"));
            }
        }

        return quoted.Append('\'').ToString();
    }
}
