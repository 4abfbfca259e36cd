using Denpa.Tests.Support;

namespace Denpa.Tests.Losses;

public sealed class NegativeLogLikelihoodTests
{
    private static readonly Tensor Logits = Tensor.From([0.2, -1, 3, 1, 1, 0.5], [2, 3]);

    [Fact]
    public void After_a_log_softmax_it_is_the_cross_entropy()
    {
        Tensor indices = Tensor.From(2L, 0);
        double twoSteps = new NegativeLogLikelihood(classWeights: [1, 2, 3]).Forward(Logits.LogSoftmax(), indices).Item();
        Assert.Equal(new SoftmaxCrossEntropy(classWeights: [1, 2, 3]).Forward(Logits, indices).Item(), twoSteps, 14);
    }

    [Fact]
    public void A_class_that_is_none_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new NegativeLogLikelihood().Forward(Logits, Tensor.From(0L, 3)));

    [Fact]
    public void A_row_whose_class_counts_for_nothing_adds_nothing_even_where_it_is_no_number()
    {
        Tensor logs = Tensor.From([double.NaN, double.NegativeInfinity, -0.5, -1], [2, 2]).Watch("logs");
        Tensor loss = new NegativeLogLikelihood(classWeights: [0, 2]).Forward(logs, Tensor.From(0L, 1));
        Assert.Equal(1, loss.Item());
        TensorAssert.Holds(loss.Backward()[logs].Reshape(4), 0, 0, 0, -1);
    }
}
