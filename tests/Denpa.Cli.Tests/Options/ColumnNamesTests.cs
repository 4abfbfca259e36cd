using Denpa.Cli.Ends;
using Denpa.Cli.Options;
using Denpa.Tables;

namespace Denpa.Cli.Tests.Options;

/// <summary>A column is found however its name is written, and who names it by its place is told its name.</summary>
public sealed class ColumnNamesTests
{
    private static readonly Table Named = Read("Age,Net Income,\"size, cm\"\n1,2,3\n4,5,6\n7,8,9\n");
    private static readonly Table Nameless = Read("1,2,3\n4,5,6\n7,8,9\n");
    private static readonly Table Both = Read("a,A\n1,2\n3,4\n");

    [Theory]
    [InlineData("Age", "Age")]
    [InlineData("age", "Age")]
    [InlineData("AGE ", "Age")]
    [InlineData("Ａｇｅ", "Age")]
    [InlineData("net income", "Net Income")]
    [InlineData("size, cm", "size, cm")]
    public void Case_and_width_do_not_matter(string given, string name) => Assert.Equal(name, ColumnNames.Find(Named, given));

    [Fact]
    public void Of_two_names_that_differ_in_case_each_is_itself() =>
        Assert.Equal(("a", "A"), (ColumnNames.Find(Both, "a"), ColumnNames.Find(Both, "A")));

    [Theory]
    [InlineData("1")]
    [InlineData("species")]
    [InlineData("column4")]
    public void Without_a_header_it_is_said_what_the_columns_are_called(string given) => Assert.Equal(
        $"table: there is no column \"{given}\" — this table has no header: the first column is column1, the last column3; "
        + "--header yes takes the first row for one",
        Refusal(Nameless, given));

    [Fact]
    public void A_column_is_not_called_by_its_number() =>
        Assert.EndsWith("columns go by their names: number 2 is \"Net Income\"", Refusal(Named, "2"), StringComparison.Ordinal);

    [Fact]
    public void A_name_with_a_comma_is_said_to_need_quotes() => Assert.Equal(
        "table: there is no column \"cm\" — a name with a comma needs quotes: '\"size, cm\"'", Refusal(Named, "cm"));

    [Fact]
    public void What_is_like_no_column_is_for_the_table_to_refuse() => Assert.Equal("weight", ColumnNames.Find(Named, "weight"));

    private static string Refusal(Table table, string name) =>
        Assert.Throws<CommandException>(() => ColumnNames.Find(table, name)).Message;

    private static Table Read(string csv) => Table.Read(new StringReader(csv), "table");
}
