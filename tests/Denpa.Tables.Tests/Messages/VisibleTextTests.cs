using System.Text;

namespace Denpa.Tables.Tests;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("\0")]
    [InlineData("\n")]
    [InlineData("\e")]
    [InlineData("\u007F")]
    [InlineData("\u009B")]
    [InlineData("\u00AD")]
    [InlineData("\u034F")]
    [InlineData("\u061C")]
    [InlineData("\u115F")]
    [InlineData("\u180E")]
    [InlineData("\u200B")]
    [InlineData("\u200D")]
    [InlineData("\u200E")]
    [InlineData("\u200F")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData("\u202A")]
    [InlineData("\u202E")]
    [InlineData("\u2060")]
    [InlineData("\u2066")]
    [InlineData("\u2069")]
    [InlineData("\u3164")]
    [InlineData("\uFEFF")]
    [InlineData("\U000E0041")]
    public void What_is_not_seen_or_commands_the_terminal_stands_as_one_dot(string hidden) =>
        Assert.Equal("a·b", VisibleText.Of($"a{hidden}b"));

    [Fact]
    public void Half_of_a_pair_stands_as_a_dot()
    {
        Assert.Equal("a·b", VisibleText.Of("a\uD800b"));
        Assert.Equal("a·", VisibleText.Of("a\uDC00"));
        Assert.Equal("·\U0001F600", VisibleText.Of("\uD83D\U0001F600"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain ~ text")]
    [InlineData("日本語、Ü ñ e\u0301 שלום мир")]
    [InlineData("😀 a\u3000b a\u00A0b")]
    public void What_is_seen_stays_as_it_is(string text) => Assert.Equal(text, VisibleText.Of(text));

    [Fact]
    public void Every_direction_mark_and_every_control_is_hidden()
    {
        IEnumerable<int> marks = [0x61C, 0x200E, 0x200F, .. Enumerable.Range(0x202A, 5), .. Enumerable.Range(0x2066, 4)];
        IEnumerable<int> controls = [.. Enumerable.Range(0, 32), .. Enumerable.Range(127, 33)];
        Assert.All(marks.Concat(controls), value => Assert.False(VisibleText.IsShown(new Rune(value)), $"U+{value:X4}"));
    }
}
