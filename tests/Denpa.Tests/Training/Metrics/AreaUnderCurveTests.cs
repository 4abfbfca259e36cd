namespace Denpa.Tests;

public sealed class AreaUnderCurveTests
{
    [Fact]
    public void It_is_what_scikit_learns_documentation_says_of_four_rows() =>
        Assert.Equal(0.75, AreaUnderCurve.Of(Tensor.From<double>([0.1, 0.4, 0.35, 0.8]), Tensor.From<long>([0, 0, 1, 1])), 1e-15);

    [Fact]
    public void It_is_the_share_of_pairs_in_the_right_order_and_ties_count_half()
    {
        // Pairs of a row of class 1 and one of class 0: 2 over 1, 2 over 2, 2 over 3; 3 over 1, 3 over 2, 3 over 3.
        Tensor scores = Tensor.From<double>([1, 2, 3, 2, 3]);
        Tensor classes = Tensor.From<long>([0, 0, 0, 1, 1]);
        Assert.Equal((1 + 0.5 + 0 + 1 + 1 + 0.5) / 6, AreaUnderCurve.Of(scores, classes), 1e-15);
    }

    [Fact]
    public void One_score_for_all_rows_is_no_better_than_chance_whatever_the_classes_shares() =>
        Assert.Equal(0.5, AreaUnderCurve.Of(Tensor.From<double>([7, 7, 7, 7]), Tensor.From<long>([0, 1, 0, 0])));

    [Fact]
    public void Any_rising_function_of_the_scores_has_the_same_area()
    {
        Generator generator = new(3);
        double[] logits = [.. Enumerable.Range(0, 50).Select(_ => generator.NextNormal())];
        Tensor classes = Tensor.From<long>([.. logits.Select(logit => logit + generator.NextNormal() > 0 ? 1L : 0)]);
        double area = AreaUnderCurve.Of(Tensor.From<double>(logits), classes);
        Assert.Equal(area, AreaUnderCurve.Of(Tensor.From<double>([.. logits.Select(Math.Exp)]), classes), 1e-15);
        double[] both = [.. logits.SelectMany(logit => new[] { -logit / 2, logit / 2 })];
        Assert.Equal(area, AreaUnderCurve.Of(Tensor.Wrap(both, [50, 2]), classes), 1e-15);
        Assert.Equal(1 - area, AreaUnderCurve.Of(Tensor.From<double>([.. logits.Select(logit => -logit)]), classes), 1e-15);
    }

    [Fact]
    public void Of_one_class_there_is_none() =>
        Assert.Equal(double.NaN, AreaUnderCurve.Of(Tensor.From<double>([1, 2]), Tensor.From<long>([1, 1])));

    [Fact]
    public void More_than_two_classes_are_refused() =>
        Assert.Throws<ShapeException>(() => AreaUnderCurve.Of(Tensor.Ones([2, 3]), Tensor.From<long>([0, 1])));
}
