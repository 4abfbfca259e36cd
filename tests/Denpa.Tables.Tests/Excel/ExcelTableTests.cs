using SpreadCheetah;
using SpreadCheetah.Styling;

namespace Denpa.Tables.Tests;

public sealed class ExcelTableTests
{
    private const string Names = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c>"
        + "<c r=\"B1\" t=\"inlineStr\"><is><t>y</t></is></c></row>";

    [Fact]
    public async Task A_sheet_of_another_writer_is_read_to_the_digit()
    {
        using MemoryStream file = new();
        await using (Spreadsheet sheet = await Spreadsheet.CreateNewAsync(file, cancellationToken: TestContext.Current.CancellationToken))
        {
            StyleId day = sheet.AddStyle(new Style { Format = NumberFormat("yyyy-mm-dd") });
            await sheet.StartWorksheetAsync("測定", token: TestContext.Current.CancellationToken);
            await Add("町", "price", "when", "ok");
            await Add("宇部", 0.1, new DataCell(new DateTime(2024, 2, 29)), true);
            await Add("大分, \"x\"", 1234567.5, new DataCell(new DateTime(1999, 12, 31, 23, 59, 58)), false);
            await Add(null, -3, null, null);
            await sheet.FinishAsync(TestContext.Current.CancellationToken);

            async Task Add(params object?[] values)
            {
                StyledCell[] cells = [.. values.Select(value => value switch
                {
                    string text => new StyledCell(text, null),
                    double number => new StyledCell(number, null),
                    int number => new StyledCell(number, null),
                    bool choice => new StyledCell(choice, null),
                    DataCell moment => new StyledCell(moment, day),
                    _ => new StyledCell((string?)null, null),
                })];
                await sheet.AddRowAsync(cells, TestContext.Current.CancellationToken);
            }
        }

        Table table = Read(file.ToArray());

        Assert.Equal(["町", "price", "when", "ok"], table.Columns.Select(column => column.Name));
        Assert.Equal(["宇部", "大分, \"x\"", ""], Csv.Texts(table["町"]));
        Assert.Equal(["0.1", "1234567.5", "-3"], Csv.Texts(table["price"]));
        Assert.Equal(["2024-02-29", "1999-12-31T23:59:58", ""], Csv.Texts(table["when"]));
        Assert.Equal(["True", "False", ""], Csv.Texts(table["ok"]));
        Assert.Equal(("Excel", "測定", true), (table.Format.Kind, table.Format.Sheet, table.Format.HasHeader));

        static SpreadCheetah.Styling.NumberFormat NumberFormat(string code) => SpreadCheetah.Styling.NumberFormat.Custom(code);
    }

    [Fact]
    public void Shared_texts_come_without_their_readings_and_with_all_their_runs()
    {
        byte[] file = WorkbookFiles.Write(
            Names + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\"><v>1</v></c></row>"
            + "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>1</v></c><c r=\"B4\"><v>2</v></c></row>",
            "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>"
            + "<si><r><t xml:space=\"preserve\">大 </t></r><r><rPr/><t>分_x000D_県</t></r></si>");

        Table table = Read(file);

        Assert.Equal(["東京", "大 分\r県"], Csv.Texts(table["x"]));
        Assert.Equal([2, 4], [table.Line(0), table.Line(1)]);
    }

    [Fact]
    public void Cells_stand_where_they_say_and_empty_ones_are_missing()
    {
        Table table = Read(WorkbookFiles.Write(
            Names + "<row r=\"2\"><c r=\"B2\"><v>7</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"e\"><v>#N/A</v></c><c r=\"B3\"><v>8</v></c></row>"
            + "<row r=\"4\"><c r=\"A4\"/><c r=\"B4\" s=\"0\"/></row>"
            + "<row><c><v>1.1000000000000001</v></c><c t=\"str\"><f>A1&amp;\"\"</f><v>9</v></c></row>"));

        Assert.Equal(["", "", "1.1"], Csv.Texts(table["x"]));
        Assert.Equal(["7", "8", "9"], Csv.Texts(table["y"]));
        Assert.True(table["x"].IsMissing(0));
    }

