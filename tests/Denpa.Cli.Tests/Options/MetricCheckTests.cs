using Denpa.Cli.Ends;
using Denpa.Cli.Options;
using Denpa.Tables;

namespace Denpa.Cli.Tests.Options;

public sealed class MetricCheckTests
{
    private static readonly TableEvaluation Classes = Evaluate(Csv(i => $"k{i % 2}"));
    private static readonly TableEvaluation Numbers = Evaluate(Csv(i => $"{i}.5"));

    [Theory]
    [InlineData("accuracy")]
    [InlineData("macro-f1")]
    [InlineData("log-loss")]
    public void Each_metric_of_classes_has_a_name(string name) => Assert.True(MetricCheck.Parse($"{name}>=0")!.Holds(Classes));

    [Theory]
    [InlineData("rmse")]
    [InlineData("mae")]
    [InlineData("r2")]
    public void Each_metric_of_a_number_has_a_name(string name) => Assert.True(MetricCheck.Parse($"{name}>-1e9")!.Holds(Numbers));

    [Fact]
    public void A_metric_of_the_other_kind_is_refused_with_those_that_there_are()
    {
        CommandException refusal = Assert.Throws<CommandException>(() => MetricCheck.Parse("rmse>1")!.Holds(Classes));
        Assert.Equal(
            "--fail-if: there is no metric \"rmse\" here: use one of accuracy, macro-f1, auc, log-loss, calibration-error",
            refusal.Message);
    }

    private static string Csv(Func<int, string> target) =>
        "x,y\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i % 7},{target(i)}\n"));

    private static TableEvaluation Evaluate(string csv)
    {
        using MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(csv));
        Table table = Table.Read(stream, "t.csv");
        PreparedTraining prepared = new(table, TableUnderstanding.Of(table), new TrainingSettings { Hidden = [] });
        return prepared.ToModel().Evaluate(table, [.. Enumerable.Range(0, table.RowCount)]);
    }
}
