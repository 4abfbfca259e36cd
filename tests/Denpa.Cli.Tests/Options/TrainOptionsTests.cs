using System.CommandLine;
using System.Globalization;
using Denpa.Tables;

namespace Denpa.Cli.Tests.Options;

public sealed class TrainOptionsTests
{
    private static readonly Command Train = Application.CreateRoot().Subcommands.Single(command => command.Name == "train");

    public static TheoryData<string> Numbers => [.. NumberSetting.All.Select(number => number.Name)];

    /// <summary>Those of which the command line gives a word for some of the numbers, or a unit.</summary>
    private static string[] WithForms => [NumberSetting.BatchSize.Name, NumberSetting.TimeLimit.Name];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_numbers_that_an_option_takes_are_those_that_the_setting_may_be(string name)
    {
        NumberSetting number = NumberSetting.All.Single(each => each.Name == name);
        Option option = Assert.Single(Train.Options, option => option.Name == $"--{name}");
        if (WithForms.Contains(name)) return;
        foreach (double value in new[] { -1, 0, 0.5, 1, 2 })
        {
            string given = string.Create(CultureInfo.InvariantCulture, $"{option.Name}={value}");
            string[] errors = [.. Train.Parse([given]).Errors.Select(error => error.Message)];
            string refusal = FormattableString.Invariant($"--{name}: \"{value}\" is not valid: give {number.Bounds}");
            Assert.Equal(number.Bounds.Contain(value) ? [] : [refusal], errors);
        }
    }
}