    [Theory]
    [InlineData("yyyy/m/d", "45351", "2024-02-29")]
    [InlineData("[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\";@", "45351.5", "2024-02-29T12:00:00")]
    [InlineData("mmm", "61", "1900-03-01")]
    [InlineData("d-mmm", "59", "1900-02-28")]
    [InlineData("yyyy", "1", "1900-01-01")]
    [InlineData("[Red]0.00E+00", "45351", "45351")]
    [InlineData("General", "45351", "45351")]
    [InlineData("0 \"days\"", "45351", "45351")]
    [InlineData("0\\d", "45351", "45351")]
    [InlineData("[h]:mm", "1.5", "1.5")]
    [InlineData("h:mm AM/PM", "0.25", "0.25")]
    [InlineData("0.0%", "7.0000000000000007E-2", "7%")]
    [InlineData("0%;[Red]-0%", "-0.125", "-12.5%")]
    [InlineData("0\"%\"", "12.5", "12.5")]
    [InlineData("yyyy-mm-dd", "-1", "-1")]
    [InlineData("yyyy-mm-dd", "1e300", "1E+300")]
    public void Formats_tell_dates_from_numbers(string format, string value, string expected)
    {
        byte[] file = WorkbookFiles.Write(
            Names + $"<row r=\"2\"><c r=\"A2\" s=\"1\"><v>{value}</v></c><c r=\"B2\"><v>1</v></c></row>", formats: [format]);

        Assert.Equal(expected, Read(file)["x"][0]);
    }

    [Fact]
    public void Days_may_count_from_1904()
    {
        byte[] file = WorkbookFiles.Write(
            Names + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>43889</v></c><c r=\"B2\"><v>1</v></c></row>", isFrom1904: true);

        Assert.Equal("2024-02-29", Read(file)["x"][0]);
    }

    [Theory]
    [InlineData(null, "b")]
    [InlineData("データ", "a")]
    [InlineData("DATA", "c")]
    [InlineData("1", "a")]
    [InlineData("3", "c")]
    public void A_sheet_is_named_or_numbered_and_else_the_first_that_shows(string? asked, string expected)
    {
        byte[] file = WorkbookFiles.Write([Sheet("データ", "hidden", "a"), Sheet("Notes", "visible", "b"), Sheet("Data", "visible", "c")]);

        Assert.Equal(expected, Read(file, new TableOptions { Sheet = asked }).Columns[0].Name);

        static (string, string, string) Sheet(string name, string state, string column) =>
            (name, state, $"<row><c t=\"str\"><v>{column}</v></c></row><row><c><v>1</v></c></row><row><c><v>2</v></c></row>");
    }

