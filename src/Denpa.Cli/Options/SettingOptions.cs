using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using Denpa.Tables;

namespace Denpa.Cli.Options;

/// <summary>Options that are settings of a training: their values, defaults and bounds are those that the settings know.</summary>
internal static class SettingOptions
{
    /// <summary>One of several that settings can name; each is completed with what it is.</summary>
    public static Option<string> Choice<T>(string name, string description, string preset, IReadOnlyList<T> choices)
        where T : Choice
    {
        Option<string> option = OptionParsers.ChoiceWithDefault(name, description, preset, [.. choices.Names]);
        option.CompletionSources.Clear();
        Complete(option, choices, choice => choice.Name);
        return option;
    }

    /// <summary>One of several that settings can name; the preset decides where it is left out.</summary>
    public static Option<string?> ChoiceOfPreset<T>(string name, string description, IReadOnlyList<T> choices)
        where T : Choice
    {
        Option<string?> option = new(name)
        {
            Description = $"{description}: {string.Join(", ", choices.Names)}",
            HelpName = name[2..].ToUpperInvariant(),
            CustomParser = result => ChoiceValue.Parse(result, name, [.. choices.Names]),
        };
        Complete(option, choices, choice => choice.Name);
        return option;
    }

    /// <summary>Some of those that settings can name, with commas between them.</summary>
    public static Option<string[]?> SomeOf<T>(string name, string description, string kind, IReadOnlyList<T> choices)
        where T : Choice
    {
        string all = string.Join(", ", choices.Names);
        Option<string[]?> option = OptionParsers.Names(
            name, $"{description}: {all}", word => choices.Names.Contains(word) ? null : $"{Quoted.Text(word)} is no {kind}: use {all}");
        Complete(option, choices, choice => choice.Name);
        return option;
    }

    /// <summary>A whole number; the preset decides where it is left out.</summary>
    public static Option<int?> WholeOfPreset(NumberSetting number, string description) =>
        OptionParsers.WholeIfGiven($"--{number.Name}", description, number.Bounds);

    /// <summary>A number that need not be given.</summary>
    public static Option<double?> Number(NumberSetting number, string description) =>
        OptionParsers.Number($"--{number.Name}", description, number.Bounds);

    /// <summary>A whole number.</summary>
    public static Option<int> Whole(NumberSetting number, string description, int preset) =>
        OptionParsers.Whole($"--{number.Name}", description, preset, number.Bounds);

    /// <summary>Completes an option by words for choices, each with what it is and the numbers that it takes.</summary>
    public static void Complete<T>(Option option, IReadOnlyList<T> choices, Func<T, string> word)
        where T : Choice =>
        option.CompletionSources.Add(_ => choices.Select(choice => new CompletionItem(word(choice), detail: Meaning(choice))));

    private static string Meaning(Choice choice)
    {
        IEnumerable<string> numbers = choice.Defaults
            .Select(own => string.Create(CultureInfo.InvariantCulture, $"--{own.Number.Name} {own.Value}"));
        return choice.Defaults.Count == 0 ? choice.Summary : $"{choice.Summary}: {string.Join(' ', numbers)}";
    }
}
