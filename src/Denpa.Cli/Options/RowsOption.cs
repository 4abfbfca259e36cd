using System.CommandLine;
using Denpa.Tables;

namespace Denpa.Cli.Options;

/// <summary>The option that picks rows by what training used them for.</summary>
internal static class RowsOption
{
    private static readonly Dictionary<string, RowPart> Parts = new()
    {
        ["all"] = RowPart.All,
        ["train"] = RowPart.Training,
        ["validation"] = RowPart.Validation,
        ["test"] = RowPart.Test,
    };

    /// <param name="description">For help.</param>
    public static Option<string?> Create(string description)
    {
        Option<string?> option = new("--rows") { Description = description, HelpName = "PART" };
        option.CompletionSources.Add([.. Parts.Keys]);
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is not { } part || Parts.ContainsKey(part)) return;
            result.AddError(
                $"--rows: {Quoted.Text(part)} is not one of {string.Join(", ", Parts.Keys)}{MistakenWord.DidYouMean(part, Parts.Keys)}");
        });
        return option;
    }

    /// <summary>The part of a word that the option takes.</summary>
    public static RowPart PartOf(string word) => Parts[word];

    /// <summary>The word for a part.</summary>
    public static string WordOf(RowPart part) => Parts.First(entry => entry.Value == part).Key;
}
