using System.Globalization;
using System.Text;

namespace Denpa.Cli.Tests;

/// <summary>A table as other programs and countries write it: all at once, in every encoding.</summary>
public sealed class ForeignTableTests : IDisposable
{
    private const int Rows = 120;

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("UTF-8", false)]
    [InlineData("UTF-8", true)]
    [InlineData("UTF-16LE", true)]
    [InlineData("UTF-16BE", true)]
    [InlineData("UTF-16LE", false)]
    [InlineData("Shift_JIS", false)]
    public void It_is_understood_said_learnt_and_predicted(string encoding, bool hasMark)
    {
        Write("table.csv", encoding, hasMark);
        Outcome said = workspace.Run("train", "table.csv", "--dry-run");
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        string output = string.Join(' ', said.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(
            $"table.csv: {Rows} rows, 6 columns, semicolon-separated, with a header, {encoding}", output, StringComparison.Ordinal);
        Assert.Contains("購入: 2 classes, いいえ (60), はい (60)", output, StringComparison.Ordinal);
        Assert.Contains("登録日 date dates: running days, year, and day of year, month and week", output, StringComparison.Ordinal);
        Assert.Contains(", with a decimal comma; 14 missing get the training median and are marked", output, StringComparison.Ordinal);
        Assert.Contains("都市 category", output, StringComparison.Ordinal);
        Assert.Contains("備考 yes/no 一行目·二行目; 短い (60), 一行目·二行目; 長い (60)", output, StringComparison.Ordinal);
        Assert.Contains("Left out customer_id: whole numbers under the name \"customer_id\"", output, StringComparison.Ordinal);

        Outcome trained = workspace.Run("train", "table.csv", "--epochs", "2", "-q", "-o", "model.safetensors");
        Assert.Equal((0, ""), (trained.ExitCode, trained.Error));
        Outcome predicted = workspace.Run("predict", "model.safetensors", "table.csv");
        Assert.Equal((0, ""), (predicted.ExitCode, predicted.Error));
        string[] lines = predicted.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Rows + 1, lines.Length);
        Assert.All(lines[1..], line => Assert.Contains(line.TrimEnd('\r'), (string[])["はい", "いいえ"]));
    }

    [Fact]
    public void A_byte_that_is_no_UTF8_is_named_by_row_and_column()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("町,面積,価格\n宇部,51,1\n大分,62,2\n宇部"), 0xC3, .. Encoding.UTF8.GetBytes(",70,3\n大分,80,4\n")];
        File.WriteAllBytes(workspace.PathOf("spoilt.csv"), bytes);
        Outcome outcome = workspace.Run("train", "spoilt.csv", "--dry-run");
        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains(
            "spoilt.csv:4:1: holds bytes that are not UTF-8 — save the file as UTF-8",
            Assert.Single(outcome.ErrorLines),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--missing", "-,None,999")]
    [InlineData("--missing", "-", "--missing", "None", "--missing", "999")]
    [InlineData("--missing=None,999,-")]
    public void What_stands_for_missing_may_begin_with_a_dash(params string[] words)
    {
        string[] sizes = ["-", "None", "999", "1", "2", "3"];
        IEnumerable<string> lines = Enumerable.Range(0, 60).Select(i => $"{sizes[i % 6]},{i % 7},{"ab"[i % 2]}");
        File.WriteAllText(workspace.PathOf("marks.csv"), "size,other,y\n" + string.Join('\n', lines));
        Outcome outcome = workspace.Run(["train", "marks.csv", "--dry-run", .. words]);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("size   number  from 1 to 3; 30 missing", outcome.Output, StringComparison.Ordinal);
    }

    private void Write(string file, string name, bool hasMark)
    {
        StringBuilder text = new("customer_id;登録日;身長;都市;備考;購入\r\n");
        for (int row = 0; row < Rows; row++)
        {
            string height = row % 9 == 0 ? "" : $"{150 + (row * 7 % 50)},25";
            text.Append(CultureInfo.InvariantCulture, $"{1000 + row};2024-{(row % 12) + 1:00}-{(row % 28) + 1:00};{height};");
            text.Append(((string[])["宇部", "大分", "京都", "NA"])[row % 4]);
            text.Append(
                CultureInfo.InvariantCulture, $";\"一行目\n二行目; {(row % 2 == 0 ? "短い" : "長い")}\";{(row / 2 % 2 == 0 ? "はい" : "いいえ")}\r\n");
        }

        Encoding encoding = name switch
        {
            "UTF-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            "UTF-16LE" => Encoding.Unicode,
            "UTF-16BE" => Encoding.BigEndianUnicode,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(932)!,
        };
        byte[] mark = hasMark ? encoding.GetPreamble() : [];
        File.WriteAllBytes(workspace.PathOf(file), [.. mark, .. encoding.GetBytes(text.ToString())]);
    }
}
