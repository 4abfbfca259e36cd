using Denpa.Tests.Support;

namespace Denpa.Tests.Losses;

public sealed class SoftmaxCrossEntropyTests
{
    private static readonly Tensor Logits = Tensor.From([0.2, -1, 3, 1, 1, 0.5], [2, 3]);

    [Fact]
    public void An_index_and_its_one_hot_row_give_the_same_loss()
    {
        Tensor indices = Tensor.From(2L, 0);
        double byIndex = new SoftmaxCrossEntropy().Forward(Logits, indices).Item();
        double byRow = new SoftmaxCrossEntropy().Forward(Logits, indices.OneHot(3, DType.Float64)).Item();
        Assert.Equal(byIndex, byRow, 15);
    }

    [Fact]
    public void The_book_example_has_the_books_loss_and_gradient()
    {
        Tensor x = Tensor.From([0.6, 0.9], [1, 2]);
        Tensor weight = Tensor.From(new[,] { { 1.83160192, .4900981, -.94188042 }, { -.24946104, 2.91410946, -.00695892 } }).Watch("W");
        Tensor loss = new SoftmaxCrossEntropy().Forward(x.MatMul(weight), Tensor.From(2L));
        double[] expected = [0.06708443, 0.51711391, -0.58419835, 0.10062665, 0.77567087, -0.87629752];
        TensorAssert.Close([2, 3], expected, loss.Backward()[weight], 0, 5e-9);
    }

    [Fact]
    public void The_loss_of_equal_logits_is_the_logarithm_of_the_number_of_classes() =>
        Assert.Equal(
            Math.Log(10), new SoftmaxCrossEntropy().Forward(Tensor.Full([2, 10], 7, DType.Float64), Tensor.From(0L, 9)).Item(), 14);

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Logits_of_a_thousand_stay_finite(DType dtype)
    {
        Tensor logits = Tensor.From([1000.0, -1000, 0], [1, 3]).To(dtype).Watch("logits");
        Tensor loss = new SoftmaxCrossEntropy().Forward(logits, Tensor.From(1L));
        Assert.Equal(2000, loss.Item());
        TensorAssert.Close([1, 3], [1, -1, 0], loss.Backward()[logits], 0, 0);
    }

    [Fact]
    public void A_class_of_probability_zero_may_have_a_logit_of_minus_infinity()
    {
        Tensor logits = Tensor.From([0.0, 0, double.NegativeInfinity], [1, 3]);
        Assert.Equal(Math.Log(2), new SoftmaxCrossEntropy().Forward(logits, Tensor.From([0.5, 0.5, 0], [1, 3])).Item(), 15);
    }

