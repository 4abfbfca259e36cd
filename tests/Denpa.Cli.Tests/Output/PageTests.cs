using Denpa.Cli.Output;
using Spectre.Console;

namespace Denpa.Cli.Tests.Output;

public sealed class PageTests
{
    private static readonly string[][] Columns =
    [
        ["island", "category", "Biscoe 168, Dream 124, Torgersen 52"],
        ["body_mass_g", "number", "2 missing, set to the training median"],
        ["year", "number", ""],
    ];

    [Fact]
    public void Lines_of_a_field_after_the_first_are_indented_under_it() => Assert.Equal(
        """
        Rows      275 to train, 35 to
                  validate, 34 to test

        """,
        Write(width: 33, page => page.Field("Rows", "275 to train, 35 to validate, 34 to test")));

    [Fact]
    public void A_texts_own_control_characters_do_not_reach_the_terminal() => Assert.Equal(
        """
        Rows      a·[31mb·c
                  d·  e

        """,
        Write(width: 33, page =>
        {
            page.Field("Rows", "a\u001b[31mb\nc");
            page.Columns([["d\r", "e"]]);
        }));

    [Fact]
    public void A_table_stands_under_the_values_and_its_last_column_wraps() => Assert.Equal(
        """
                  island       category  Biscoe 168, Dream 124,
                                         Torgersen 52
                  body_mass_g  number    2 missing, set to the
                                         training median
                  year         number

        """,
        Write(width: 58, page => page.Columns(Columns)));

    [Fact]
    public void A_table_moves_to_the_left_before_it_is_given_up() => Assert.Equal(
        """
          island       category  Biscoe 168, Dream
                                 124, Torgersen 52
          body_mass_g  number    2 missing, set to
                                 the training median
          year         number

        """,
        Write(width: 46, page => page.Columns(Columns)));

    [Fact]
    public void On_a_narrow_terminal_each_row_is_a_paragraph() => Assert.Equal(
        """
          island  category  Biscoe 168, Dream
            124, Torgersen 52
          body_mass_g  number  2 missing, set
            to the training median
          year  number

        """,
        Write(width: 40, page => page.Columns(Columns)));

    [Fact]
    public void Numbers_are_aligned_to_the_right() => Assert.Equal(
        """
                  layer  outputs
                  0           64
                  total    2 883

        """,
        Write(width: 80, page => page.Columns([["layer", "outputs"], ["0", "64"], ["total", "2 883"]], false, true)));

    [Fact]
    public void Japanese_takes_two_cells_a_character() => Assert.Equal(
        """
                  身長     number
                  body_kg  number

        """,
        Write(width: 80, page => page.Columns([["身長", "number"], ["body_kg", "number"]])));

    [Theory]
    [InlineData(32)]
    [InlineData(40)]
    [InlineData(80)]
    public void No_line_is_wider_than_the_terminal_or_ends_in_a_space(int width)
    {
        string written = Write(width, page =>
        {
            page.Columns(Columns);
            page.Columns([["日本語の列名", "文字がとても長いので折り返さなければならない値"]]);
            page.Field("Data", "penguins.csv: 344 rows, 8 columns, comma-separated, with a header");
        });
        Assert.All(written.Split('\n'), line => Assert.True(CellText.Width(line) < width, line));
        Assert.All(written.Split('\n'), line => Assert.False(line.EndsWith(' '), line));
    }

    [Fact]
    public void Whatever_the_width_nothing_is_lost()
    {
        string whole = Letters(300);
        Assert.All(Enumerable.Range(1, 60), width => Assert.Equal(whole, Letters(width)));

        static string Letters(int width)
        {
            string written = Write(width, page =>
            {
                page.Field("Rows", "275 to train, 35 to validate, 34 to test");
                page.Columns(Columns);
                page.Command("Next", "denpa predict model.safetensors data.csv");
            });
            return string.Concat(written.Where(letter => !char.IsWhiteSpace(letter)));
        }
    }

    [Fact]
    public void A_name_of_millions_of_letters_is_cut()
    {
        string name = new('n', 3_000_000);
        string written = Write(80, page =>
        {
            page.Field("Target", name);
            page.Columns([[name, "number", name]]);
        });
        Assert.InRange(written.Length, 100, 20_000);
        string joined = string.Concat(written.Split('\n').Select(line => line.Trim()));
        Assert.Contains($"{new string('n', 59)}…", joined, StringComparison.Ordinal);
    }

    private static string Write(int width, Action<Page> write)
    {
        using StringWriter text = new() { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = width;
        write(new Page(console));
        return text.ToString().ReplaceLineEndings("\n");
    }
}
