using System.Globalization;
using System.Text.RegularExpressions;

namespace Denpa.Samples.Tests;

/// <summary>What a sample printed, read without regard to how it is spaced.</summary>
internal sealed partial class SampleOutput(string text)
{
    private readonly string spaced = Normalize(text);

    /// <summary>The lines as they were printed.</summary>
    public IReadOnlyList<string> Lines { get; } = text.Split('\n');

    /// <summary>Holds when each passage was printed, each after the one before.</summary>
    public void Shows(params ReadOnlySpan<string> passages)
    {
        int from = 0;
        foreach (string passage in passages)
        {
            int found = spaced.IndexOf(Normalize(passage), from, StringComparison.Ordinal);
            Assert.True(found >= 0, $"\"{passage}\" was not printed{(from == 0 ? "" : " after the passages before it")}:\n{text}");
            from = found + 1;
        }
    }

    /// <summary>The numbers on a line.</summary>
    public double[] NumbersOn(int line) => NumbersIn(Lines[line]);

    /// <summary>The numbers on the first line that holds a label, after it.</summary>
    public double[] Numbers(string label) => AllNumbers(label)[0];

    /// <summary>The numbers on every line that holds a label, after it.</summary>
    public double[][] AllNumbers(string label)
    {
        double[][] rows =
        [
            .. Lines
                .Where(line => line.Contains(label, StringComparison.Ordinal))
                .Select(line => line[(line.IndexOf(label, StringComparison.Ordinal) + label.Length)..])
                .Select(NumbersIn),
        ];
        Assert.True(rows.Length > 0, $"no line has \"{label}\":\n{text}");
        return rows;
    }

    private static double[] NumbersIn(string passage) =>
        [.. Number().Matches(passage).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];

    private static string Normalize(string passage) => Spaces().Replace(Inside().Replace(passage, ""), " ").Trim();

    [GeneratedRegex(@"-?\d+(\.\d+)?(e[+-]?\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // Brackets hug their numbers: "[ 1. 2. ]" reads as "[1. 2.]".
    [GeneratedRegex(@"(?<=\[)\s+|\s+(?=\])")]
    private static partial Regex Inside();
}
