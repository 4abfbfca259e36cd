using System.Globalization;
using System.Text;

namespace Denpa.Tables.Tests;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2024-02-29", "2024-02-29T00:00:00")]
    [InlineData("2024/2/9", "2024-02-09T00:00:00")]
    [InlineData("2024.02.09", "2024-02-09T00:00:00")]
    [InlineData("9.2.2024", "2024-02-09T00:00:00")]
    [InlineData("29/2/2024", "2024-02-29T00:00:00")]
    [InlineData("2/29/2024", "2024-02-29T00:00:00")]
    [InlineData("29.02.24", "2024-02-29T00:00:00")]
    [InlineData("29.02.72", "1972-02-29T00:00:00")]
    [InlineData("2024年2月9日", "2024-02-09T00:00:00")]
    [InlineData("２０２４年２月９日", "2024-02-09T00:00:00")]
    [InlineData("2024年2月9日(金)", "2024-02-09T00:00:00")]
    [InlineData("令和6年2月9日", "2024-02-09T00:00:00")]
    [InlineData("令和元年5月1日", "2019-05-01T00:00:00")]
    [InlineData("平成31年4月30日", "2019-04-30T00:00:00")]
    [InlineData("昭和64年1月7日", "1989-01-07T00:00:00")]
    [InlineData("R6.2.9", "2024-02-09T00:00:00")]
    [InlineData("9 Feb 2024", "2024-02-09T00:00:00")]
    [InlineData("09-Feb-24", "2024-02-09T00:00:00")]
    [InlineData("February 9, 2024", "2024-02-09T00:00:00")]
    [InlineData("9. Februar 2024", "2024-02-09T00:00:00")]
    [InlineData("Freitag, 9. März 2024", "2024-03-09T00:00:00")]
    [InlineData("1er janvier 2024", "2024-01-01T00:00:00")]
    [InlineData("9 août 2024", "2024-08-09T00:00:00")]
    [InlineData("9 de enero de 2024", "2024-01-09T00:00:00")]
    [InlineData("9 de março de 2024", "2024-03-09T00:00:00")]
    [InlineData("9 giugno 2024", "2024-06-09T00:00:00")]
    [InlineData("09/Dez/2024", "2024-12-09T00:00:00")]
    [InlineData("20240209", "2024-02-09T00:00:00")]
    [InlineData("2024-02", "2024-02-01T00:00:00")]
    [InlineData("2024年2月", "2024-02-01T00:00:00")]
    [InlineData("Feb 2024", "2024-02-01T00:00:00")]
    [InlineData("febrero de 2024", "2024-02-01T00:00:00")]
    [InlineData("2024-02-09 10:05", "2024-02-09T10:05:00")]
    [InlineData("2024-02-09T10:05:07Z", "2024-02-09T10:05:07")]
    [InlineData("2024-02-09T10:05:07+09:00", "2024-02-09T10:05:07")]
    [InlineData("2024-02-09 10:05:07.123456789", "2024-02-09T10:05:07.1234567")]
    [InlineData("2024-02-09 10:05:07 UTC", "2024-02-09T10:05:07")]
    [InlineData("2024/2/9 9:05", "2024-02-09T09:05:00")]
    [InlineData("2/29/2024 1:05 PM", "2024-02-29T13:05:00")]
    [InlineData("2/29/2024 12:05 AM", "2024-02-29T00:05:00")]
    [InlineData("2024年2月9日 午後3時5分", "2024-02-09T15:05:00")]
    [InlineData("2024年2月9日10時", "2024-02-09T10:00:00")]
    public void This_is_settled(string text, string date)
    {
        DateReading? reading = DateText.Read(Encoding.UTF8.GetBytes(text));
        DateTime expected = DateTime.Parse(date, CultureInfo.InvariantCulture);

        Assert.Equal(expected, reading?.DayFirst ?? reading?.MonthFirst);
        Assert.Single(new[] { reading?.DayFirst, reading?.MonthFirst }.OfType<DateTime>().Distinct());
    }

    [Fact]
    public void Day_and_month_up_to_twelve_can_change_places()
    {
        DateReading? reading = DateText.Read("3/4/2024"u8);

        Assert.Equal(new DateReading(new DateTime(2024, 4, 3), new DateTime(2024, 3, 4)), reading);
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("0000-00-00")]
    [InlineData("13/13/2024")]
    [InlineData("2024-13-01")]
    [InlineData("1.2.3")]
    [InlineData("12.5")]
    [InlineData("10:30")]
    [InlineData("192.168.1.1")]
    [InlineData("2024-02-09 25:00")]
    [InlineData("令和0年1月1日")]
    [InlineData("12 Foo 2024")]
    [InlineData("Mayor 12, 2024")]
    [InlineData("marble 2024")]
    [InlineData("4021-12")]
    [InlineData("2010/11")]
    [InlineData("2024-13")]
    [InlineData("20241301")]
    [InlineData("tomorrow")]
    [InlineData("")]
    public void This_is_no_date(string text) => Assert.Null(DateText.Read(Encoding.UTF8.GetBytes(text)));
}
