using System.Text.RegularExpressions;

namespace Denpa.Cli.Language;

/// <summary>One sentence with blanks {0} to {9}: its English as a pattern, and its text in another language.</summary>
internal sealed partial class Sentence(string english, string text)
{
    /// <summary>
    /// What may fill a blank: something quoted, or letters that do not run over the end of a place. Each letter can be taken in one way
    /// alone, so that many quotation marks do not make it try for ever.
    /// </summary>
    private const string Filling = """((?:"[^"]*"|(?!: )[^"]|"(?![^"]*"))+?)""";

    private readonly Regex pattern = new(
        $"^{string.Join(Filling, Blank().Split(english).Select(Regex.Escape))}$", RegexOptions.Singleline | RegexOptions.CultureInvariant);

    /// <summary>How many letters are the sentence's own.</summary>
    public int OwnLength { get; } = Blank().Replace(english, "").Length;

    /// <summary>
    /// The text for an English message that is this sentence, with its blanks filled by what fills them there; else null.
    /// </summary>
    /// <param name="message">The English message.</param>
    /// <param name="fill">What the language makes of a filling.</param>
    public string? Answer(string message, Func<string, string> fill)
    {
        Match match = pattern.Match(message);
        return match.Success ? Blank().Replace(text, blank => fill(match.Groups[blank.Value[1] - '0' + 1].Value)) : null;
    }

    /// <summary>A blank of a text.</summary>
    [GeneratedRegex(@"\{\d\}")]
    public static partial Regex Blank();
}
