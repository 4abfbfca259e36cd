using System.Diagnostics;
using Denpa.Cli.Output;

namespace Denpa.Cli.Tests.Output;

public sealed class CommandTextTests
{
    [Theory]
    [InlineData("data/people_1.csv")]
    [InlineData("人.csv")]
    [InlineData("./-x.csv")]
    public void A_name_without_meaning_to_a_shell_stays_as_it_is(string path) => Assert.Equal(path, CommandText.File(path));

    [Theory]
    [InlineData("my data.csv")]
    [InlineData("a;b.csv")]
    [InlineData("$HOME.csv")]
    [InlineData("a&b")]
    [InlineData("~x")]
    public void Any_other_is_quoted(string path)
    {
        char quote = OperatingSystem.IsWindows() ? '"' : '\'';
        Assert.Equal($"{quote}{path}{quote}", CommandText.File(path));
    }

    [Theory]
    [InlineData("-x.csv", "./-x.csv")]
    [InlineData("--test", "./--test")]
    [InlineData("-", "./-")]
    [InlineData("-a b", "'./-a b'")]
    [InlineData("a\u001b[31m'\\.csv", "$'a\\x1b[31m\\'\\\\.csv'")]
    [InlineData("a\u202Eb", "$'a\\xe2\\x80\\xaeb'")]
    public void An_option_in_looks_is_begun_with_its_folder_and_what_is_not_seen_is_escaped(string path, string word)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "those quotes are of Unix shells");
        Assert.Equal(word, CommandText.File(path));
    }

    [Theory]
    [InlineData("-x.csv")]
    [InlineData("--")]
    [InlineData("-n")]
    [InlineData("a\u001b[31mred\u001b[0m")]
    [InlineData("line\none")]
    [InlineData("tab\tcr\r")]
    [InlineData("bell\afollowed by f")]
    [InlineData("it's \"both\"")]
    [InlineData("'")]
    [InlineData("-'\n'")]
    [InlineData("back\\slash")]
    [InlineData("back\\slash\n\\x41")]
    [InlineData("~")]
    [InlineData("~root/x")]
    [InlineData("a=b.csv")]
    [InlineData("=ls")]
    [InlineData("$(touch no) `touch no` $HOME ${HOME}")]
    [InlineData("a*b?[c]{d,e}")]
    [InlineData("!x #y & | ; < > ( )")]
    [InlineData("日本 ü e\u0301 😀")]
    [InlineData("a\u202Eb\u2028c\u200Bd\u00ADe")]
    [InlineData("\U000E0041")]
    public void Bash_reads_the_word_as_the_name(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no bash");
        string word = CommandText.File(name);
        ProcessStartInfo start = new("bash", ["--norc", "-c", $"printf '%s' {word}"]) { RedirectStandardOutput = true };
        start.Environment["LC_ALL"] = "C";
        using Process bash = Process.Start(start)!;
        string read = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        Assert.Equal(name.StartsWith('-') ? $"./{name}" : name, read);
        Assert.DoesNotContain(word, char.IsControl);
    }

    [Fact]
    public void What_came_from_standard_input_has_a_stand_in() => Assert.Equal("DATA.csv", CommandText.File(CommandText.StandardInput));
}
