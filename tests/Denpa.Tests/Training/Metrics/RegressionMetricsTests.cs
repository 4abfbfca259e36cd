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
