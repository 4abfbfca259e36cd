namespace Denpa.Tests;

public sealed class ExpectedCalibrationErrorTests
{
    [Fact]
    public void It_is_the_gap_between_confidence_and_accuracy_weighed_by_the_rows_of_each_bin()
    {
        // Of two classes a logit of ln 3 is ¾ and one of ln 9 is 0.9: three of four are right of the first, one of two of the second.
        double[] logits = [.. Enumerable.Repeat(Math.Log(3), 4), .. Enumerable.Repeat(Math.Log(9), 2)];
        Tensor classes = Tensor.From<long>([1, 1, 1, 0, 1, 0]);
        Assert.Equal(0.4 * 2 / 6, ExpectedCalibrationError.Of(Tensor.From<double>(logits), classes), 1e-12);
    }

    [Fact]
    public void Two_classes_are_told_the_same_by_one_logit_as_by_two()
    {
        double[] logits = [-2, -0.5, 0.25, 1, 3];
        Tensor classes = Tensor.From<long>([0, 1, 1, 0, 1]);
        double[] both = [.. logits.SelectMany(logit => new[] { 0, logit })];
        double error = ExpectedCalibrationError.Of(Tensor.From<double>(logits), classes);
        Assert.Equal(error, ExpectedCalibrationError.Of(Tensor.Wrap(both, [5, 2]), classes), 1e-12);
    }

    [Fact]
    public void Certain_and_right_is_perfect_and_certain_and_wrong_is_worst()
    {
        Tensor logits = Tensor.From<double>([1e6, -1e6, double.PositiveInfinity]);
        Assert.Equal(0, ExpectedCalibrationError.Of(logits, Tensor.From<long>([1, 0, 1])));
        Assert.Equal(1, ExpectedCalibrationError.Of(logits, Tensor.From<long>([0, 1, 0])));
    }
}
