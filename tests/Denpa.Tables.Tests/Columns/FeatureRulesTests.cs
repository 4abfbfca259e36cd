namespace Denpa.Tables.Tests;

public sealed class FeatureRulesTests
{
    [Theory]
    [InlineData(ColumnKind.Number, "from -2.5 to 300", "1,-2.5,3e2,+4")]
    [InlineData(ColumnKind.Number, "from 1 to 3; 1 missing get the training median and are marked", "1,2,3,NA")]
    [InlineData(ColumnKind.YesNo, "two values: no, yes", "yes,no,yes,no")]
    [InlineData(ColumnKind.YesNo, "two values: no, Yes", "Yes,no,Yes,no")]
    [InlineData(ColumnKind.YesNo, "two values: female, male; 1 missing are a category of their own", "male,female,male,?")]
    [InlineData(ColumnKind.YesNo, "two values: 0, 1", "1,0,0.0,1")]
    [InlineData(ColumnKind.Number, "from 2 to 10", "10,2,2.0,1e1")]
    [InlineData(ColumnKind.Category, "3 values: a, b, c", "c,a,b,a")]
    [InlineData(ColumnKind.YesNo, "yes, or missing", "yes,,yes,")]
    [InlineData(ColumnKind.Date, "dates: running days, year, and day of year, month and week and seconds of day as sine and cosine",
        "2024-01-01,2024-01-02,2024-01-03T12:30:00,2024-01-03T12:30:00")]
    [InlineData(ColumnKind.Identifier, "every value is different", "p,q,r,s")]
    [InlineData(ColumnKind.Constant, "the one value 0", "0,0.0,-0,0")]
    [InlineData(ColumnKind.YesNo, "3, or missing", "3,NA,3,3")]
    [InlineData(ColumnKind.Constant, "the one value same", "same,same,same,same")]
    [InlineData(ColumnKind.Constant, "no values", ",NA,?,null")]
    public void The_values_say_the_kind(ColumnKind kind, string reason, string fields)
    {
        ColumnUnderstanding column = Csv.Understand(Csv.WithTarget(fields.Split(','))).Columns[0];

        Assert.Equal(kind, column.Kind);
        Assert.Equal(reason, column.Reason);
        Assert.Equal(kind is ColumnKind.Identifier or ColumnKind.Constant ? ColumnRole.LeftOut : ColumnRole.Feature, column.Role);
    }

    [Theory]
    [InlineData(ColumnKind.Date, "20240229", "20231231", "20240102", "20231103", "", "20240705")]
    [InlineData(ColumnKind.Number, "20240230", "20231231", "20240102", "20231103", "", "20240705")]
    [InlineData(ColumnKind.Number, "18240229", "20231231", "20240102", "20231103", "", "20240705")]
    [InlineData(ColumnKind.Number, "20240229", "20231231", "20240102", "20231103")]
    public void Eight_digits_are_dates_where_all_of_several_are_days(ColumnKind kind, params string[] fields) =>
        Assert.Equal(kind, Csv.Understand(Csv.WithTarget(fields)).Columns[0].Kind);

    [Theory]
    [InlineData("id")]
    [InlineData("ID")]
    [InlineData("No")]
    [InlineData("index")]
    [InlineData("key")]
    [InlineData("uuid")]
    [InlineData("customer_id")]
    public void Whole_numbers_under_such_a_name_are_an_identifier(string name)
    {
        ColumnUnderstanding column = Csv.Understand($"{name},x,y\n7,1,a\n8,2,b\n8,3,a\n9,4,b\n").Columns[0];

        Assert.Equal(ColumnKind.Identifier, column.Kind);
        Assert.Equal($"whole numbers under the name \"{name}\"", column.Reason);
    }

    [Theory]
    [InlineData("paid", "7,8,9,9")]
    [InlineData("grid", "7,8,9,9")]
    [InlineData("id", "7.5,8,9,9")]
    public void Other_numbers_are_no_identifier(string name, string fields)
    {
        string text = Csv.WithTarget(fields.Split(',')).Replace("x,", name + ",", StringComparison.Ordinal);

        Assert.Equal(ColumnKind.Number, Csv.Understand(text).Columns[0].Kind);
    }

    [Fact]
    public void Row_numbers_under_no_name_are_an_identifier()
    {
        ColumnUnderstanding column = Csv.Understand(",x,y\n0,1,a\n1,2,b\n2,3,a\n").Columns[0];

        Assert.Equal((ColumnKind.Identifier, "whole numbers under no name"), (column.Kind, column.Reason));
    }

    [Fact]
    public void An_identifier_that_is_asked_for_is_a_number()
    {
        TableUnderstanding understanding = Csv.Understand("id,x,y\n7,1,a\n8,2,b\n9,3,a\n", new UnderstandingOptions { Features = ["id"] });

        Assert.Equal(["id"], understanding.Features.Select(feature => feature.Name));
        Assert.Equal(ColumnKind.Number, understanding.Features[0].Kind);
    }

