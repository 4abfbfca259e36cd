namespace Denpa.Tests.Data;

public sealed class DatasetTests
{
    private static readonly Dataset Three = new(
        Tensor.From(new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }), Tensor.From<long>(7, 8, 9), Tensor.From(0.5f, 1, 2));

    [Fact]
    public void A_subset_has_the_rows_that_are_named_in_their_order()
    {
        Dataset subset = Three.Subset(2, 0, 2);
        Assert.Equal(3, subset.Count);
        Assert.Equal([5f, 6, 1, 2, 5, 6], subset.Features.ToArray<float>());
        Assert.Equal([9L, 7, 9], subset.Targets.ToArray<long>());
        Assert.Equal([2f, 0.5f, 2], subset.Weights!.ToArray<float>());
    }

    [Fact]
    public void Features_may_have_any_number_of_axes_and_any_element_type()
    {
        foreach (DType dtype in Enum.GetValues<DType>())
        {
            Tensor images = Tensor.Arange(0, 2, 1, dtype).Reshape(2, 1, 1);
            Tensor picked = new Dataset(images, images).Subset(1).Features;
            Assert.Equal(new TensorSpec(dtype, [1, 1, 1]), picked.Spec);
            Assert.Equal(1, picked.Item());
        }
    }

    [Fact]
    public void Without_weights_a_subset_has_none() =>
        Assert.Null(new Dataset(Three.Features, Three.Targets).Subset(0).Weights);

    [Fact]
    public void A_row_that_is_not_there_is_named()
    {
        Assert.Equal("rows: there is no row 3; the rows are 0 to 2", Assert.Throws<ShapeException>(() => Three.Subset(3)).Message);
        Assert.Throws<ShapeException>(() => Three.Subset(-1));
        Assert.Throws<ShapeException>(() => Three.Subset());
    }

    [Fact]
    public void Parts_that_do_not_belong_together_are_refused()
    {
        Tensor features = Tensor.Ones([3, 2]);
        Assert.Equal(
            "dataset: features [3, 2] have 3 samples on axis 0, targets are [2]; give one for each sample",
            Assert.Throws<ShapeException>(() => new Dataset(features, Tensor.Ones([2]))).Message);
        Assert.Equal(
            "dataset: features [3, 2] have 3 samples on axis 0, weights are [3, 1]; give one for each sample, on one axis",
            Assert.Throws<ShapeException>(() => new Dataset(features, Tensor.Ones([3]), Tensor.Ones([3, 1]))).Message);
        Assert.Throws<ShapeException>(() => new Dataset(Tensor.Ones([0, 2]), Tensor.Ones([0])));
        Assert.Throws<ShapeException>(() => new Dataset(Tensor.Ones([]), Tensor.Ones([])));
        Assert.Throws<ShapeException>(() => new Dataset(features, Tensor.Ones([])));
        Assert.Throws<DTypeException>(() => new Dataset(features, Tensor.Ones([3]), Tensor.Ones([3], DType.Int64)));
    }
}
