using System.Text.Json;

namespace Denpa.Cli.Tests.DataSets;

/// <summary>A person's own file is described column by column.</summary>
public sealed class DescribeTests : IDisposable
{
    private const string Table = """
        id,age,team,joined,note
        1,30,red,2020-01-02,a
        2,40,blue,2020-01-03,b
        3,,red,2020-01-04,c
        4,50,red,2020-01-05,d
        """;

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Each_column_is_told_with_what_it_holds()
    {
        workspace.Write("people.csv", Table);

        Outcome outcome = workspace.Run("data", "describe", "people.csv");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        string[] lines = outcome.Output.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("Data      people.csv: 4 rows, 5 columns, comma-separated, with a header, UTF-8", lines[0]);
        Assert.Matches("^ +id +identifier +whole numbers under the name", lines[1]);
        Assert.Matches("^ +age +number +30 to 50, median 40, mean 40, deviation 8.165, 1", lines[2]);
        Assert.Matches("^ +team +yes/no +blue \\(1\\), red \\(3\\)$", lines[4]);
        Assert.Equal("Next      denpa train people.csv --target COLUMN", lines[^2]);
    }

    [Fact]
    public void Programs_are_told_the_same()
    {
        workspace.Write("people.csv", Table);

        JsonElement[] columns = [.. workspace.Run("data", "describe", "people.csv", "--json").Json.GetProperty("columns").EnumerateArray()];

        IEnumerable<string?> kinds = columns.Select(column => column.GetProperty("kind").GetString());
        Assert.Equal(["identifier", "number", "yes-no", "date", "identifier"], kinds);
        Assert.Equal([false, true, true, true, false], columns.Select(column => column.GetProperty("used").GetBoolean()));
        JsonElement age = columns[1];
        Assert.Equal(1, age.GetProperty("missing").GetInt32());
        Assert.Equal((30, 50, 40, 40), (Number("least"), Number("greatest"), Number("median"), Number("mean")));
        Assert.Equal(Math.Sqrt(200 / 3.0), Number("deviation"), tolerance: 1e-12);
        JsonElement[] values = [.. columns[2].GetProperty("values").EnumerateArray()];
        Assert.Equal(["blue 1", "red 3"], values.Select(value => $"{value.GetProperty("value")} {value.GetProperty("rows")}"));

        double Number(string name) => age.GetProperty(name).GetDouble();
    }

    [Fact]
    public void A_text_among_numbers_is_told_with_its_place_and_the_other_columns_all_the_same()
    {
        string numbers = string.Concat(Enumerable.Range(0, 20).Select(row => $"{row},{row * row}\n"));
        workspace.Write("stray.csv", "a,b\n" + numbers + "20,many\n");

        Outcome outcome = workspace.Run("data", "describe", "stray.csv", "--json");

        Assert.Equal(0, outcome.ExitCode);
        JsonElement[] columns = [.. outcome.Json.GetProperty("columns").EnumerateArray()];
        Assert.Equal(20, columns[0].GetProperty("greatest").GetInt32());
        string? reason = columns[1].GetProperty("reason").GetString();
        Assert.StartsWith("stray.csv:22:2: \"many\" in column \"b\" is not a number", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_described_too()
    {
        Outcome outcome = workspace.RunWithInput("x;y\n1,5;a\n2,5;b\n", "data", "describe", "-", "--json");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("standard input", outcome.Json.GetProperty("path").GetString());
        Assert.Equal(";", outcome.Json.GetProperty("delimiter").GetString());
    }

    [Theory]
    [InlineData("none.csv", "denpa: none.csv: there is no such file")]
    [InlineData("folder/none", "denpa: folder/none: there is no such file")]
    [InlineData(".", "denpa: .: is a directory")]
    public void What_is_no_file_exits_with_3(string name, string message)
    {
        Outcome outcome = workspace.Run("data", "describe", name);

        Assert.Equal((3, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith(message, Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }
}
