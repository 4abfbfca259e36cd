using Denpa.Tests.Support;

namespace Denpa.Tests.Layers;

public sealed class LinearTests
{
    [Fact]
    public void One_layer_of_several_units_has_the_books_sums()
    {
        Linear layer = new(4, 3, new Generator(1), dtype: DType.Float64);
        layer.Weight.Assign(Tensor.From([.1, .2, .3, .4, .2, .3, .4, .5, .3, .4, .5, .6], [3, 4]));
        layer.Bias!.Assign(Tensor.From(.1, .2, .3));
        TensorAssert.Close([1, 3], [1.4, 2.2, 3], layer.Forward(Tensor.From([1.0, 5, 2, -1], [1, 4])), 1e-15, 1e-15);
        TensorAssert.Close([3], [1.4, 2.2, 3], layer.Forward(Tensor.From(1.0, 5, 2, -1)), 1e-15, 1e-15);
    }

    [Fact]
    public void Safetensors_weights_of_PyTorch_give_PyTorchs_outputs()
    {
        ReferenceSafetensors reference = ReferenceFixtures.Safetensors;
        ReferenceTensor weight = reference.Tensors["weight"];
        Linear layer = new(weight.Shape[1], weight.Shape[0], new Generator(1));
        layer.LoadState(reference.Tensors.ToDictionary(entry => entry.Key, entry => entry.Value.ToTensor()), strict: false);
        TensorAssert.Close(reference.Outputs.Shape, reference.Outputs.Values, layer.Forward(reference.Inputs.ToTensor()), 1e-6, 1e-6);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Derivatives_of_input_weight_and_bias_agree_with_central_differences(bool bias)
    {
        Generator generator = new(3);
        Linear layer = new(4, 3, generator, bias, DType.Float64, biasInitializer: new NormalInitializer(0, 1));
        Tensor input = Tensor.Normal([5, 4], generator, dtype: DType.Float64);
        Tensor upstream = Tensor.Normal([5, 3], generator, dtype: DType.Float64);
        TensorAssert.Passes(GradientCheck.Run(t => layer.Forward(t[0]), [input], generator));
        GradientCheckResult result = GradientCheck.Run(() => (layer.Forward(input) * upstream).Sum(), layer.Parameters);
        Assert.Equal(bias ? 15 : 12, result.Comparisons.Count);
        TensorAssert.Passes(result);
    }

    [Fact]
    public void Leading_axes_of_the_input_stay()
    {
        Linear layer = new(4, 3, new Generator(1));
        Assert.Equal([2, 5, 3], layer.Forward(Tensor.Ones([2, 5, 4])).Shape);
        Assert.Equal([0, 3], layer.Forward(Tensor.Ones([0, 4])).Shape);
    }

    [Fact]
    public void The_weight_begins_as_Glorot_and_Bengio_have_it_and_the_bias_at_zero()
    {
        Linear layer = new(4, 3, new Generator(1));
        TensorAssert.Close(new XavierUniform().Create([3, 4], new Generator(1)), layer.Weight.Value, 0, 0);
        TensorAssert.Holds(layer.Bias!.Value, 0, 0, 0);
        Assert.Null(new Linear(4, 3, new Generator(1), bias: false).Bias);
    }

    [Fact]
    public void It_says_its_sizes()
    {
        Assert.Equal("Linear(64 → 32)", new Linear(64, 32, new Generator(1)).ToString());
        Assert.Equal("Linear(64 → 32, no bias)", new Linear(64, 32, new Generator(1), bias: false).ToString());
    }

    [Fact]
    public void Sizes_are_positive_and_elements_floating()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Linear(0, 1, new Generator(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Linear(1, 0, new Generator(1)));
        Assert.Throws<DTypeException>(() => new Linear(1, 1, new Generator(1), dtype: DType.Int64));
    }

    [Fact]
    public void What_does_not_fit_is_refused_in_its_own_words()
    {
        Linear layer = new(4, 2, new Generator(1));
        Assert.Equal(
            "linear: the input [5, 3] has 3 features on its last axis, but the layer takes 4",
            Assert.Throws<ShapeException>(() => layer.Forward(Tensor.Ones([5, 3]))).Message);
        Assert.Equal(
            "linear: the input is a scalar, which has no axis for the 4 features that the layer takes",
            Assert.Throws<ShapeException>(() => layer.Forward(Tensor.Scalar(1, DType.Float32))).Message);
        Assert.Equal(
            "linear: element types differ: the input is uint8, the weight is float32; convert the input with .To(DType.Float32)",
            Assert.Throws<DTypeException>(() => layer.Forward(Tensor.Ones([5, 4], DType.UInt8))).Message);
    }
}