    [Fact]
    public void Leading_axes_are_rows_too()
    {
        Tensor indices = Tensor.From([2L, 0], [1, 2]);
        SoftmaxCrossEntropy loss = new(LossReduction.None);
        Tensor losses = loss.Forward(Logits.Reshape(1, 2, 3), indices);
        Assert.Equal([1, 2], losses.Shape);
        Assert.Equal(loss.Forward(Logits, indices.Reshape(2)).ToArray<double>(), losses.ToArray<double>());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void A_class_that_is_none_is_refused_with_its_row(long index)
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(
            () => new SoftmaxCrossEntropy().Forward(Logits, Tensor.From(0L, index)));
        Assert.StartsWith(
            $"softmax cross-entropy: row 1 has class index {index}, but there are 3 classes, 0 to 2",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Indices_of_another_count_than_the_rows_are_refused()
    {
        ShapeException refusal = Assert.Throws<ShapeException>(() => new SoftmaxCrossEntropy().Forward(Logits, Tensor.From(0L, 1, 2)));
        Assert.Equal(
            "softmax cross-entropy: logits [2, 3] have their classes on the last axis, so class indices are [2], but these are [3]",
            refusal.Message);
    }

    [Fact]
    public void Targets_that_are_neither_indices_nor_probabilities_are_refused()
    {
        ShapeException refusal = Assert.Throws<ShapeException>(() => new SoftmaxCrossEntropy().Forward(Logits, Tensor.From(0.0, 1)));
        Assert.Equal(
            "softmax cross-entropy: predictions are float64 [2, 3]; targets are class indices, int64 [2], or probabilities, " +
            "float64 [2, 3], but these are float64 [2]",
            refusal.Message);
    }

    [Fact]
    public void Class_weights_of_another_count_than_the_classes_are_refused()
    {
        SoftmaxCrossEntropy loss = new(classWeights: [1, 2]);
        ShapeException refusal = Assert.Throws<ShapeException>(() => loss.Forward(Logits, Tensor.From(0L, 1)));
        Assert.Equal(
            "softmax cross-entropy: predictions [2, 3] have 3 classes on the last axis, but there are 2 class weights", refusal.Message);
    }

    [Fact]
    public void A_class_weight_is_not_negative() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoftmaxCrossEntropy(classWeights: [1, -1]));

    [Fact]
    public void Sample_weights_and_class_weights_both_count_in_the_mean()
    {
        Tensor indices = Tensor.From(2L, 0);
        double[] plain = new SoftmaxCrossEntropy(LossReduction.None).Forward(Logits, indices).ToArray<double>();
        double mean = new SoftmaxCrossEntropy(classWeights: [2, 3, 5]).Forward(Logits, indices, Tensor.From(0.5, 7)).Item();
        Assert.Equal(((5 * 0.5 * plain[0]) + (2 * 7 * plain[1])) / ((5 * 0.5) + (2 * 7)), mean, 14);
    }

    [Fact]
    public void No_rows_have_no_losses()
    {
        Assert.Equal([0], new SoftmaxCrossEntropy(LossReduction.None).Forward(Tensor.Zeros([0, 3]), Tensor.From<long>()).Shape);
        Assert.Equal(0, new SoftmaxCrossEntropy(LossReduction.Sum).Forward(Tensor.Zeros([0, 3]), Tensor.Zeros([0, 3])).Item());
    }

    [Fact]
    public void The_softmax_and_the_loss_are_one_op()
    {
        Recording recording = new();
        using (Graph.Record(recording)) new SoftmaxCrossEntropy(LossReduction.None).Forward(Logits, Tensor.From(0L, 1));
        Assert.Equal(["softmax cross-entropy by index"], recording.Invocations.Select(invocation => invocation.Op.Name));
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void An_infinite_logit_costs_nothing_if_it_is_right_and_everything_if_not(DType dtype)
    {
        const double Infinity = double.PositiveInfinity;
        Tensor logits = Tensor.From([1, Infinity, 1, Infinity, -Infinity, 1, 1, -Infinity], [4, 2]).To(dtype).Watch("logits");
        Tensor targets = Tensor.From(1L, 0, 0, 1);
        foreach (Tensor given in (Tensor[])[targets, targets.OneHot(2, dtype)])
        {
            Tensor losses = new SoftmaxCrossEntropy(LossReduction.None).Forward(logits, given);
            TensorAssert.Holds(losses, 0, Infinity, Infinity, Infinity);
            Tensor gradient = losses.Backward(Tensor.Ones([4], dtype))[logits];
            TensorAssert.Holds(gradient.Reshape(8), 0, 0, -1, 1, -1, 1, 1, -1);
        }
    }

    [Theory]
    [InlineData(LossReduction.Mean)]
    [InlineData(LossReduction.Sum)]
    [InlineData(LossReduction.None)]
    public void A_row_whose_class_counts_for_nothing_adds_nothing_even_where_it_is_no_number(LossReduction reduction)
    {
        Tensor logits = Tensor.From([double.NaN, 1, 0.5, -1], [2, 2]).Watch("logits");
        Tensor loss = new SoftmaxCrossEntropy(reduction, classWeights: [0, 2]).Forward(logits, Tensor.From(0L, 1));
        Tensor alone = Tensor.From([0.5, -1], [1, 2]).Watch("logits");
        Tensor lossAlone = new SoftmaxCrossEntropy(reduction, classWeights: [0, 2]).Forward(alone, Tensor.From(1L));
        Assert.Equal(lossAlone.Sum().Item(), loss.Sum().Item(), 15);
        Tensor first = loss.Sum().Backward(createGraph: true)[logits];
        TensorAssert.Close(lossAlone.Sum().Backward()[alone], first.Rows(1..));
        TensorAssert.Holds(first.Reshape(4).Rows(..2), 0, 0);
        TensorAssert.Holds((first * first).Sum().Backward()[logits].Reshape(4).Rows(..2), 0, 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void The_mean_over_classes_that_all_count_for_nothing_is_none_and_its_gradient_is_zero(double labelSmoothing)
    {
        Tensor logits = Tensor.From([0.3, 1, 0.5, -1], [2, 2]).Watch("logits");
        Tensor loss = new SoftmaxCrossEntropy(labelSmoothing: labelSmoothing, classWeights: [0, 2]).Forward(logits, Tensor.From(0L, 0));
        Assert.Equal(double.NaN, loss.Item());
        TensorAssert.Holds(loss.Backward()[logits].Reshape(4), 0, 0, 0, 0);
    }

    [Fact]
    public void Its_derivatives_with_counted_classes_agree_with_differences() => DerivativeAssert.FirstAndSecond(
        x => new SoftmaxCrossEntropy(labelSmoothing: 0.1, classWeights: [0.5, 2, 1]).Forward(x[0], Tensor.From(0L, 2)),
        DerivativeAssert.Between(-2, 2, 2, 3));

    [Fact]
    public void Its_derivatives_by_probabilities_agree_with_differences() => DerivativeAssert.FirstAndSecond(
        x => new SoftmaxCrossEntropy().Forward(x[0], x[1]), DerivativeAssert.Between(-2, 2, 2, 3), DerivativeAssert.Between(0.1, 1, 2, 3));
}
