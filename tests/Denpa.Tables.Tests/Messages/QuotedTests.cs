namespace Denpa.Tables.Tests;

public sealed class QuotedTests
{
    [Fact]
    public void Foreign_text_is_shown_short_and_without_control_characters()
    {
        Assert.Equal("\"a·b\"", Quoted.Text("a\nb"));
        Assert.Equal("\"·[31mred\"", Quoted.Text("\e[31mred"));
        Assert.Equal("\"a·b\"", Quoted.Text("a\u202Eb"));
        Assert.Equal("\"" + new string('x', 40) + "…\"", Quoted.Text(new string('x', 1000)));
        Assert.Equal("a, b, …", Quoted.List(["a", "b", "c"], shown: 2));
    }
}
