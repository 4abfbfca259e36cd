using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;

namespace Denpa.Cli.Options;

/// <summary>
/// What a command line said, kept beside a checkpoint: a run that is resumed takes from there what its own command line leaves out.
/// </summary>
internal static class SavedOptions
{
    private const string FileName = "options.json";

    /// <summary>The command line completed by what was said before.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="folder">The folder of the checkpoint.</param>
    /// <param name="saved">The options that are kept.</param>
    /// <returns>The whole of it, and the names of what it took from there.</returns>
    public static (ParseResult Whole, IReadOnlyList<string> Taken) Complete(ParseResult parsed, string folder, IReadOnlyList<Option> saved)
    {
        Dictionary<string, string[]> before = Read(Path.Combine(folder, FileName));
        List<string> words = [];
        foreach (SymbolResult result in parsed.CommandResult.Children)
        {
            string[] values = [.. result.Tokens.Select(token => token.Value)];
            if (result is OptionResult { Implicit: false } given) words.AddRange(Words(given.Option, values));
            else if (result is ArgumentResult) words.InsertRange(0, values);
        }

        List<string> taken = [];
        foreach (Option option in saved)
        {
            if (parsed.GetResult(option) is { Implicit: false } || !before.TryGetValue(option.Name, out string[]? values)) continue;
            taken.Add(option.Name);
            words.AddRange(Words(option, values));
        }

        if (taken.Count == 0) return (parsed, taken);
        IEnumerable<string> path = CommandWords.PathOf(parsed.CommandResult.Command).Split(' ').Skip(1);
        return (CommandWords.Parse((RootCommand)parsed.RootCommandResult.Command, [.. path, .. words]), taken);
    }

    /// <summary>Keeps what a command line says.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(ParseResult parsed, string folder, IReadOnlyList<Option> saved) =>
        AtomicFile.Write(Path.Combine(folder, FileName), stream =>
        {
            using Utf8JsonWriter json = new(stream);
            json.WriteStartObject();
            foreach (Option option in saved)
            {
                if (parsed.GetResult(option) is not { Implicit: false } given) continue;
                json.WriteStartArray(option.Name);
                foreach (Token token in given.Tokens) json.WriteStringValue(token.Value);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        });

    private static IEnumerable<string> Words(Option option, string[] values) =>
        values.Length == 0 || option.AllowMultipleArgumentsPerToken
            ? values.Prepend(option.Name)
            : values.Select(value => $"{option.Name}={value}");

    /// <summary>What is in the file; nothing where there is none, or none that can be read.</summary>
    private static Dictionary<string, string[]> Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.EnumerateObject().ToDictionary(
                option => option.Name,
                option => option.Value.EnumerateArray().Select(value => value.GetString()!).ToArray());
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return [];
        }
    }
}
