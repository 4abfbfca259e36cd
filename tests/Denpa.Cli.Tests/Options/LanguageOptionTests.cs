using Denpa.Cli.Options;

namespace Denpa.Cli.Tests.Options;

public sealed class LanguageOptionTests
{
    [Theory]
    [InlineData("ja", "train", "--lang", "ja")]
    [InlineData("ja", "--lang=ja", "train")]
    [InlineData("en", "train", "--lang", "en", "--lang", "ja")]
    [InlineData("", "--lang=")]
    [InlineData(null, "train", "--lang")]
    [InlineData(null, "train", "--", "--lang", "ja")]
    [InlineData(null, "train")]
    public void The_language_is_known_before_the_words_are_parsed(string? language, params string[] words) =>
        Assert.Equal(language, LanguageOption.Asked(words));
}
