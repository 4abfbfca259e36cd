using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class GradientsTests
{
    [Fact]
    public void Gradients_of_several_batches_add_up()
    {
        Parameter weight = new(Tensor.From(1.0, 2));
        Parameter bias = new(Tensor.Scalar(3));
        Gradients first = (weight.Value * 2).Sum().Backward();
        Gradients second = ((weight.Value * 5).Sum() + bias.Value).Backward();
        Gradients both = first + second;
        TensorAssert.Holds(both[weight], 7, 7);
        Assert.Equal(1, both[bias].Item());
        TensorAssert.Holds(first[weight], 2, 2);
    }

    [Fact]
    public void A_parameter_that_the_loss_does_not_depend_on_is_reported_by_name()
    {
        Head head = new();
        Gradients gradients = head.Weight.Value.Sum().Backward();
        Assert.Null(gradients.TryGet(head.Bias));
        GraphException error = Assert.Throws<GraphException>(() => gradients[head.Bias]);
        Assert.Equal("parameter \"bias\" got no gradient: the loss does not depend on it", error.Message);
    }

    [Fact]
    public void A_tensor_outside_of_the_graph_has_no_gradient()
    {
        Tensor x = Tensor.Scalar(1).Watch("x");
        Gradients gradients = (x * 2).Backward();
        Assert.Null(gradients.TryGet(Tensor.Scalar(1)));
        Assert.Throws<GraphException>(() => gradients[Tensor.Scalar(1)]);
    }

    private sealed class Head : Layer
    {
        public Head()
        {
            Weight = Register("weight", new Parameter(Tensor.Zeros([2])));
            Bias = Register("bias", new Parameter(Tensor.Zeros([2])));
        }

        public Parameter Weight { get; }

        public Parameter Bias { get; }

        protected override Tensor Compute(Tensor input) => (input * Weight.Value) + Bias.Value;
    }
}
