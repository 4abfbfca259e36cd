namespace Denpa.Tables.Tests;

public sealed class ClassBalanceTests
{
    [Fact]
    public void A_row_of_a_rare_class_counts_for_more() => Assert.Equal([2.0 / 3, 2], ClassBalance.Of([0, 1, 0, 0], classes: 2));

    [Fact]
    public void All_classes_count_the_same_and_the_mean_is_one()
    {
        long[] labels = [2, 0, 1, 2, 2, 1, 2, 2];
        double[] weights = ClassBalance.Of(labels, classes: 3);

        Assert.All(labels.CountBy(label => label), count => Assert.Equal(8.0 / 3, count.Value * weights[count.Key], 1e-15));
        Assert.Equal(1, labels.Average(label => weights[label]), 1e-15);
    }

    [Fact]
    public void A_class_without_rows_has_a_finite_weight() => Assert.Equal([1, 2, 1], ClassBalance.Of([0, 0, 2, 2], classes: 3));
}
