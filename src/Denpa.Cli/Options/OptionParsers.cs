using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Denpa.Tables;

namespace Denpa.Cli.Options;

/// <summary>Options of a kind, and how their values are read; a value that does not do is answered with what would.</summary>
internal static class OptionParsers
{
    private static readonly NumberBounds FromOne = NumberBounds.WholeFrom(1);

    public static Option<string> Choice(string name, string description, params string[] values) =>
        ChoiceWithDefault(name, description, values[0], values);

    public static Option<string> ChoiceWithDefault(string name, string description, string preset, string[] values)
    {
        Option<string> option = new(name)
        {
            Description = $"{description}: {string.Join(", ", values)}",
            HelpName = name[2..].ToUpperInvariant(),
            DefaultValueFactory = _ => preset,
        };
        option.CompletionSources.Add(values);
        option.Validators.Add(result => RequireOneOf(values, result, name, result.GetValueOrDefault<string>()));
        return option;
    }

    /// <summary>An argument that is one of some words.</summary>
    public static Argument<string> ChoiceArgument(string name, string description, params string[] values)
    {
        Argument<string> argument = new(name) { Description = $"{description}: {string.Join(", ", values)}" };
        argument.CompletionSources.Add(values);
        argument.Validators.Add(result => RequireOneOf(values, result, name, result.GetValueOrDefault<string>()));
        return argument;
    }

    /// <summary>Names with commas between them.</summary>
    /// <param name="name">The option's own.</param>
    /// <param name="description">For help.</param>
    /// <param name="flaw">What is wrong with a name, or null; where it is left out any name does.</param>
    public static Option<string[]?> Names(string name, string description, Func<string, string?>? flaw = null)
    {
        return new Option<string[]?>(name) { Description = description, HelpName = "A,B", CustomParser = Parse };

        string[] Parse(ArgumentResult result)
        {
            string[] names = [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries))];
            foreach (Token token in result.Tokens.Where(token => token.Value.Split(',').Any(string.IsNullOrWhiteSpace)))
                result.AddError($"{name}: {Quoted.Text(token.Value)} has an empty name among its names");
            foreach (string problem in names.Select(each => flaw?.Invoke(each)).OfType<string>()) result.AddError($"{name}: {problem}");
            return names;
        }
    }

    /// <summary>A number that need not be given.</summary>
    /// <param name="name">The option's own.</param>
    /// <param name="description">For help.</param>
    /// <param name="bounds">Which numbers do.</param>
    public static Option<double?> Number(string name, string description, NumberBounds bounds)
    {
        return new Option<double?>(name) { Description = description, HelpName = "X", CustomParser = Parse };

        double? Parse(ArgumentResult result)
        {
            string text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && bounds.Contain(value))
                return value;
            Refuse(result, name, text, bounds);
            return null;
        }
    }

    /// <summary>A whole number.</summary>
    /// <param name="name">The option's own.</param>
    /// <param name="description">For help.</param>
    /// <param name="preset">The number when it is not given.</param>
    /// <param name="bounds">Which numbers do.</param>
    public static Option<int> Whole(string name, string description, int preset, NumberBounds bounds)
    {
        return new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => preset, CustomParser = Parse };

        int Parse(ArgumentResult result) => ParseWhole(result, name, result.Tokens[0].Value, bounds);
    }

    /// <summary>A whole number that need not be given.</summary>
    /// <param name="name">The option's own.</param>
    /// <param name="description">For help.</param>
    /// <param name="bounds">Which numbers do.</param>
    public static Option<int?> WholeIfGiven(string name, string description, NumberBounds bounds)
    {
        return new Option<int?>(name) { Description = description, HelpName = "N", CustomParser = Parse };

        int? Parse(ArgumentResult result) => ParseWhole(result, name, result.Tokens[0].Value, bounds);
    }

    public static int Batch(ArgumentResult result) =>
        result.Tokens[0].Value == "full" ? 0 : ParseWhole(result, "--batch", result.Tokens[0].Value, FromOne);

    public static ulong Seed(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)) return seed;
        result.AddError($"--seed: {Quoted.Text(text)} does not do: give a whole number from 0 to {ulong.MaxValue}");
        return 0;
    }

    public static int? Threads(ArgumentResult result) => ParseWhole(result, "--threads", result.Tokens[0].Value, FromOne);

    public static int[] Hidden(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        return text == "0" ? [] : [.. text.Split(',').Select(units => ParseWhole(result, "--hidden", units.Trim(), FromOne))];
    }

    public static SplitFractions Split(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        double[] percent = [.. text.Split('/').Select(part =>
            double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)];
        if (percent.Length == 3 && percent[0] > 0 && percent.All(part => part >= 0) && Math.Abs(percent.Sum() - 100) < 1e-6)
        {
            return new SplitFractions(percent[0] / 100, percent[1] / 100, percent[2] / 100);
        }

        result.AddError($"--split: {Quoted.Text(text)} does not do: give three percentages that add up to 100, such as 80/10/10");
        return SplitFractions.Default;
    }

    public static TimeSpan? Time(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        double unit = text.Length == 0 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        ReadOnlySpan<char> digits = text.AsSpan(0, Math.Max(0, text.Length - 1));
        if (unit > 0 && double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            && value > 0 && value * unit <= TimeSpan.MaxValue.TotalSeconds / 2)
        {
            return TimeSpan.FromSeconds(value * unit);
        }

        result.AddError($"--time: {Quoted.Text(text)} does not do: give a time such as 60s, 5m or 1h");
        return null;
    }

    private static void RequireOneOf(string[] values, SymbolResult result, string name, string value)
    {
        if (values.Contains(value)) return;
        result.AddError($"{name}: {Quoted.Text(value)} is not one of {string.Join(", ", values)}{MistakenWord.DidYouMean(value, values)}");
    }

    private static int ParseWhole(ArgumentResult result, string name, string text, NumberBounds bounds)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && bounds.Contain(value)) return value;
        Refuse(result, name, text, bounds);
        return 0;
    }

    private static void Refuse(ArgumentResult result, string name, string text, NumberBounds bounds) =>
        result.AddError($"{name}: {Quoted.Text(text)} does not do: give {bounds}");
}
