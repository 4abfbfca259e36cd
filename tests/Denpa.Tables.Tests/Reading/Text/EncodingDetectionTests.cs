using System.Text;

namespace Denpa.Tables.Tests;

public sealed class EncodingDetectionTests
{
    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    [Theory]
    [InlineData("UTF-8", false)]
    [InlineData("UTF-8", true)]
    [InlineData("UTF-16LE", false)]
    [InlineData("UTF-16LE", true)]
    [InlineData("UTF-16BE", false)]
    [InlineData("UTF-16BE", true)]
    [InlineData("Shift_JIS", false)]
    public void The_encoding_is_found_with_and_without_a_byte_order_mark(string name, bool hasMark)
    {
        Encoding encoding = name switch
        {
            "UTF-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            "UTF-16LE" => Encoding.Unicode,
            "UTF-16BE" => Encoding.BigEndianUnicode,
            _ => Cp932,
        };
        byte[] mark = hasMark ? encoding.GetPreamble() : [];
        Table table = Csv.ReadBytes([.. mark, .. encoding.GetBytes("氏名,性別,年齢,score\n山田,男,31,1.5\n佐藤,女,28,2.5\nｽｽﾞｷ,女,45,3.5\n")]);

        Assert.Equal((name, hasMark), (table.Format.EncodingName, table.Format.HasByteOrderMark));
        Assert.Equal(["氏名", "性別", "年齢", "score"], table.Columns.Select(column => column.Name));
        Assert.Equal(["山田", "佐藤", "ｽｽﾞｷ"], Csv.Texts(table["氏名"]));
    }

    [Theory]
    [InlineData("id,kind\n1,男\n2,女\n")]
    [InlineData("name,x\nﾔﾏﾀﾞ ﾀﾛｳ,1\nｻﾄｳ,2\n")]
    [InlineData("x,note\n1,表示\n2,ソフト\n3,plain\n")]
    [InlineData("grade,x\nA級,1\nB級,2\n東京都,3\n")]
    public void Japanese_of_any_kind_is_Shift_JIS(string text)
    {
        Table table = Csv.ReadBytes(Cp932.GetBytes(text));

        Assert.Equal("Shift_JIS", table.Format.EncodingName);
        Assert.Equal(text, string.Concat(Rows(table)));
    }

    [Fact]
    public void Japanese_far_behind_plain_rows_is_found()
    {
        StringBuilder text = new("x,note\n");
        for (int row = 0; text.Length < 3 << 20; row++) text.Append($"{row},plain text\n");
        text.Append("0,日本語の文\n");
        Table table = Csv.ReadBytes(Cp932.GetBytes(text.ToString()));

        Assert.Equal("Shift_JIS", table.Format.EncodingName);
        Assert.Equal("日本語の文", table["note"][table.RowCount - 1]);
    }

    [Theory]
    [InlineData("name,x\ncafé,1\nnaïve,2\nÃ,3\n", 3)]
    [InlineData("name,x\n東京,1\n大阪,2\nÃ,3\n", 3)]
    [InlineData("name,x\nああ,1\nいい,2\nÃA,3\n", 3)]
    [InlineData("name,x\ncafe,1\nnaive,2\nÃ,3\n", 3)]
    [InlineData("name,x\ncafe,1\nnaive,2\nxÃ4,3\n", 3)]
    public void One_spoilt_byte_in_UTF8_is_refused_with_its_place(string text, int row)
    {
        // Of the two bytes of Ã the first alone is left.
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text)];
        int spoilt = bytes.AsSpan().LastIndexOf((byte)0x83);
        TableException problem = Assert.Throws<TableException>(() => Csv.ReadBytes([.. bytes[..spoilt], .. bytes[(spoilt + 1)..]]));

        Assert.Equal($"t.csv:{row + 1}:1: holds bytes that are not UTF-8 — save the file as UTF-8", problem.Message);
    }

    [Fact]
    public void A_spoilt_byte_far_behind_other_letters_is_refused_with_its_place()
    {
        StringBuilder text = new("x,note\n");
        for (int row = 0; text.Length < 2 << 20; row++) text.Append($"{row},zwölf Äpfel\n");
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text.ToString()), .. "7,"u8, 0xC3, .. "\n"u8];
        TableException problem = Assert.Throws<TableException>(() => Csv.ReadBytes(bytes));

        int line = text.ToString().Count(letter => letter == '\n') + 1;
        Assert.Equal($"t.csv:{line}:2: holds bytes that are not UTF-8 — save the file as UTF-8", problem.Message);
    }

    [Theory]
    [InlineData("Länge,x\n1,2\n")]
    [InlineData("name,x\nträge,1\nRändern,2\n")]
    [InlineData("name,price\nCafé,5 €\nMüßig,7 €\n")]
    [InlineData("name,x\nÁngel,1\nŠárka,2\nÇa,3\n")]
    public void Western_text_is_taken_for_Windows_1252(string text)
    {
        Encoding western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        Table table = Csv.ReadBytes(western.GetBytes(text));

        Assert.Equal(("Windows-1252", true), (table.Format.EncodingName, table.Format.IsEncodingGuessed));
        Assert.Equal(text, string.Concat(Rows(table)));
    }

    [Fact]
    public void Japanese_is_known_in_EUC_JP()
    {
        const string text = "名前,値\n東京タワー,1\n大阪,2\n";
        Table table = Csv.ReadBytes(CodePagesEncodingProvider.Instance.GetEncoding(51932)!.GetBytes(text));

        Assert.Equal("EUC-JP", table.Format.EncodingName);
        Assert.Equal(text, string.Concat(Rows(table)));
    }

    private static IEnumerable<string> Rows(Table table)
    {
        yield return string.Join(',', table.Columns.Select(column => column.Name)) + "\n";
        for (int row = 0; row < table.RowCount; row++)
            yield return string.Join(',', table.Columns.Select(column => column[row])) + "\n";
    }
}
