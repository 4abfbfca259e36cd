using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;

namespace Denpa.Cli.Options;

/// <summary>
/// The words of the command that a run began with, kept beside its checkpoint: a run that goes on needs no option twice, and one that
/// is refused is told which option differs.
/// </summary>
/// <param name="options">The options of train.</param>
/// <param name="data">Its argument.</param>
internal sealed class KeptOptions(TrainOptions options, Argument<string?> data)
{
    private const string FileName = "options.json";

    /// <summary>The file in a folder of checkpoints.</summary>
    public static string FileIn(string folder) => Path.Combine(folder, FileName);

    /// <summary>Writes the words that the weights depend on. A run can go on without them, so none is lost for their sake.</summary>
    public void Write(string folder, ParseResult parsed)
    {
        try
        {
            AtomicFile.Write(FileIn(folder), stream =>
            {
                using Utf8JsonWriter json = new(stream);
                json.WriteStartObject();
                foreach ((string name, string[] values) in Given(parsed))
                {
                    json.WriteStartArray(name);
                    foreach (string value in values) json.WriteStringValue(value);
                    json.WriteEndArray();
                }

                json.WriteEndObject();
            });
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    /// <summary>The words of a run that goes on, with those that it was begun with and that are left out now.</summary>
    /// <param name="parsed">The words.</param>
    /// <param name="taken">What was taken from the first run, as words.</param>
    public ParseResult Complete(ParseResult parsed, out string[] taken)
    {
        taken = [];
        if (!parsed.GetValue(options.Resume) || parsed.GetValue(options.Checkpoint) is not { } folder) return parsed;
        Dictionary<string, string[]> given = Given(parsed);
        string[] sources = [data.Name, options.Idx.Name];
        Dictionary<string, string[]> missing = Read(folder)
            .Where(entry => !given.ContainsKey(entry.Key) && !(sources.Contains(entry.Key) && sources.Any(given.ContainsKey)))
            .ToDictionary();
        if (missing.Count == 0) return parsed;
        List<string> words = [];
        foreach (Token token in parsed.Tokens)
        {
            bool isJoined = words.Count > 0 && token.Type == TokenType.Argument && OptionWords.IsOptionLike(token.Value)
                && OptionWords.Named(parsed.CommandResult.Command.Options, words[^1]) is not null;
            if (isJoined) words[^1] += "=" + token.Value;
            else words.Add(token.Value);
            if (token.Type == TokenType.Command) words.AddRange(missing.SelectMany(entry => WordsOf(entry.Key, entry.Value)));
        }

        ParseResult whole = CommandWords.Parse((RootCommand)parsed.RootCommandResult.Command, words);
        if (whole.Errors.Count > 0) return parsed;
        taken = [.. missing.Select(entry => Shown(entry.Key, entry.Value))];
        return whole;
    }

    /// <summary>In which options a run differs from the one that it would go on from; empty where that is not known.</summary>
    public string[] Differences(string folder, ParseResult parsed)
    {
        Dictionary<string, string[]> before = Read(folder);
        if (!File.Exists(FileIn(folder))) return [];
        return
        [
            .. Given(parsed).Where(entry => !before.TryGetValue(entry.Key, out string[]? values) || !values.SequenceEqual(entry.Value))
                .Select(entry => before.TryGetValue(entry.Key, out string[]? values)
                    ? $"it was made with {Shown(entry.Key, values)}, not {string.Join(' ', entry.Value)}"
                    : $"it was made without {Shown(entry.Key, entry.Value)}"),
        ];
    }

    private static Dictionary<string, string[]> Read(string folder)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(FileIn(folder)));
            return document.RootElement.EnumerateObject().ToDictionary(
                member => member.Name, member => member.Value.EnumerateArray().Select(value => value.GetString() ?? "").ToArray());
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static string Shown(string name, string[] values) =>
        MistakenWord.Shown(string.Join(' ', name.StartsWith('-') ? values.Prepend(name) : values));

    private IEnumerable<string> WordsOf(string name, string[] values)
    {
        if (name == data.Name) return values.Select(value => value.Length > 1 && value[0] == '-' ? $"./{value}" : value);
        bool isOneEach = values.Length > 0 && (name != options.Idx.Name && name != options.TestIdx.Name);
        return isOneEach ? values.Select(value => $"{name}={value}") : values.Prepend(name);
    }

    /// <summary>The data, and the options that the weights depend on, where they are given.</summary>
    private Dictionary<string, string[]> Given(ParseResult parsed)
    {
        Option[] others =
        [
            options.Checkpoint, options.Resume, options.Output, options.History, options.Events, options.Time, options.Folds,
            options.Health, options.DryRun, CommonOptions.Threads, CommonOptions.Force, CommonOptions.Json, CommonOptions.Quiet,
            CommonOptions.Verbose,
        ];
        Dictionary<string, string[]> given = [];
        foreach (Option option in parsed.CommandResult.Command.Options.Except(others))
        {
            if (parsed.IsGiven(option) && parsed.GetResult(option) is { } result)
                given[option.Name] = [.. result.Tokens.Select(token => token.Value)];
        }

        if (parsed.GetResult(data) is { Tokens.Count: > 0 } named) given[data.Name] = [.. named.Tokens.Select(token => token.Value)];
        return given;
    }
}
