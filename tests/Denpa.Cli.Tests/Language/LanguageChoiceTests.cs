using Denpa.Cli.Language;

namespace Denpa.Cli.Tests.Language;

public sealed class LanguageChoiceTests
{
    [Theory]
    [InlineData("ja_JP.UTF-8", "ja")]
    [InlineData("ja", "ja")]
    [InlineData("ja.UTF-8", "ja")]
    [InlineData("jam_JM", "")]
    [InlineData("de_DE.UTF-8", "")]
    [InlineData("C", "")]
    [InlineData(null, "")]
    public void The_locale_decides(string? locale, string language) =>
        Assert.Equal(language, LanguageChoice.Of([], name => name == "LANG" ? locale : null).Name);

    [Fact]
    public void The_variable_for_all_counts_more_than_that_for_messages_and_that_more_than_the_general_one()
    {
        Dictionary<string, string> variables = new() { ["LANG"] = "ja_JP" };
        Assert.Equal("ja", LanguageChoice.Of([], variables.GetValueOrDefault).Name);
        variables["LC_MESSAGES"] = "en_US";
        Assert.Equal("", LanguageChoice.Of([], variables.GetValueOrDefault).Name);
        variables["LC_ALL"] = "ja_JP";
        Assert.Equal("ja", LanguageChoice.Of([], variables.GetValueOrDefault).Name);
    }

    [Theory]
    [InlineData("ja", "train", "--lang", "ja")]
    [InlineData("ja", "--lang=ja", "train")]
    [InlineData("", "train", "--lang", "en")]
    public void The_option_counts_most(string language, params string[] arguments) =>
        Assert.Equal(language, LanguageChoice.Of(arguments, _ => language.Length == 0 ? "ja_JP" : "en_US").Name);
}
