using Denpa.Tests.Support;

namespace Denpa.Tests.Losses;

public sealed class BinaryCrossEntropyTests
{
    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Logits_of_a_thousand_stay_finite(DType dtype)
    {
        Tensor logits = Tensor.From(1000.0, 1000, -1000, -1000).To(dtype).Watch("logits");
        Tensor losses = new BinaryCrossEntropy(LossReduction.None).Forward(logits, Tensor.From(1.0, 0, 1, 0).To(dtype));
        TensorAssert.Holds(losses, 0, 1000, 1000, 0);
        TensorAssert.Holds(losses.Backward(Tensor.Ones([4], dtype))[logits], 0, 1, -1, 0);
    }

    [Fact]
    public void A_nearly_perfect_prediction_keeps_the_digits_of_its_loss()
    {
        double loss = new BinaryCrossEntropy().Forward(Tensor.From(40.0), Tensor.From(1.0)).Item();
        Assert.Equal(1, loss / Math.Exp(-40), 12);
    }

    [Fact]
    public void At_a_logit_of_zero_the_loss_is_the_logarithm_of_two() =>
        Assert.Equal(Math.Log(2), new BinaryCrossEntropy().Forward(Tensor.From(0.0), Tensor.From(1.0)).Item(), 15);

    [Fact]
    public void It_is_the_cross_entropy_of_two_classes_with_one_logit_at_zero()
    {
        Tensor logits = Tensor.From([0.0, 1.7], [1, 2]);
        double two = new SoftmaxCrossEntropy().Forward(logits, Tensor.From(1L)).Item();
        Assert.Equal(two, new BinaryCrossEntropy().Forward(Tensor.From(1.7), Tensor.From(1.0)).Item(), 14);
    }
}
