using System.CommandLine;
using Denpa.Cli.Options;

namespace Denpa.Cli.Tests.Options;

/// <summary>A value is taken in the forms in which people write it, and refused with one that is valid.</summary>
public sealed class ValuesTests
{
    private static readonly RootCommand Root = Application.CreateRoot();

    [Theory]
    [InlineData("64,32")]
    [InlineData("64x32")]
    [InlineData("64 32")]
    [InlineData("64, 32")]
    [InlineData("64-32")]
    [InlineData("64/32")]
    [InlineData("[64, 32]")]
    [InlineData("(64,32)")]
    [InlineData("６４，３２")]
    public void Hidden_layers_are_numbers_with_any_mark_between_them(string text) =>
        Assert.Equal([64, 32], Value<int[]>("--hidden", text)!);

    [Theory]
    [InlineData("0")]
    [InlineData("none")]
    public void No_hidden_layer_is_a_0(string text) => Assert.Empty(Value<int[]>("--hidden", text)!);

    [Theory]
    [InlineData("64,,32")]
    [InlineData("64,")]
    [InlineData("many")]
    [InlineData("64.5")]
    public void Other_hidden_layers_are_refused_with_their_form(string text) => Assert.Equal(
        $"--hidden: \"{text}\" is not valid: give the units of each hidden layer, such as 64,32", Problem("--hidden", text));

    [Theory]
    [InlineData("80/10/10", 0.8, 0.1)]
    [InlineData("80/20", 0.8, 0)]
    [InlineData("80:20", 0.8, 0)]
    [InlineData("70-15-15", 0.7, 0.15)]
    [InlineData("0.8/0.1/0.1", 0.8, 0.1)]
    [InlineData("0.8,0.2", 0.8, 0)]
    [InlineData("80%/10%/10%", 0.8, 0.1)]
    [InlineData("100/0/0", 1, 0)]
    [InlineData("1/0/0", 1, 0)]
    public void Shares_are_percentages_or_fractions_and_two_of_them_leave_validation_out(string text, double training, double validation)
    {
        SplitFractions split = Value<SplitFractions>("--split", text)!;
        Assert.Equal(training, split.Training, tolerance: 1e-12);
        Assert.Equal(validation, split.Validation, tolerance: 1e-12);
    }

    [Theory]
    [InlineData("80")]
    [InlineData("80/10/20")]
    [InlineData("0.8/0.1")]
    [InlineData("a/b/c")]
    public void Other_shares_are_refused_with_their_form(string text)
    {
        string problem = $"--split: \"{text}\" is not valid: give percentages that add up to 100";
        Assert.StartsWith(problem, Problem("--split", text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5s", 5)]
    [InlineData("5 s", 5)]
    [InlineData("5sec", 5)]
    [InlineData("2 minutes", 120)]
    [InlineData("5M", 300)]
    [InlineData("1h30m", 5400)]
    [InlineData("1.5h", 5400)]
    [InlineData("10分", 600)]
    public void A_time_is_a_number_with_a_unit(string text, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Value<TimeSpan?>("--time", text));

    [Theory]
    [InlineData("5", "--time: \"5\" has no unit: give 5s for seconds, 5m for minutes")]
    [InlineData("soon", "--time: \"soon\" is not valid: give a time such as 60s, 5m or 1h")]
    [InlineData("0s", "--time: \"0s\" is not valid: give a time such as 60s, 5m or 1h")]
    public void A_time_without_a_unit_is_asked_which(string text, string problem) => Assert.Equal(problem, Problem("--time", text));

    [Theory]
    [InlineData("--optimizer", "Adam", "adam")]
    [InlineData("--optimizer", "SGD", "sgd")]
    [InlineData("--activation", "ReLU", "relu")]
    [InlineData("--activation", "LeakyReLU", "leaky-relu")]
    [InlineData("--loss", "cross_entropy", "cross-entropy")]
    [InlineData("--schedule", "OneCycle", "one-cycle")]
    [InlineData("--init", "Xavier", "xavier")]
    [InlineData("--init", "Normal:0.1", "normal:0.1")]
    [InlineData("--dtype", "Float64", "float64")]
    [InlineData("--header", "Yes", "yes")]
    public void The_case_of_a_choice_does_not_matter(string option, string given, string taken) =>
        Assert.Equal(taken, Value<string>(option, given));

    [Theory]
    [InlineData("--activation", "swish", "silu")]
    [InlineData("--loss", "bce", "binary-cross-entropy")]
    [InlineData("--optimizer", "adamm", "adam")]
    [InlineData("--dtype", "double", "float64")]
    [InlineData("--init", "glorot", "xavier")]
    [InlineData("--task", "classify", "classification")]
    public void A_choice_by_another_name_is_found(string option, string given, string meant) =>
        Assert.EndsWith($"; did you mean {meant}?", Problem(option, given), StringComparison.Ordinal);

    [Theory]
    [InlineData("--epochs", "１０", 10)]
    [InlineData("--epochs", "1e2", 100)]
    [InlineData("--batch", "FULL", 0)]
    public void Whole_numbers_are_read_as_people_write_them(string option, string text, int number) =>
        Assert.Equal(number, Value<int>(option, text));

    [Fact]
    public void A_decimal_comma_is_answered_with_a_point() =>
        Assert.Equal("--lr: \"0,01\" is not valid: give a number above 0; did you mean 0.01?", Problem("--lr", "0,01"));

    [Theory]
    [InlineData("a,b", "a", "b")]
    [InlineData(" a , b ", "a", "b")]
    [InlineData("\"a,b\",c", "a,b", "c")]
    [InlineData("c, \"a,b\"", "c", "a,b")]
    [InlineData("\"say \"\"x\"\"\",c", "say \"x\"", "c")]
    [InlineData("5\" pipe", "5\" pipe")]
    public void Names_are_fields_of_CSV(string text, params string[] names) => Assert.Equal(names, NameListText.Split(text));

    [Theory]
    [InlineData("\"a,b")]
    [InlineData("\"a\"b,c")]
    public void A_quote_that_encloses_no_name_is_none(string text) => Assert.Null(NameListText.Split(text));

    [Fact]
    public void A_list_may_be_given_in_several_options()
    {
        Option<string[]?> option = (Option<string[]?>)Train.Options.Single(each => each.Name == "--features");
        ParseResult parsed = CommandWords.Parse(Root, ["train", "--features", "a,b", "--features", "\"c,d\""]);
        Assert.Empty(parsed.Errors);
        Assert.Equal(["a", "b", "c,d"], parsed.GetValue(option)!);
    }

    [Theory]
    [InlineData("ja_JP.UTF-8", "ja")]
    [InlineData("JA", "ja")]
    [InlineData("en-GB", "en")]
    public void A_language_may_be_a_locale(string given, string language) => Assert.Equal(language, Value<string>("--lang", given));

    private static Command Train => Root.Subcommands.Single(command => command.Name == "train");

    private static T? Value<T>(string name, string text)
    {
        ParseResult parsed = CommandWords.Parse(Root, ["train", $"{name}={text}"]);
        Assert.Empty(parsed.Errors);
        return parsed.GetValue<T>(name);
    }

    private static string Problem(string name, string text) =>
        CommandWords.Parse(Root, ["train", $"{name}={text}"]).Errors[0].Message;
}
