using System.Globalization;
using System.Text.RegularExpressions;
using Denpa.Cli.Ends;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.Options;

/// <summary>A condition on a metric, such as <c>accuracy&lt;0.9</c>.</summary>
internal sealed partial record MetricCheck(string Name, string Comparison, double Bound)
{
    public const string Form = "give a metric, < or >, and a number, such as \"accuracy<0.9\" or \"rmse>2.5\"";

    /// <summary>The check that a text says, or null.</summary>
    public static MetricCheck? Parse(string text)
    {
        Match match = Pattern().Match(text);
        bool isNumber = double.TryParse(match.Groups["bound"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double bound);
        return match.Success && isNumber ? new MetricCheck(match.Groups["metric"].Value, match.Groups["comparison"].Value, bound) : null;
    }

    /// <summary>Whether the condition holds. A metric that is no number fails the check, whatever the bound.</summary>
    /// <exception cref="CommandException">The evaluation has no such metric.</exception>
    public bool Holds(TableEvaluation evaluation)
    {
        double value = Value(evaluation);
        return double.IsNaN(value) || Comparison switch
        {
            "<" => value < Bound,
            "<=" => value <= Bound,
            ">" => value > Bound,
            _ => value >= Bound,
        };
    }

    public string Describe(TableEvaluation evaluation) =>
        string.Create(CultureInfo.InvariantCulture, $"{Name} is {Value(evaluation):G6}, which is {Comparison} {Bound}");

    private double Value(TableEvaluation evaluation)
    {
        foreach ((Metric metric, double value) in evaluation.Metrics)
        {
            if (MetricForm.Of(metric).IsCalled(Name)) return value;
        }

        string names = string.Join(", ", evaluation.Metrics.Keys.Select(metric => MetricForm.Of(metric).Name));
        throw new CommandException(ExitCode.Usage, $"--fail-if: there is no metric {Quoted.Text(Name)} here: use one of {names}");
    }

    [GeneratedRegex(@"^\s*(?<metric>[A-Za-z][A-Za-z0-9-]*)\s*(?<comparison><=|>=|<|>)\s*(?<bound>\S+)\s*$")]
    private static partial Regex Pattern();
}
