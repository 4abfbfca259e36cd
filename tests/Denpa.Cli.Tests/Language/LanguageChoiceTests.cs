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
        Assert.Equal(language, LanguageChoice.Of(null, name => name == "LANG" ? locale : null).Name);

    [Fact]
    public void The_variable_for_all_counts_more_than_that_for_messages_and_that_more_than_the_general_one()
    {
        Dictionary<string, string> variables = new() { ["LANG"] = "ja_JP" };
        Assert.Equal("ja", LanguageChoice.Of(null, variables.GetValueOrDefault).Name);
        variables["LC_MESSAGES"] = "en_US";
        Assert.Equal("", LanguageChoice.Of(null, variables.GetValueOrDefault).Name);
        variables["LC_ALL"] = "ja_JP";
        Assert.Equal("ja", LanguageChoice.Of(null, variables.GetValueOrDefault).Name);
    }

    [Theory]
    [InlineData("ja", "ja", "en_US")]
    [InlineData("en", "", "ja_JP")]
    public void What_is_asked_for_counts_most(string asked, string language, string locale) =>
        Assert.Equal(language, LanguageChoice.Of(asked, _ => locale).Name);
}
