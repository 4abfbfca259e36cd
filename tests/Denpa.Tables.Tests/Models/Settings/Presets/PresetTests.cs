namespace Denpa.Tables.Tests;

public sealed class PresetTests
{
    [Fact]
    public void A_table_of_some_hundred_rows_has_five_networks_with_every_part()
    {
        TrainingSettings settings = TrainingSettings.For(Understanding(300, "c"));
        Assert.Equal((5, "selu", "adamw", "coslog"), (settings.Members, settings.Activation, settings.Optimizer, settings.Schedule));
        Assert.All(PartChoice.All, part => Assert.True(part.IsIn(settings), part.Name));
        Assert.Equal("silu", TrainingSettings.For(Understanding(300, "")).Activation);
    }

    [Fact]
    public void Without_a_part_the_others_stay()
    {
        TrainingSettings settings = TrainingSettings.For(Understanding(300, "c"));
        foreach (PartChoice left in PartChoice.All)
        {
            TrainingSettings without = left.Without(settings);
            Assert.Equal(PartChoice.All.Where(part => part != left), PartChoice.All.Where(part => part.IsIn(without)));
        }
    }

    [Fact]
    public void Rows_that_are_few_have_a_plain_network_and_many_one_of_limited_steps()
    {
        Assert.Null(TrainingSettings.For(Understanding(12, "c")).Members);
        Assert.Equal(new TrainingSettings().Hidden, TrainingSettings.For(Understanding(12, "c")).Hidden);
        TrainingSettings many = TrainingSettings.For(Understanding(20_000, "c"));
        Assert.Null(many.Members);
        Assert.InRange(many.Epochs * 20_000 / many.BatchSize, 3_000, 3_600);
    }

    [Fact]
    public void Fast_is_what_settings_are_where_nothing_is_set() =>
        Assert.Equal(ModelJson.Write(new TrainingSettings()), ModelJson.Write(PresetChoice.Fast.Settings(Understanding(300, "c"))));

    private static TableUnderstanding Understanding(int rows, string prefix)
    {
        IEnumerable<string> lines = Enumerable.Range(0, rows).Select(row => $"{row * 7919 % 1009 / 8.0},{prefix}{row % 5 * 1.25}");
        return TableUnderstanding.Of(Csv.Read($"x,y\n{string.Join('\n', lines)}\n"));
    }
}
