namespace Denpa.Tests.Training.Metrics;

/// <summary>Values by scikit-learn 1.2.1 on the same numbers.</summary>
public sealed class RegressionMetricsTests
{
    private static readonly Tensor True = Tensor.From(3, -0.5, 2, 7);
    private static readonly Tensor Predicted = Tensor.From([2.5, 0, 2, 8], [4, 1]);
    private static readonly Tensor TrueColumns = Tensor.From(new double[,] { { 0.5, 1 }, { -1, 1 }, { 7, -6 } });
    private static readonly Tensor PredictedColumns = Tensor.From(new double[,] { { 0, 2 }, { -1, 2 }, { 8, -5 } });

    [Fact]
    public void The_root_mean_squared_error_agrees_with_the_reference()
    {
        Assert.Equal(0.6123724356957945, RootMeanSquaredError.Of(Predicted, True), 15);
        Assert.Equal(0.8416254115301732, RootMeanSquaredError.Of(PredictedColumns, TrueColumns), 15);
    }

    [Fact]
    public void The_mean_absolute_error_agrees_with_the_reference()
    {
        Assert.Equal(0.5, MeanAbsoluteError.Of(Predicted, True), 15);
        Assert.Equal(0.75, MeanAbsoluteError.Of(PredictedColumns, TrueColumns), 15);
    }

    [Fact]
    public void R_squared_agrees_with_the_reference()
    {
        Assert.Equal(0.9486081370449679, RSquared.Of(Predicted, True), 15);
        Assert.Equal(0.9368005266622779, RSquared.Of(PredictedColumns, TrueColumns), 15);
    }

    [Fact]
    public void R_squared_of_constant_targets_is_1_when_all_are_hit_and_else_0()
    {
        Tensor constant = Tensor.Ones([3]);
        Assert.Equal(1, RSquared.Of(constant, constant));
        Assert.Equal(0, RSquared.Of(Tensor.From(1f, 1, 2), constant));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-1234.567)]
    [InlineData(1e300)]
    public void Constant_targets_are_known_by_being_equal_not_by_their_rounded_mean(double target)
    {
        Tensor constant = Tensor.Full([3], target, DType.Float64);
        Assert.Equal(0, RSquared.Of(Tensor.From(target, target, target / 2), constant));
        Assert.Equal(1, RSquared.Of(constant, constant));
        Assert.Equal(0, RSquared.Of(Tensor.Full([7, 2], 0f), Tensor.Full([7, 2], 0.1f)));
    }

    [Fact]
    public void R_squared_of_targets_that_differ_little_about_a_large_number_is_exact()
    {
        Tensor targets = Tensor.From(1e15, 1e15 + 1, 1e15 + 2, 1e15 + 3);
        Tensor predictions = Tensor.From(1e15, 1e15 + 1, 1e15 + 2, 1e15 + 4);
        Assert.Equal(0.8, RSquared.Of(predictions, targets), 15);
    }

    [Fact]
    public void A_number_that_is_NaN_makes_the_measure_NaN()
    {
        Tensor holed = Tensor.From(1, double.NaN, 3);
        foreach (Tensor other in (ReadOnlySpan<Tensor>)[Tensor.From(1.0, 2, 3), Tensor.From(5.0, 5, 5)])
        {
            foreach ((Tensor predictions, Tensor targets) in (ReadOnlySpan<(Tensor, Tensor)>)[(holed, other), (other, holed)])
            {
                Assert.Equal(double.NaN, RootMeanSquaredError.Of(predictions, targets));
                Assert.Equal(double.NaN, MeanAbsoluteError.Of(predictions, targets));
                Assert.Equal(double.NaN, RSquared.Of(predictions, targets));
            }
        }
    }

    [Fact]
    public void Numbers_that_do_not_belong_together_are_refused()
    {
        Assert.Equal(
            "mean absolute error: predictions [3] and targets [2] do not have the same rows and columns, at least one",
            Assert.Throws<ShapeException>(() => MeanAbsoluteError.Of(Tensor.Ones([3]), Tensor.Ones([2]))).Message);
        Assert.Throws<ShapeException>(() => RSquared.Of(Tensor.Ones([2, 3]), Tensor.Ones([3, 2])));
        Assert.Throws<ShapeException>(() => RootMeanSquaredError.Of(Tensor.Ones([0]), Tensor.Ones([0])));
        Assert.Throws<ShapeException>(() => RootMeanSquaredError.Of(Tensor.Ones([]), Tensor.Ones([])));
    }
}
