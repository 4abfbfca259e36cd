using System.Text;

namespace Denpa.Tables.Tests;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("1234.5", 1234.5)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1,234", 1234)]
    [InlineData("12,34,567.8", 1234567.8)]
    [InlineData("1 234.5", 1234.5)]
    [InlineData("1\u00A0234.5", 1234.5)]
    [InlineData("1\u202F234.5", 1234.5)]
    [InlineData("1'234.5", 1234.5)]
    [InlineData("1\u2019234.5", 1234.5)]
    [InlineData("−5", -5)]
    [InlineData("－５", -5)]
    [InlineData("１，２３４．５", 1234.5)]
    [InlineData("(1,234)", -1234)]
    [InlineData("5-", -5)]
    [InlineData("+.5", 0.5)]
    [InlineData("1.5e3", 1500)]
    public void With_a_decimal_point_this_is(string text, double number) => Assert.Equal(number, Read(text, NumberFormat.Plain));

    [Theory]
    [InlineData("1234,5", 1234.5)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("1.234,56", 1234.56)]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("1.234", 1234)]
    [InlineData("-0,5", -0.5)]
    public void With_a_decimal_comma_this_is(string text, double number) => Assert.Equal(number, Read(text, NumberFormat.DecimalComma));

    [Theory]
    [InlineData("$5.50", "$", 5.5)]
    [InlineData("-$5.50", "$", -5.5)]
    [InlineData("$-5.50", "$", -5.5)]
    [InlineData("($5.50)", "$", -5.5)]
    [InlineData("US$ 1,234", "US$", 1234)]
    [InlineData("EUR 5", "EUR", 5)]
    [InlineData("5.50 €", "€", 5.5)]
    [InlineData("12.5%", "%", 12.5)]
    [InlineData("12.5 %", "%", 12.5)]
    [InlineData("１２％", "%", 12)]
    [InlineData("269753円", "円", 269753)]
    [InlineData("￥1,234", "¥", 1234)]
    [InlineData("176.7 m2", "m2", 176.7)]
    [InlineData("176.7㎡", "㎡", 176.7)]
    [InlineData("70kg", "kg", 70)]
    [InlineData("120 km/h", "km/h", 120)]
    [InlineData("36.6°C", "°C", 36.6)]
    [InlineData("5", "kg", 5)]
    public void With_a_unit_this_is(string text, string unit, double number) =>
        Assert.Equal(number, Read(text, NumberFormat.Plain with { Unit = unit }));

    [Theory]
    [InlineData("A12")]
    [InlineData("12A")]
    [InlineData("3rd")]
    [InlineData("No.5")]
    [InlineData("1.2.3")]
    [InlineData("192.168.1.1")]
    [InlineData("12,34")]
    [InlineData("1,23,4")]
    [InlineData("0,123,456")]
    [InlineData("10:30")]
    [InlineData("2024-01-02")]
    [InlineData("3-5")]
    [InlineData("5 10")]
    [InlineData("090-1234-5678")]
    [InlineData("<5")]
    [InlineData("$")]
    [InlineData("1,5")]
    [InlineData("5 kg")]
    public void This_is_no_number(string text) => Assert.Null(Read(text, NumberFormat.Plain));

    [Theory]
    [InlineData("5", "%")]
    [InlineData("5 g", "kg")]
    [InlineData("5 €", "$")]
    public void This_is_no_number_of_that_unit(string text, string unit) =>
        Assert.Null(Read(text, NumberFormat.Plain with { Unit = unit }));

    private static double? Read(string text, NumberFormat format) =>
        NumberText.Read(Encoding.UTF8.GetBytes(text), format, out double value) == NumberReading.Number ? value : null;
}
