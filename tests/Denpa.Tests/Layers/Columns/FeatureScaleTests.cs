using Denpa.Tests.Support;

namespace Denpa.Tests.Layers;

public sealed class FeatureScaleTests
{
    [Fact]
    public void At_first_nothing_changes()
    {
        Tensor input = Tensor.Normal([3, 4], new Generator(1));
        TensorAssert.Close(input, new FeatureScale(4).Forward(input), 0, 0);
    }

    [Fact]
    public void Each_feature_has_a_factor()
    {
        FeatureScale layer = new(2, DType.Float64);
        layer.Weight.Assign(Tensor.From(2.0, -0.5));
        TensorAssert.Close([2, 2], [2, -1, 6, -2], layer.Forward(Tensor.From([1.0, 2, 3, 4], [2, 2])), 0, 0);
        TensorAssert.Passes(GradientCheck.Run(
            () => layer.Forward(Tensor.From([1.0, 2, 3, 4], [2, 2])).Sum(), layer.Parameters));
    }

    [Fact]
    public void Other_features_and_element_types_are_refused()
    {
        Assert.Equal(
            "feature scale: the input [1, 3] has 3 features on its last axis, but the layer takes 2",
            Assert.Throws<ShapeException>(() => new FeatureScale(2).Forward(Tensor.Ones([1, 3]))).Message);
        Assert.Throws<DTypeException>(() => new FeatureScale(2).Forward(Tensor.Ones([1, 2], DType.Float64)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeatureScale(0));
    }
}
