using System.Text;
using System.Text.Json;
using Denpa.Cli.Output;

namespace Denpa.Cli.Tests.Output;

public sealed class VisibleJsonEncoderTests
{
    [Theory]
    [InlineData("a\u202Eb", "a\\u202Eb")]
    [InlineData("\u200B", "\\u200B")]
    [InlineData("x\u2028", "x\\u2028")]
    [InlineData("\u001b[31m", "\\u001B[31m")]
    [InlineData("\U000E0041", "\\uDB40\\uDC41")]
    [InlineData("\"q\"\n\\", "\\\"q\\\"\\n\\\\")]
    [InlineData("日本 <&'+> é", "日本 <&'+> é")]
    public void What_a_terminal_obeys_or_does_not_show_is_escaped_and_read_back_as_it_was(string text, string written)
    {
        using MemoryStream output = new();
        JsonOutput.Write(output, "test", json => json.WriteString(text, text));
        string document = Encoding.UTF8.GetString(output.ToArray());
        Assert.Contains($"\"{written}\": \"{written}\"", document, StringComparison.Ordinal);
        Assert.Equal(text, JsonDocument.Parse(document).RootElement.GetProperty(text).GetString());
    }

    [Fact]
    public void Long_texts_are_escaped_as_short_ones()
    {
        string text = string.Concat(Enumerable.Repeat("日本\u202Eab", 100_000));
        using MemoryStream output = new();
        JsonOutput.Write(output, "test", json => json.WriteString("text", text));
        string document = Encoding.UTF8.GetString(output.ToArray());
        Assert.DoesNotContain('\u202E', document);
        Assert.Equal(text, JsonDocument.Parse(document).RootElement.GetProperty("text").GetString());
    }
}
