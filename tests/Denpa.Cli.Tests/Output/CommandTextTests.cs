using Denpa.Cli.Output;

namespace Denpa.Cli.Tests.Output;

public sealed class CommandTextTests
{
    [Theory]
    [InlineData("data/people_1.csv")]
    [InlineData("人.csv")]
    public void A_name_without_meaning_to_a_shell_stays_as_it_is(string path) => Assert.Equal(path, CommandText.File(path));

    [Theory]
    [InlineData("my data.csv")]
    [InlineData("a;b.csv")]
    [InlineData("$HOME.csv")]
    [InlineData("a&b")]
    public void Any_other_is_quoted(string path)
    {
        char quote = OperatingSystem.IsWindows() ? '"' : '\'';
        Assert.Equal($"{quote}{path}{quote}", CommandText.File(path));
    }

    [Fact]
    public void What_came_from_standard_input_has_a_stand_in() => Assert.Equal("DATA.csv", CommandText.File(DataInput.StandardInputName));
}
