using Denpa.Tests.Support;

namespace Denpa.Tests.Losses;

/// <summary>The ops that are a whole loss, and those that are its derivative.</summary>
public sealed class ReducedLossOpTests
{
    private static readonly Tensor Predictions = DerivativeAssert.Between(-2, 2, 6, 3);
    private static readonly Tensor Numbers = DerivativeAssert.Between(-1, 3, 6, 3);
    private static readonly Tensor Indices = Tensor.From(2L, 0, 1, 1, 2, 0);
    private static readonly Tensor Upstream = Tensor.Scalar(0.7);

    [Fact]
    public void The_squared_error_has_its_derivatives() => DerivativeAssert.FirstAndSecond(
        t => DeclarationAssert.Holds(() => new SquaredErrorSumOp(0.3).Apply(t[0], t[1])), Predictions, Numbers);

    [Fact]
    public void The_scaled_error_has_its_derivatives() => DerivativeAssert.FirstAndSecond(
        t => DeclarationAssert.Holds(() => new ScaledErrorOp(0.3).Apply(t[0], t[1], t[2])), Upstream, Predictions, Numbers);

    [Fact]
    public void The_cross_entropy_has_its_derivatives() => DerivativeAssert.FirstAndSecond(
        t => DeclarationAssert.Holds(() => new SoftmaxCrossEntropySumOp(0.3).Apply(t[0], Indices)), Predictions);

    [Fact]
    public void The_softmax_error_has_its_derivatives() => DerivativeAssert.FirstAndSecond(
        t => DeclarationAssert.Holds(() => new SoftmaxErrorOp(0.3).Apply(t[0], t[1], Indices)), Upstream, Predictions);

    [Theory]
    [InlineData(typeof(HalfSquaredError), "squared error", "scaled error")]
    [InlineData(typeof(MeanSquaredError), "squared error", "scaled error")]
    [InlineData(typeof(SoftmaxCrossEntropy), "softmax cross-entropy sum", "softmax error")]
    public void A_loss_is_one_op_and_its_derivative_another(Type type, string forward, string backward)
    {
        Loss loss = type == typeof(HalfSquaredError) ? new HalfSquaredError()
            : type == typeof(MeanSquaredError) ? new MeanSquaredError()
            : new SoftmaxCrossEntropy();
        (Tensor predictions, Tensor targets) = (Predictions.Watch(), type == typeof(SoftmaxCrossEntropy) ? Indices : Numbers);
        Recording recording = new();
        using (Graph.Record(recording)) loss.Forward(predictions, targets).Backward();

        Assert.Equal([forward, backward], recording.Invocations.Select(invocation => invocation.Op.Name));
    }

    [Fact]
    public void Class_indices_out_of_range_are_refused_forward_and_backward()
    {
        Tensor wrong = Tensor.From(0L, 1, 2, 3, 0, 0);
        ArgumentOutOfRangeException error =
            Assert.Throws<ArgumentOutOfRangeException>(() => new SoftmaxCrossEntropySumOp(1).Apply(Predictions, wrong));
        Assert.Contains("row 3 has class index 3, but there are 3 classes, 0 to 2", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoftmaxErrorOp(1).Apply(Upstream, Predictions, wrong));
    }

    [Theory]
    [InlineData(LossReduction.Mean)]
    [InlineData(LossReduction.Sum)]
    public void Reduced_at_once_or_row_by_row_the_loss_is_the_same(LossReduction reduction)
    {
        Tensor ones = Tensor.Ones([6], DType.Float64);
        TensorAssert.Close(
            [],
            [new SoftmaxCrossEntropy(reduction).Forward(Predictions, Indices, ones).Item()],
            new SoftmaxCrossEntropy(reduction).Forward(Predictions, Indices),
            1e-14,
            0);
        TensorAssert.Close(
            [],
            [new MeanSquaredError(reduction).Forward(Predictions, Numbers, ones).Item()],
            new MeanSquaredError(reduction).Forward(Predictions, Numbers),
            1e-14,
            0);
    }
}
