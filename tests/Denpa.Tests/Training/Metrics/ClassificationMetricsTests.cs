namespace Denpa.Tests.Training.Metrics;

/// <summary>Values by scikit-learn 1.2.1 on the same labels, unless a fact says otherwise.</summary>
public sealed class ClassificationMetricsTests
{
    private static readonly Tensor True = Tensor.From<long>(0, 1, 2, 2, 1, 0, 2, 1, 0, 2);
    private static readonly Tensor Predicted = Tensor.From<long>(0, 2, 2, 2, 1, 0, 1, 1, 2, 2);

    [Fact]
    public void The_confusion_matrix_counts_predictions_by_true_class()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Of(Predicted, True);
        Assert.Equal(3, matrix.Classes);
        Assert.Equal(10, matrix.Total);
        long[][] expected = [[2, 0, 1], [0, 2, 1], [0, 1, 3]];
        for (int actual = 0; actual < 3; actual++)
        {
            for (int predicted = 0; predicted < 3; predicted++) Assert.Equal(expected[actual][predicted], matrix[actual, predicted]);
        }
    }

    [Fact]
    public void Accuracy_is_the_share_of_hits() => Assert.Equal(0.7, Accuracy.Of(Predicted, True), 15);

    [Fact]
    public void Precision_recall_and_F1_agree_with_the_reference()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Of(Predicted, True);
        AssertEqual([1, 2.0 / 3, 0.6], Precision.PerClass(matrix));
        AssertEqual([2.0 / 3, 2.0 / 3, 0.75], Recall.PerClass(matrix));
        AssertEqual([0.8, 2.0 / 3, 2.0 / 3], F1.PerClass(matrix));
        Assert.Equal(0.7555555555555555, Precision.Of(Predicted, True), 15);
        Assert.Equal(0.6944444444444443, Recall.Of(Predicted, True), 15);
        Assert.Equal(0.7111111111111111, F1.Of(Predicted, True), 15);
    }

    [Fact]
    public void A_class_without_predictions_or_without_rows_scores_0_and_one_without_both_is_left_out_of_the_mean()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Of(Tensor.From<long>(0, 1, 1, 1, 4), Tensor.From<long>(0, 0, 1, 1, 3));
        AssertEqual([1, 2.0 / 3, 0, 0, 0], Precision.PerClass(matrix));
        AssertEqual([0.5, 1, 0, 0, 0], Recall.PerClass(matrix));
        Assert.Equal(0.41666666666666663, Precision.Of(matrix), 15);
        Assert.Equal(0.375, Recall.Of(matrix), 15);
        Assert.Equal(0.3666666666666667, F1.Of(matrix), 15);
    }

    [Fact]
    public void Log_loss_of_logits_agrees_with_that_of_their_softmax()
    {
        Tensor logits = Tensor.From(new double[,] { { 2, -1, 0.5 }, { 0.1, 0.2, -0.3 }, { -2, 3, 1 }, { 1.5, 1, 4 } });
        Assert.Equal(0.47971428607683986, LogLoss.Of(logits, Tensor.From<long>(0, 2, 1, 2)), 14);
    }

    [Fact]
    public void Log_loss_of_one_column_is_that_of_a_sigmoid()
    {
        Tensor logits = Tensor.From([-1.5, 0.3, 2, -0.2], [4, 1]);
        Assert.Equal(0.42020885071896086, LogLoss.Of(logits, Tensor.From([0.0, 1, 1, 1], [4, 1])), 14);
    }

    [Fact]
    public void Log_loss_stays_exact_where_probabilities_would_be_0_or_1()
    {
        Tensor logits = Tensor.From(new double[,] { { 1000, -1000 }, { -1000, 1000 } });
        Assert.Equal(1000, LogLoss.Of(logits, Tensor.From<long>(0, 0)));
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Log_loss_of_infinite_logits_is_that_of_the_loss_function(DType dtype)
    {
        const double Infinity = double.PositiveInfinity;
        Tensor[] rows =
        [
            Tensor.From([Infinity, 1, 2], [1, 3]),
            Tensor.From([Infinity, Infinity, 2], [1, 3]),
            Tensor.From([Infinity, -Infinity, Infinity], [1, 3]),
            Tensor.From([0, -Infinity, 0], [1, 3]),
            Tensor.From([-Infinity, -Infinity, -Infinity], [1, 3]),
            Tensor.From([double.NaN, Infinity, 0], [1, 3]),
        ];
        double[][] expected =
        [
            [0, Infinity, Infinity],
            [Math.Log(2), Math.Log(2), Infinity],
            [Math.Log(2), Infinity, Math.Log(2)],
            [Math.Log(2), Infinity, Math.Log(2)],
            [double.NaN, double.NaN, double.NaN],
            [double.NaN, double.NaN, double.NaN],
        ];
        foreach ((Tensor row, double[] losses) in rows.Zip(expected))
        {
            for (long target = 0; target < 3; target++)
            {
                Assert.Equal(losses[target], LogLoss.Of(row.To(dtype), Tensor.From(target)));
                Assert.Equal(losses[target], new SoftmaxCrossEntropy().Forward(row.To(dtype), Tensor.From(target)).Item(), 1e-7);
            }
        }

        foreach (int[] shape in (int[][])[[1], [1, 1]])
        {
            Assert.Equal(0, LogLoss.Of(Tensor.From([Infinity], shape).To(dtype), Tensor.From(1L)));
            Assert.Equal(Infinity, LogLoss.Of(Tensor.From([Infinity], shape).To(dtype), Tensor.From(0L)));
            Assert.Equal(Infinity, LogLoss.Of(Tensor.From([-Infinity], shape).To(dtype), Tensor.From(1L)));
            Assert.Equal(0, LogLoss.Of(Tensor.From([-Infinity], shape).To(dtype), Tensor.From(0L)));
        }
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    [InlineData(DType.Int64)]
    [InlineData(DType.Bool)]
    [InlineData(DType.UInt8)]
    public void Rows_without_columns_have_no_class(DType dtype)
    {
        Tensor nothing = Tensor.Zeros([3, 0], dtype);
        Tensor classes = Tensor.From<long>(0, 0, 0);
        Assert.Throws<ShapeException>(() => Accuracy.Of(nothing, classes));
        Assert.Throws<ShapeException>(() => Accuracy.Of(classes, nothing));
        Assert.Throws<ShapeException>(() => LogLoss.Of(nothing, classes));
        Assert.Throws<ShapeException>(() => TopKAccuracy.Of(nothing, classes, 1));
        Assert.Throws<ShapeException>(() => ConfusionMatrix.Of(nothing, classes));
        Assert.Throws<ShapeException>(() => new Predictor(new FunctionLayer(_ => nothing)).PredictClasses(Tensor.Ones([3, 1])));
    }

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.75)]
    [InlineData(3, 1)]
    public void Top_k_accuracy_grows_with_k(int k, double expected)
    {
        Tensor scores = Tensor.From(new double[,] { { 0.5, 0.2, 0.2 }, { 0.3, 0.4, 0.2 }, { 0.2, 0.4, 0.3 }, { 0.7, 0.2, 0.1 } });
        Assert.Equal(expected, TopKAccuracy.Of(scores, Tensor.From<long>(0, 1, 2, 2), k));
    }

    [Fact]
    public void Of_equal_scores_the_first_column_is_the_guess()
    {
        Tensor scores = Tensor.From(new float[,] { { 1, 1 }, { 1, 1 } });
        Tensor targets = Tensor.From<long>(0, 1);
        Assert.Equal(0.5, Accuracy.Of(scores, targets));
        Assert.Equal(0.5, TopKAccuracy.Of(scores, targets, 1));
    }

    [Fact]
    public void A_score_that_is_NaN_hits_nothing() =>
        Assert.Equal(0, TopKAccuracy.Of(Tensor.From([float.NaN, 1], [1, 2]), Tensor.From<long>(0), 2));

    [Theory]
    [InlineData(double.NaN, 1, 0)]
    [InlineData(double.NaN, 1, 1)]
    [InlineData(1, double.NaN, 0)]
    [InlineData(1, double.NaN, 1)]
    [InlineData(double.NaN, double.NaN, 0)]
    public void A_row_that_holds_NaN_is_a_miss_whatever_its_other_scores(double first, double second, long target)
    {
        foreach (DType dtype in (ReadOnlySpan<DType>)[DType.Float32, DType.Float64])
        {
            Tensor scores = Tensor.From([first, second, 0, 9], [2, 2]).To(dtype);
            Tensor targets = Tensor.From([target, 1]);
            Assert.Equal(0.5, Accuracy.Of(scores, targets));
            Assert.Equal(0.5, TopKAccuracy.Of(scores, targets, 2));
            Assert.Equal(double.NaN, LogLoss.Of(scores, targets));

            ConfusionMatrix matrix = ConfusionMatrix.Of(scores, targets);
            Assert.Equal((2, 1), (matrix.Total, matrix.Cells.Sum(cell => cell.Count)));
            Assert.Equal(target == 1 ? 2 : 1, matrix.Actual((int)target));
            Assert.Equal((0, 1), (matrix.Predicted(0), matrix.Predicted(1)));
            double recall = target == 1 ? 0.5 : (0 + 1) / 2.0;
            Assert.Equal(recall, Recall.Of(matrix));
            Assert.Equal(target == 1 ? 2.0 / 3 : 0.5, F1.Of(matrix), 15);
        }
    }

    [Fact]
    public void A_logit_that_is_NaN_is_a_miss_for_either_class()
    {
        foreach (Tensor logits in (ReadOnlySpan<Tensor>)[Tensor.From(double.NaN, double.NaN), Tensor.From([float.NaN, float.NaN], [2, 1])])
        {
            Assert.Equal(0, Accuracy.Of(logits, Tensor.From<long>(0, 1)));
            Assert.Equal(0, F1.Of(logits, Tensor.From<long>(0, 1)));
            Assert.Equal(double.NaN, LogLoss.Of(logits, Tensor.From<long>(0, 1)));
        }
    }

    [Fact]
    public void A_target_that_is_NaN_is_no_class()
    {
        Tensor targets = Tensor.From(double.NaN, 1);
        Assert.Equal(0.5, Accuracy.Of(Tensor.From(-1.0, 1), targets));
        Assert.Equal(0.5, Accuracy.Of(Tensor.From(double.NaN, 1), targets));
        Assert.Equal(0.5, TopKAccuracy.Of(Tensor.Ones([2, 2]), targets, 2));
        Assert.Equal(double.NaN, LogLoss.Of(Tensor.Ones([2, 2]), targets));
        Assert.Contains(
            "targets hold NaN in row 0",
            Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionMatrix.Of(Tensor.From(-1.0, 1), targets)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_confusion_matrix_of_a_million_classes_holds_what_occurred()
    {
        const int many = 2_000_000_000;
        ConfusionMatrix matrix = ConfusionMatrix.Of(Tensor.From<long>(7, many, 7, 9, 9), Tensor.From<long>(7, 7, 8, 7, 7), many + 1);
        Assert.Equal([new(7, 7, 1), new(7, 9, 2), new(7, many, 1), new(8, 7, 1)], matrix.Cells);
        Assert.Equal([new(7, 9, 2), new(7, many, 1)], matrix.WorstConfusions(2));
        Assert.Equal((5, 0), (matrix.Total, matrix[many, 7]));

        // Only class 7 has a hit: 2 · 1 of 2 predicted and 4 true ones, among four classes that occurred.
        Assert.Equal(1.0 / 12, F1.Of(matrix), 15);
    }

    [Fact]
    public void A_cell_beyond_the_classes_is_refused()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Of(Predicted, True);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[3, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[0, -1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Actual(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.WorstConfusions(-1));
    }

    [Fact]
    public void Classes_may_be_scores_logits_indices_flags_or_probabilities()
    {
        Tensor targets = Tensor.From<long>(1, 0);
        Assert.Equal(1, Accuracy.Of(Tensor.From(new float[,] { { 0, 1 }, { 3, 2 } }), targets));
        Assert.Equal(1, Accuracy.Of(Tensor.From(new float[,] { { 0.1f }, { 0 } }), targets));
        Assert.Equal(1, Accuracy.Of(Tensor.From(0.1, -0.1), Tensor.From(1.0, 0.0)));
        Assert.Equal(1, Accuracy.Of(targets, Tensor.From(true, false)));
        Assert.Equal(1, Accuracy.Of(targets, Tensor.From(new float[,] { { 0.2f, 0.8f }, { 0.6f, 0.4f } })));
    }

    [Fact]
    public void Rows_that_do_not_belong_together_are_refused()
    {
        Assert.Throws<ShapeException>(() => Accuracy.Of(Tensor.Ones([2, 3]), Tensor.From<long>(0)));
        Assert.Throws<ShapeException>(() => Accuracy.Of(Tensor.Ones([0, 3]), Tensor.Zeros([0], DType.Int64)));
        Assert.Throws<ShapeException>(() => Accuracy.Of(Tensor.Ones([2, 3, 1]), Tensor.From<long>(0, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionMatrix.Of(Tensor.From<long>(0, -1), Tensor.From<long>(0, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionMatrix.Of(Tensor.Ones([2, 3]), Tensor.From<long>(0, 5), classes: 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogLoss.Of(Tensor.Ones([1, 3]), Tensor.From<long>(3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TopKAccuracy.Of(Tensor.Ones([1, 3]), Tensor.From<long>(-1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TopKAccuracy.Of(Tensor.Ones([1, 3]), Tensor.From<long>(0), 0));
    }

    private static void AssertEqual(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 14));
    }
}
