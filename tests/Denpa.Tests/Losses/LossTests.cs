using Denpa.Tests.Support;

namespace Denpa.Tests.Losses;

/// <summary>What all losses share: reduction, weights, and the refusal of what does not fit.</summary>
public sealed class LossTests
{
    private static readonly Tensor Predictions = Tensor.From([1.0, 2, 3, 5], [2, 2]);
    private static readonly Tensor Targets = Tensor.From([0.0, 0, 0, 1], [2, 2]);

    [Fact]
    public void Half_the_squared_error_of_3_is_4_and_a_half() =>
        Assert.Equal(4.5, new HalfSquaredError().Forward(Tensor.From(5.0), Tensor.From(2.0)).Item());

    [Fact]
    public void The_derivative_of_half_the_squared_error_is_the_error()
    {
        Tensor prediction = Tensor.From(5.0).Watch();
        Assert.Equal(3, new HalfSquaredError().Forward(prediction, Tensor.From(2.0)).Backward()[prediction].Item());
    }

    [Fact]
    public void The_mean_is_over_all_elements_and_the_sum_adds_them()
    {
        Assert.Equal((1 + 4 + 9 + 16) / 4.0, new MeanSquaredError().Forward(Predictions, Targets).Item());
        Assert.Equal(1 + 4 + 9 + 16, new MeanSquaredError(LossReduction.Sum).Forward(Predictions, Targets).Item());
        TensorAssert.Close([2, 2], [1, 4, 9, 16], new MeanSquaredError(LossReduction.None).Forward(Predictions, Targets), 0, 0);
    }

    [Fact]
    public void The_weighted_mean_divides_by_the_weights_of_all_elements() =>
        Assert.Equal(((1 + 4) + (3 * (9 + 16))) / 8.0, new MeanSquaredError().Forward(Predictions, Targets, Tensor.From(1.0, 3)).Item());

    [Fact]
    public void Equal_weights_change_nothing_of_the_mean() => Assert.Equal(
        new MeanSquaredError().Forward(Predictions, Targets).Item(),
        new MeanSquaredError().Forward(Predictions, Targets, Tensor.Full([2, 2], 0.5, DType.Float64)).Item());

    [Fact]
    public void The_mean_of_no_elements_is_not_a_number() =>
        Assert.Equal(double.NaN, new MeanSquaredError().Forward(Tensor.Zeros([0, 2]), Tensor.Zeros([0, 2])).Item());

    [Fact]
    public void A_raw_error_that_is_zero_in_the_sum_is_none_when_squared()
    {
        (Tensor predictions, Tensor targets) = (Tensor.From(3.0, 1), Tensor.From(2.0, 2));
        Assert.Equal(0, (predictions - targets).Sum().Item());
        Assert.Equal(1, new MeanSquaredError().Forward(predictions, targets).Item());
    }

    [Fact]
    public void A_loss_does_not_broadcast()
    {
        ShapeException refusal = Assert.Throws<ShapeException>(() =>
            new MeanSquaredError().Forward(Tensor.Zeros([4, 1]), Tensor.Zeros([4])));
        Assert.Equal(
            "squared error: predictions [4, 1] and targets [4] differ, and a loss does not broadcast; reshape the targets",
            refusal.Message);
    }

    [Fact]
    public void Targets_of_another_element_type_are_refused()
    {
        Tensor targets = Tensor.Zeros([4], DType.Float64);
        DTypeException refusal = Assert.Throws<DTypeException>(() => new MeanSquaredError().Forward(Tensor.Zeros([4]), targets));
        Assert.Equal(
            "squared error: predictions are float32, targets are float64; convert the targets with .To(DType.Float32)", refusal.Message);
    }

    [Fact]
    public void Weights_of_another_size_are_refused()
    {
        ShapeException refusal = Assert.Throws<ShapeException>(
            () => new MeanSquaredError().Forward(Predictions, Targets, Tensor.From(1.0, 2, 3)));
        Assert.Equal(
            "squared error: weights [3] do not fit losses [2, 2]: give one for each sample, or one for each loss", refusal.Message);
    }

    [Fact]
    public void Weights_of_another_element_type_are_refused() => Assert.Contains(
        "weights are float32, predictions are float64",
        Assert.Throws<DTypeException>(() => new MeanSquaredError().Forward(Predictions, Targets, Tensor.Ones([2]))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Hubers_bend_is_above_zero(double delta) => Assert.Throws<ArgumentOutOfRangeException>(() => new Huber(delta));

    [Fact]
    public void Hubers_loss_is_half_the_square_near_and_a_line_far_away()
    {
        Tensor loss = new Huber(1, LossReduction.None).Forward(Tensor.From(0.5, 1, -3), Tensor.From(0.0, 0, 0));
        TensorAssert.Holds(loss, 0.125, 0.5, 2.5);
    }

    public static TheoryData<Loss> Losses => [
        new MeanSquaredError(), new HalfSquaredError(), new AbsoluteError(), new Huber(), new BinaryCrossEntropy(),
            new SoftmaxCrossEntropy(),
        new SoftmaxCrossEntropy(labelSmoothing: 0.1), new SoftmaxCrossEntropy(classWeights: [1, 1, 1]), new NegativeLogLikelihood(),
        new NegativeLogLikelihood(LossReduction.None, [1, 1, 1]), new AbsoluteError(LossReduction.Sum),
    ];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Predictions_that_are_no_floating_point_numbers_are_refused_in_the_losses_name(Loss loss)
    {
        foreach (DType dtype in (DType[])[DType.Int64, DType.UInt8, DType.Bool])
        {
            Tensor predictions = Tensor.Ones([2, 3], dtype);
            foreach (Tensor targets in (Tensor[])[predictions, Tensor.From(0L, 1)])
            {
                DTypeException error = Assert.Throws<DTypeException>(() => loss.Forward(predictions, targets));
                Assert.Equal($"{loss.Name}: needs float32 or float64, got {dtype.Name}; convert with .To(DType.Float32)", error.Message);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Targets_that_do_not_fit_are_refused_in_the_losses_name(Loss loss)
    {
        Tensor predictions = Tensor.Ones([2, 3]);
        Tensor[] misfits =
            [Tensor.From(0L, 3), Tensor.From(0L, -1), Tensor.From(0L, 1, 2), Tensor.Ones([2]), Tensor.Ones([2, 3], DType.Bool)];
        foreach (Tensor targets in misfits)
        {
            Exception error = Assert.ThrowsAny<Exception>(() => loss.Forward(predictions, targets));
            Assert.StartsWith($"{loss.Name}: ", error.Message, StringComparison.Ordinal);
        }

        Assert.StartsWith(
            $"{loss.Name}: ",
            Assert.ThrowsAny<DenpaException>(() => loss.Forward(Tensor.Scalar(1), Tensor.Scalar(0, DType.Int64))).Message,
            StringComparison.Ordinal);
    }
}
