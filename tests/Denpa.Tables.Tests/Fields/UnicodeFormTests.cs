namespace Denpa.Tables.Tests;

public sealed class UnicodeFormTests
{
    // From the examples of Unicode Standard Annex 15, and kana, Hangul and singletons of its data.
    [Theory]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("カ\u3099", "ガ")]
    [InlineData("ハ\u309A", "パ")]
    [InlineData("\u1100\u1161\u11A8", "각")]
    [InlineData("\u212B", "\u00C5")]
    [InlineData("\u1E0B\u0323", "\u1E0D\u0307")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("plain", "plain")]
    [InlineData("東京", "東京")]
    public void This_composes(string text, string composed) => Assert.Equal(composed, UnicodeForm.Composed(text));

    [Fact]
    public void Names_and_values_are_one_however_they_are_composed()
    {
        Table table = Csv.Read("cafe\u0301,y\nカ\u3099,a\nガ,b\n");

        Assert.Equal(["ガ", "ガ"], Csv.Texts(table["caf\u00E9"]));
        Assert.Same(table["caf\u00E9"], table["cafe\u0301"]);
    }
}
