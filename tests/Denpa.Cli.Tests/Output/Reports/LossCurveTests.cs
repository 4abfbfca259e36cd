using Denpa.Cli.Output;

namespace Denpa.Cli.Tests.Output;

public sealed class LossCurveTests
{
    [Fact]
    public void A_loss_that_falls_is_drawn_from_the_top_left_to_the_bottom_right() => Assert.Equal(
        """
        6.00 |.
             | .
             |  .
             |   .
             |    .
        1.00 |     .
              1    6
        """.ReplaceLineEndings("\n"),
        string.Join('\n', LossCurve.Draw([6, 5, 4, 3, 2, 1], [], width: 12, isFine: false)));

    [Fact]
    public void Training_and_validation_have_marks_of_their_own_and_one_for_both()
    {
        string[] lines = [.. LossCurve.Draw([6, 5, 1], [6, 6, 6], width: 9, isFine: false)];
        Assert.Equal("6.00 |8oo", lines[0]);
        Assert.Equal("1.00 |  .", lines[5]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whatever_the_losses_it_keeps_to_its_width(bool isFine)
    {
        double[] odd = [1e9, double.NaN, 1e-9, double.PositiveInfinity, 3, 0];
        foreach (double[] losses in new[] { odd, [5, 5, 5], [.. Enumerable.Range(1, 1000).Select(epoch => 1.0 / epoch)] })
        {
            IEnumerable<string> lines = LossCurve.Draw(losses, losses, width: 40, isFine);
            Assert.All(lines, line => Assert.InRange(CellText.Width(line), 0, 40));
        }
    }
}
