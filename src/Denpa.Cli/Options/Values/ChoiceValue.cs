using System.CommandLine.Parsing;
using Denpa.Tables;

namespace Denpa.Cli.Options;

/// <summary>A value that is one of some words.</summary>
internal static class ChoiceValue
{
    /// <summary>The word that a value is, in whatever case and with whatever between its parts it is written.</summary>
    public static string Parse(ArgumentResult result, string name, IReadOnlyCollection<string> values)
    {
        string value = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (Find(value, values) is { } found) return found;
        string meant = MistakenWord.DidYouMean(value, values, Synonyms.OfValue(value));
        result.AddError($"{name}: {Quoted.Text(value)} is not one of {string.Join(", ", values)}{meant}");
        return value;
    }

    /// <summary>The same word among some; null where none is.</summary>
    public static string? Find(string value, IReadOnlyCollection<string> values)
    {
        if (values.Contains(value)) return value;
        string bare = Synonyms.Bare(PlainWidth.Of(value));
        return bare.Length == 0 ? null : values.FirstOrDefault(each => Synonyms.Bare(each) == bare);
    }
}