    [Fact]
    public void Texts_are_categories_up_to_twenty_in_a_small_table()
    {
        string[] twenty = [.. Enumerable.Range(0, 40).Select(i => $"v{i % 20:00}")];
        string[] twentyOne = [.. Enumerable.Range(0, 40).Select(i => $"v{i % 21:00}")];

        Assert.Equal(20, Csv.Understand(Csv.WithTarget(twenty)).Columns[0].Values.Count);
        ColumnUnderstanding text = Csv.Understand(Csv.WithTarget(twentyOne)).Columns[0];
        Assert.Equal((ColumnKind.Text, ColumnRole.LeftOut, "more than 20 different texts"), (text.Kind, text.Role, text.Reason));
    }

    [Fact]
    public void Texts_are_categories_up_to_one_for_twenty_rows_in_a_large_table()
    {
        string fifty = Csv.WithTarget(Enumerable.Range(0, 1000).Select(i => $"v{i % 50}"));
        string fiftyOne = Csv.WithTarget(Enumerable.Range(0, 1000).Select(i => $"v{i % 51}"));

        Assert.Equal(ColumnKind.Category, Csv.Understand(fifty).Columns[0].Kind);
        Assert.Equal(ColumnKind.Text, Csv.Understand(fiftyOne).Columns[0].Kind);
    }

    [Fact]
    public void Categories_come_in_ordinal_order_with_their_counts()
    {
        ColumnUnderstanding column = Csv.Understand(Csv.WithTarget("b", "a", "B", "b")).Columns[0];

        Assert.Equal([new("B", 1), new("a", 1), new("b", 2)], column.Values);
    }

    [Theory]
    [InlineData("abc",
        "\"abc\" in column \"x\" is not a number, where 95 % of the column's values are — "
        + "correct it, leave the field empty, or ignore the column")]
    [InlineData("-Inf", "\"-Inf\" in column \"x\" is not a finite number — leave the field empty if its value is missing")]
    [InlineData("Infinity", "\"Infinity\" in column \"x\" is not a finite number — leave the field empty if its value is missing")]
    [InlineData("1e999", "\"1e999\" in column \"x\" is out of range (beyond ±3.4e38) — correct it, or leave the field empty")]
    [InlineData("-1e39", "\"-1e39\" in column \"x\" is out of range (beyond ±3.4e38) — correct it, or leave the field empty")]
    public void A_stray_among_numbers_is_an_error_at_its_row(string stray, string message)
    {
        IEnumerable<string> fields = Enumerable.Range(0, 20).Select(i => i == 12 ? stray : $"{i}.5");
        TableException problem = Csv.NotUnderstood(Csv.WithTarget(fields));

        Assert.Equal("t.csv:14:1: " + message, problem.Message);
        Assert.Equal((14, 1), (problem.Row, problem.Column));
    }

    [Fact]
    public void Below_nine_numbers_in_ten_a_column_is_one_of_texts()
    {
        IEnumerable<string> fields = Enumerable.Range(0, 20).Select(i => i % 7 == 0 ? "many" : $"{i}");

        Assert.Equal(ColumnKind.Category, Csv.Understand(Csv.WithTarget(fields)).Columns[0].Kind);
    }

    [Fact]
    public void The_place_of_a_stray_counts_the_lines_of_quoted_fields()
    {
        TableException problem = Csv.NotUnderstood(
            "note,x,y\n\"two\nlines\",1,a\np,2,b\np,3,a\nq,4,a\nq,5,a\np,6,a\nq,7,a\np,8,a\nq,9,a\np,oops,b\n");

        Assert.Equal((12, 2), (problem.Row, problem.Column));
    }

    [Fact]
    public void A_decimal_comma_is_read_where_the_delimiter_is_another()
    {
        ColumnUnderstanding column = Csv.Understand("x;y\n1,5;a\n-2,25;b\n3;a\n").Columns[0];

        Assert.Equal(ColumnKind.Number, column.Kind);
        Assert.Equal("from -2.25 to 3, with a decimal comma", column.Reason);
    }

    [Fact]
    public void Quoted_decimal_commas_between_commas_are_numbers()
    {
        ColumnUnderstanding column = Csv.Understand("x,y\n\"1,5\",a\n\"2,5\",b\n\"2,5\",a\n\"3,5\",b\n").Columns[0];

        Assert.Equal("from 1.5 to 3.5, with a decimal comma", column.Reason);
    }

    [Fact]
    public void A_decimal_point_among_decimal_commas_is_a_stray()
    {
        string rows = string.Concat(Enumerable.Range(0, 11).Select(i => $"{i},5;{(i % 2 == 0 ? "a" : "b")}\n"));
        TableException problem = Csv.NotUnderstood("x;y\n" + rows + "1.5;a\n");

        Assert.Equal((13, 1), (problem.Row, problem.Column));
    }
}