    [Theory]
    [InlineData("<c r=\"A2\" t=\"s\"><v>5</v></c>", "t.xlsx:2:1: sheet \"Sheet1\": points to a text that the workbook does not")]
    [InlineData("<c r=\"B2\"><v>abc</v></c>", "t.xlsx:2:2: sheet \"Sheet1\": is said to be a number and is none")]
    [InlineData("<c r=\"A2\"><f>1+1</f></c>", "t.xlsx:2:1: sheet \"Sheet1\": the formula has no value with it")]
    [InlineData("<c r=\"ZZZZ2\"><v>1</v></c>", "t.xlsx:2:16384: sheet \"Sheet1\": a sheet has 16384 columns at most")]
    [InlineData("<c r=\"A2\"><v>1</v>", "t.xlsx: is no whole workbook: ")]
    [InlineData("<c r=\"A2\" t=\"inlineStr\"><is/></c>", "t.xlsx:1: holds a row of column names and no rows of values")]
    public void A_cell_in_doubt_is_refused_with_its_place(string cell, string message)
    {
        byte[] file = WorkbookFiles.Write(Names + $"<row r=\"2\">{cell}</row>");

        Assert.StartsWith(message, Refused(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_above_the_table_and_empty_columns_beside_it_are_passed_over()
    {
        Table table = Read(WorkbookFiles.Write(
            Row(2, ("B", "測定結果")) + Row(3, ("B", "作成者"), ("C", "山田")) + Row(6, ("B", "x"), ("C", "y"), ("D", "z"), ("E", "t"), ("F", "u"))
            + Row(7, ("B", "1"), ("C", "2"), ("D", "3"), ("E", "a"), ("F", "5")) + Row(8, ("B", "4"), ("D", "6"))));

        Assert.Equal(["x", "y", "z", "t", "u"], table.Columns.Select(column => column.Name));
        Assert.Equal(["2", ""], Csv.Texts(table["y"]));
        Assert.Equal((2, 7), (table.Format.TitleRows, table.Line(0)));
        Assert.Equal(2, table.RowCount);
    }

    [Fact]
    public void A_name_over_the_values_beside_row_numbers_is_no_title()
    {
        Table table = Read(WorkbookFiles.Write(Row(1, ("B", "y")) + Row(2, ("A", "0"), ("B", "1.5")) + Row(3, ("A", "1"), ("B", "2.5"))));

        Assert.Equal(["1.5", "2.5"], Csv.Texts(table["y"]));
        Assert.Equal(0, table.Format.TitleRows);
    }

    [Fact]
    public void A_column_by_itself_has_no_title() =>
        Assert.Equal(["1", "2"], Csv.Texts(Read(WorkbookFiles.Write(Row(1, ("A", "y")) + Row(2, ("A", "1")) + Row(3, ("A", "2"))))["y"]));

    [Fact]
    public void A_cell_that_is_merged_with_those_below_holds_for_each_of_their_rows()
    {
        byte[] file = WorkbookFiles.Write(
            Row(1, ("A", "島"), ("B", "x")) + Row(2, ("A", "佐渡"), ("B", "1")) + Row(3, ("B", "2")) + Row(4, ("B", "3"))
            + "</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells><sheetData>");

        Assert.Equal(["佐渡", "佐渡", ""], Csv.Texts(Read(file)["島"]));
    }

    [Fact]
    public void Rows_that_hold_one_cell_far_to_the_right_are_refused_before_they_take_all_memory()
    {
        string rows = string.Concat(Enumerable.Range(1, 5000).Select(row => $"<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>"));

        Assert.Equal(
            "t.xlsx:2049: 16384 columns of 2049 rows hold only 2049 values — leave out the columns that are nearly empty",
            Refused(WorkbookFiles.Write(rows)));
    }

    [Fact]
    public void More_rows_than_a_sheet_has_are_refused() => Assert.Equal(
        "t.xlsx:1048577: sheet \"Sheet1\": a sheet has 1048576 rows at most — give a good copy of the workbook",
        Refused(WorkbookFiles.Write(Names + string.Concat(Enumerable.Repeat("<row/>", 1 << 20)))));

    [Fact]
    public void The_first_sheet_with_a_table_is_read_and_not_a_cover()
    {
        byte[] file = WorkbookFiles.Write(
        [
            ("Empty", "visible", ""), ("Cover", "visible", Row(1, ("A", "Report")) + Row(2, ("A", "2024"))),
            ("Data", "visible", Row(1, ("A", "x"), ("B", "y")) + Row(2, ("A", "1"), ("B", "2"))),
        ]);

        Assert.Equal("Data", Read(file).Format.Sheet);
    }

    [Fact]
    public void A_sheet_that_is_not_there_is_answered_with_those_that_are() => Assert.Equal(
        "t.xlsx: there is no sheet \"Sheet2\" — the sheets are Sheet1",
        Refused(WorkbookFiles.Write(Names), new TableOptions { Sheet = "Sheet2" }));

    [Fact]
    public void An_empty_sheet_is_refused() =>
        Assert.Equal("t.xlsx: sheet \"Sheet1\" is empty — name another sheet", Refused(WorkbookFiles.Write("")));

    [Fact]
    public void Other_archives_are_refused()
    {
        Assert.StartsWith("t.xlsx: is no whole workbook: ", Refused("PK\x03\x04 and no more"u8.ToArray()), StringComparison.Ordinal);
        Assert.StartsWith(
            "t.xlsx: is an Excel file of the time before 2007, or locked by a password",
            Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_that_unpacks_to_far_more_than_its_file_is_refused()
    {
        string row = $"<row><c t=\"str\"><v>{new string('0', 1 << 20)}</v></c></row>";

        Assert.StartsWith(
            "t.xlsx: is no whole workbook: ",
            Refused(WorkbookFiles.Write(string.Concat(Enumerable.Repeat(row, 70)))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_cut_off_or_spoilt_is_refused_and_never_anything_else()
    {
        byte[] whole = WorkbookFiles.Write(Names + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>1</v></c></row>");
        for (int length = 4; length < whole.Length; length += 41) Refused(whole[..length]);
        Random random = new(5);
        for (int trial = 0; trial < 200; trial++)
        {
            byte[] spoilt = [.. whole];
            for (int i = 0; i < 3; i++) spoilt[random.Next(4, spoilt.Length)] = (byte)random.Next(256);
            try
            {
                Assert.Equal(1, Read(spoilt).RowCount);
            }
            catch (TableException)
            {
                // Most are.
            }
        }
    }

    /// <summary>A row of cells: numbers where they are such, and texts.</summary>
    private static string Row(int number, params (string Column, string Value)[] cells) =>
        $"<row r=\"{number}\">" + string.Concat(cells.Select(cell => double.TryParse(cell.Value, out double _)
            ? $"<c r=\"{cell.Column}{number}\"><v>{cell.Value}</v></c>"
            : $"<c r=\"{cell.Column}{number}\" t=\"str\"><v>{cell.Value}</v></c>")) + "</row>";

    private static Table Read(byte[] file, TableOptions? options = null) => ExcelTable.Read(new MemoryStream(file), "t.xlsx", options);

    private static string Refused(byte[] file, TableOptions? options = null) =>
        Assert.Throws<TableException>(() => Read(file, options)).Message;
}
