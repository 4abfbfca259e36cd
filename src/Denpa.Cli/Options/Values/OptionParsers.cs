using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using Denpa.Tables;

namespace Denpa.Cli.Options;

/// <summary>Options of a kind, and how their values are read; a value that is not valid is answered with what would be.</summary>
internal static partial class OptionParsers
{
    private const string Full = "full";
    private const string NoLayers = "0";

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
        Restrict(option, values);
        return option;
    }

    /// <summary>Lets an option have one of some values, in upper or lower case.</summary>
    public static void Restrict(Option<string> option, string[] values)
    {
        option.CompletionSources.Add(values);
        option.CustomParser = result => ChoiceValue.Parse(result, option.Name, values);
    }

    /// <summary>An argument that is one of some words.</summary>
    public static Argument<string> ChoiceArgument(string name, string description, params string[] values)
    {
        Argument<string> argument = new(name)
        {
            Description = $"{description}: {string.Join(", ", values)}",
            CustomParser = result => ChoiceValue.Parse(result, name, values),
        };
        argument.CompletionSources.Add(values);
        return argument;
    }

    /// <summary>Names with commas between them; the option may be given several times.</summary>
    /// <param name="name">The option's own.</param>
    /// <param name="description">For help.</param>
    /// <param name="flaw">What is wrong with a name, or null; where it is left out any name does.</param>
    public static Option<string[]?> Names(string name, string description, Func<string, string?>? flaw = null)
    {
        return new Option<string[]?>(name) { Description = description, HelpName = "A,B", CustomParser = Parse };

        string[] Parse(ArgumentResult result)
        {
            List<string> names = [];
            foreach (string text in result.Tokens.Select(token => token.Value))
            {
                if (NameListText.Split(text) is not { } some)
                    result.AddError($"{name}: {Quoted.Text(text)} has a quote that does not enclose one name — close it, or double it");
                else if (some.Any(string.IsNullOrWhiteSpace))
                    result.AddError($"{name}: {Quoted.Text(text)} has an empty name among its names");
                else
                    names.AddRange(some);
            }

            foreach (string problem in names.Select(each => flaw?.Invoke(each)).OfType<string>()) result.AddError($"{name}: {problem}");
            return [.. names];
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
            if (TryNumber(text, out double value) && bounds.Contain(value)) return value;
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

    public static int Batch(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        return text.Equals(Full, StringComparison.OrdinalIgnoreCase) ? 0 : ParseWhole(result, "--batch", text, FromOne, ", or full");
    }

    public static ulong Seed(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (ulong.TryParse(PlainWidth.Of(text), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)) return seed;
        result.AddError($"--seed: {Quoted.Text(text)} is not valid: give a whole number from 0 to {ulong.MaxValue}");
        return 0;
    }

    public static int? Threads(ArgumentResult result) => ParseWhole(result, "--threads", result.Tokens[0].Value, FromOne);

    /// <summary>64,32 as people write it: 64x32, 64 32, 64-32, [64, 32].</summary>
    public static int[] Hidden(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        string numbers = PlainWidth.Of(text).Trim('[', ']', '(', ')', ' ');
        if (numbers == NoLayers || numbers.Equals("none", StringComparison.OrdinalIgnoreCase)) return [];
        string[] units = BetweenUnits().Split(numbers);
        if (units.All(each => each.Length > 0 && each.All(char.IsAsciiDigit)))
            return [.. units.Select(each => ParseWhole(result, "--hidden", each, FromOne))];
        result.AddError($"--hidden: {Quoted.Text(text)} is not valid: give the units of each hidden layer, such as 64,32");
        return [];
    }

    /// <summary>80/10/10 as people write it: 80:10:10, 0.8/0.1/0.1, and 80/20 for training and test.</summary>
    public static SplitFractions Split(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        double[] parts = [.. BetweenShares().Split(PlainWidth.Of(text).Replace("%", "", StringComparison.Ordinal).Trim()).Select(part =>
            double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)];
        if (parts is [double training, double test]) parts = [training, 0, test];
        double whole = parts.Sum() > 2 ? 100 : 1;
        if (parts.Length == 3 && parts[0] > 0 && parts.All(part => part >= 0) && Math.Abs((parts.Sum() / whole) - 1) < 1e-8)
            return new SplitFractions(parts[0] / whole, parts[1] / whole, parts[2] / whole);
        result.AddError($"--split: {Quoted.Text(text)} is not valid: "
            + "give percentages that add up to 100, such as 80/10/10 to train, validate and test, or 80/20 to train and test");
        return SplitFractions.Default;
    }

    public static TimeSpan? Time(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        string plain = PlainWidth.Of(text);
        if (TimeText.Parse(plain) is { } time) return time;
        result.AddError(TimeText.IsBare(plain)
            ? $"--time: {Quoted.Text(text)} has no unit: give {plain.Trim()}s for seconds, {plain.Trim()}m for minutes"
            : $"--time: {Quoted.Text(text)} is not valid: give a time such as 60s, 5m or 1h");
        return null;
    }

    private static bool TryNumber(string text, out double value) =>
        double.TryParse(PlainWidth.Of(text), NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static int ParseWhole(ArgumentResult result, string name, string text, NumberBounds bounds, string other = "")
    {
        if (TryNumber(text, out double value) && double.IsInteger(value) && Math.Abs(value) <= int.MaxValue && bounds.Contain(value))
            return (int)value;
        Refuse(result, name, text, bounds, other);
        return 0;
    }

    private static void Refuse(ArgumentResult result, string name, string text, NumberBounds bounds, string other = "")
    {
        bool isWithComma = TryNumber(PlainWidth.Of(text).Replace(',', '.'), out double value) && bounds.Contain(value);
        string meant = isWithComma ? $"; did you mean {value.ToString(CultureInfo.InvariantCulture)}?" : "";
        result.AddError($"{name}: {Quoted.Text(text)} is not valid: give {bounds}{other}{meant}");
    }

    [GeneratedRegex(@"\s*[,;xX×*/|→>]\s*|\s+|(?<=\d)-(?=\d)")]
    private static partial Regex BetweenUnits();

    [GeneratedRegex(@"\s*[/,;:|]\s*|\s+|(?<=\d)-(?=\d)")]
    private static partial Regex BetweenShares();
}
