namespace Denpa.Tables.Tests;

public sealed class NumberSettingTests
{
    [Fact]
    public void Every_number_of_the_settings_but_the_seed_has_bounds()
    {
        IEnumerable<string> numbers = typeof(TrainingSettings).GetProperties()
            .Where(property => Nullable.GetUnderlyingType(property.PropertyType) is { } kind
                ? kind.IsPrimitive || kind == typeof(TimeSpan)
                : property.PropertyType.IsPrimitive && property.PropertyType != typeof(bool))
            .Select(property => property.Name)
            .Except(["Seed"]);

        Assert.Equal(numbers.Order(), NumberSetting.All.Select(number => number.Property).Order());
    }

    [Fact]
    public void The_numbers_of_choices_are_within_their_bounds_and_so_are_the_defaults()
    {
        IEnumerable<Choice> choices = [.. OptimizerChoice.All, .. ScheduleChoice.All, .. LossChoice.All, .. ActivationChoice.All];

        Assert.All(
            choices.SelectMany(choice => choice.Defaults), own => Assert.True(own.Number.Bounds.Contain(own.Value), own.Number.Name));
        Assert.All(NumberSetting.All, number => number.Require(new TrainingSettings()));
    }

    [Fact]
    public void Settings_count_before_a_choices_own_number()
    {
        OptimizerChoice choice = OptimizerChoice.All.Single(choice => choice.Name == "nesterov");

        Assert.Equal(0.9, choice.Number(NumberSetting.Momentum, new TrainingSettings()));
        Assert.Equal(0.5, choice.Number(NumberSetting.Momentum, new TrainingSettings { Momentum = 0.5 }));
        Assert.Null(choice.Number(NumberSetting.Gamma, new TrainingSettings { Gamma = 0.5 }));
    }
}
