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

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void An_infinite_logit_costs_nothing_if_it_is_right_and_everything_if_not(DType dtype)
    {
        const double Infinity = double.PositiveInfinity;
        Tensor logits = Tensor.From(Infinity, Infinity, -Infinity, -Infinity, Infinity, -Infinity).To(dtype).Watch("logits");
        Tensor targets = Tensor.From(1.0, 0, 1, 0, 0.5, 0.25).To(dtype);
        Tensor losses = new BinaryCrossEntropy(LossReduction.None).Forward(logits, targets);
        TensorAssert.Holds(losses, 0, Infinity, Infinity, 0, Infinity, Infinity);
        TensorAssert.Holds(losses.Backward(Tensor.Ones([6], dtype))[logits], 0, 1, -1, 0, 0.5, -0.25);
    }

    [Fact]
    public void A_nearly_perfect_prediction_keeps_the_digits_of_its_derivatives()
    {
        Tensor logits = Tensor.From(17f, -17f).Watch("logits");
        Tensor losses = new BinaryCrossEntropy(LossReduction.None).Forward(logits, Tensor.From(1f, 0f));
        Tensor first = losses.Backward(Tensor.Ones([2]), createGraph: true)[logits];
        TensorAssert.Close([2], [-4.13993754739e-8, 4.13993754739e-8], first, 1e-6, 0);
        TensorAssert.Close([2], [4.139937376e-8, 4.139937376e-8], first.Backward(Tensor.Ones([2]))[logits], 1e-6, 0);
    }

    [Fact]
    public void What_is_not_a_number_is_not_made_one() => TensorAssert.Holds(
        new BinaryCrossEntropy(LossReduction.None).Forward(Tensor.From(double.NaN, 1), Tensor.From(0.0, double.NaN)),
        double.NaN,
        double.NaN);
}
