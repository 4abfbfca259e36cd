namespace Denpa.Tables.Tests;

public sealed class NumberFormatDetectionTests
{
    [Theory]
    [InlineData("x\ty\n985\ta\n1,022\tb\n")]
    [InlineData("x,y\n985,a\n\"1,022\",b\n")]
    [InlineData("x;z;y\n985;0.5;a\n1,022;1.25;b\n")]
    [InlineData("x;z;y\n985;0,5;a\n1.022;1,25;b\n")]
    [InlineData("x;y\n985;a\n1.022;b\n")]
    [InlineData("x;y\n985;a\n1 022;b\n")]
    [InlineData("x;y\n985,0;a\n1.022,0;b\n")]
    [InlineData("x;y\n985;a\n1022;b\n")]
    public void This_is_985_and_1022(string text) => Assert.Equal([985, 1022], Numbers(text));

    [Theory]
    [InlineData("x\ty\n9,85\ta\n1,022\tb\n", new[] { 9.85, 1.022 })]
    [InlineData("x;z;y\n5;0,5;a\n1,022;1,25;b\n", new[] { 5, 1.022 })]
    [InlineData("x,y\n72.320,a\n69.130,b\n", new[] { 72.32, 69.13 })]
    [InlineData("x,z,y\n0.985,1,a\n1.022,1,b\n", new[] { 0.985, 1.022 })]
    [InlineData("x\ty\n0,985\ta\n1,022\tb\n", new[] { 0.985, 1.022 })]
    [InlineData("x\ty\n1234,567\ta\n1,022\tb\n", new[] { 1234.567, 1.022 })]
    public void A_field_that_can_be_read_in_one_way_alone_decides(string text, double[] numbers) => Assert.Equal(numbers, Numbers(text));

    [Fact]
    public void A_doubt_that_nothing_settles_is_said()
    {
        ColumnUnderstanding column = Csv.Understand("x\ty\n985\ta\n1,022\tb\n1,103\ta\n").Columns[0];

        Assert.Contains("nothing in the file tells", column.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$5.50", "$6.50", "$")]
    [InlineData("5 kg", "6", "kg")]
    [InlineData("269753円", "1円", "円")]
    [InlineData("12.5%", "3%", "%")]
    public void The_unit_that_most_have_is_the_columns(string first, string second, string unit)
    {
        Column column = Csv.Read($"x,y\n{first},a\n{second},b\n")["x"];

        Assert.Equal(unit, column.NumberFormat.Unit);
        Assert.All([0, 1], row => Assert.Equal(NumberReading.Number, column.ReadNumber(row, out _)));
    }

    [Fact]
    public void Another_unit_is_a_stranger()
    {
        Column column = Csv.Read("x,y\n5 kg,a\n6 kg,b\n700 g,a\n")["x"];

        Assert.Equal(NumberReading.NotANumber, column.ReadNumber(2, out _));
    }

    [Fact]
    public void What_is_in_doubt_in_a_new_table_is_as_it_was_in_training()
    {
        const string text = "x;y\n0,5;a\n1,25;b\n1,022;a\n2,5;b\n";
        Table table = Csv.Read(text);
        TableSchema schema = TableSchema.Fit(table, TableUnderstanding.Of(table), Csv.AllRows(table));

        Assert.Equal(
            schema.EncodeFeatures<double>(table, [2]), schema.EncodeFeatures<double>(Csv.Read("x;z\n1,022;1\n"), [0]));
    }

    private static double[] Numbers(string text)
    {
        Column column = Csv.Read(text)["x"];
        double[] values = new double[column.Count];
        column.ReadNumbers([.. Enumerable.Range(0, column.Count)], values);
        return values;
    }
}
