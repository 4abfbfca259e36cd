using System.Globalization;
using System.Text;

namespace Denpa.Tables.Tests;

/// <summary>One list of passengers, however a program writes it: the same table, and so the same weights to the bit.</summary>
public sealed class SameTableTests
{
    private const int Rows = 150;

    private static readonly string[] Ports = ["横浜", "神戸", "長崎"];

    private static readonly Lazy<Dictionary<string, string>> Expected = new(() => Weights("utf-8", "point"));

    [Theory]
    [InlineData("utf-8", "point")]
    [InlineData("utf-8 with a mark", "groups by comma")]
    [InlineData("utf-16LE", "decimal comma")]
    [InlineData("utf-16BE", "groups by space")]
    [InlineData("shift_jis", "point")]
    [InlineData("shift_jis", "groups by comma")]
    [InlineData("utf-8", "groups by comma")]
    [InlineData("utf-8", "decimal comma")]
    [InlineData("utf-8", "groups by space")]
    [InlineData("utf-16LE", "full width")]
    public void It_gives_the_same_weights(string encoding, string numbers) => Assert.Equal(Expected.Value, Weights(encoding, numbers));

    private static Dictionary<string, string> Weights(string encoding, string numbers)
    {
        Encoding used = encoding switch
        {
            "utf-16LE" => Encoding.Unicode,
            "utf-16BE" => Encoding.BigEndianUnicode,
            "shift_jis" => CodePagesEncodingProvider.Instance.GetEncoding(932)!,
            _ => new UTF8Encoding(HasMark(encoding)),
        };
        byte[] bytes = [.. used.GetPreamble(), .. used.GetBytes(Text(numbers))];
        PreparedTraining training = Small.Training(Table.Read(new MemoryStream(bytes), "passengers.csv"), target: "survived");
        Small.Run(training);
        return Small.Bits(training.Network);

        static bool HasMark(string name) => name.Contains("mark", StringComparison.Ordinal);
    }

    private static string Text(string numbers)
    {
        char delimiter = numbers is "decimal comma" or "groups by space" ? ';' : ',';
        StringBuilder text = new(string.Join(delimiter, "PassengerId", "age", "fare", "port", "survived") + "\n");
        for (int row = 0; row < Rows; row++)
        {
            string age = row % 11 == 0 ? "" : Number((row * 37 % 700 + 10) / 10.0, numbers);
            string fare = Number((row * 7919 % 200_000) / 4.0, numbers);
            string survived = row * 31 % 7 < 3 ? "yes" : "no";
            text.AppendJoin(delimiter, row + 1, age, fare, Ports[row % 3], survived).Append('\n');
        }

        return text.ToString();
    }

    private static string Number(double number, string numbers)
    {
        string text = number.ToString("#,0.##", CultureInfo.InvariantCulture);
        return numbers switch
        {
            "groups by comma" => $"\"{text}\"",
            "decimal comma" => text.Replace(",", "_", StringComparison.Ordinal).Replace('.', ',').Replace('_', '.'),
            "groups by space" => text.Replace(',', '\u00A0').Replace('.', ','),
            "full width" => string.Concat($"\"{text}\"".Select(letter => letter is '"' ? letter : (char)(letter + 0xFEE0))),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }
}
