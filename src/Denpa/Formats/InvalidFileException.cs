using System.Text;

namespace Denpa;

/// <summary>A file that cannot be trusted: it names the file, the place in it, and the reason.</summary>
public sealed class InvalidFileException : DenpaException
{
    private const int LongestQuote = 80;

    /// <summary>An error in a file.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="place">Where in the file, such as <c>header</c> or <c>tensor "0.weight"</c>.</param>
    /// <param name="reason">What is wrong there.</param>
    /// <param name="inner">The error that led to this one, if any.</param>
    public InvalidFileException(string file, string place, string reason, Exception? inner = null)
        : base($"{file}: {place}: {reason}", inner) => (File, Place, Reason) = (file, place, reason);

    /// <summary>The file's name, as it was given.</summary>
    public string File { get; }

    /// <summary>Where in the file.</summary>
    public string Place { get; }

    /// <summary>What is wrong there.</summary>
    public string Reason { get; }

    /// <summary>A text that the file holds, in quotes: cut when long, with control characters (which a terminal would obey) as ?.</summary>
    internal static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        ReadOnlySpan<char> kept = text.AsSpan(0, Math.Min(text.Length, LongestQuote));
        foreach (char character in kept) quoted.Append(char.IsControl(character) ? '?' : character);
        return quoted.Append(text.Length > LongestQuote ? "…\"" : "\"").ToString();
    }
}
