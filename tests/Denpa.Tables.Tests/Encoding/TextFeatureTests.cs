namespace Denpa.Tables.Tests;

public sealed class TextFeatureTests
{
    private const string Text = "note,y\ngood and cheap,a\nbad and dear,b\ngood,a\nbad Bad,b\n";

    [Fact]
    public void Words_of_two_rows_are_counted()
    {
        TableSchema schema = Fit(Text);
        double[] inputs = schema.EncodeFeatures<double>(Csv.Read(Text), [0, 3]);

        Assert.Equal(["note:and", "note:bad", "note:good"], schema.InputNames);
        Assert.Equal([Math.Sqrt(0.5), 0, Math.Sqrt(0.5), 0, 1, 0], inputs, (left, right) => Math.Abs(left - right) < 1e-12);
    }

    [Theory]
    [InlineData("Good, cheap!", "good", "cheap")]
    [InlineData("安くて良い", "安く", "くて", "て良", "良い")]
    [InlineData("ラーメン3杯", "ラー", "ーメ", "メン", "3", "杯")]
    public void These_are_the_words(string text, params string[] words) => Assert.Equal(words, TextWords.Of(text));

    [Fact]
    public void Texts_without_a_common_word_are_refused() => Assert.Throws<TableException>(() => Fit("note,y\np q,a\nr s,b\nt u,a\nv w,b\n"));

    private static TableSchema Fit(string text)
    {
        Table table = Csv.Read(text);
        UnderstandingOptions options = new() { Kinds = new Dictionary<string, ColumnRequest> { ["note"] = new(ColumnKind.Text) } };
        return TableSchema.Fit(table, TableUnderstanding.Of(table, options), Csv.AllRows(table));
    }
}
