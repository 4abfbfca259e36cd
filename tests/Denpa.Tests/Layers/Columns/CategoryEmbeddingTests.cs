using Denpa.Tests.Support;

namespace Denpa.Tests.Layers;

public sealed class CategoryEmbeddingTests
{
    [Fact]
    public void Each_block_becomes_the_row_of_its_category_behind_the_other_columns()
    {
        CategoryEmbedding layer = new(5, [(1, 3)], new Generator(1), size: 2, dtype: DType.Float64);
        layer.Parameters.Single().Assign(Tensor.From([1.0, 2, 3, 4, 5, 6], [3, 2]));
        Tensor input = Tensor.From([7.0, 0, 1, 0, 8, 9, 0, 0, 0, 10], [2, 5]);

        // The second row is of a category that nobody knew.
        TensorAssert.Close([2, 4], [7, 8, 3, 4, 9, 10, 0, 0], layer.Forward(input), 0, 0);
        Assert.Equal((4, "CategoryEmbedding(5 → 4)"), (layer.Outputs, layer.ToString()));
    }

    [Fact]
    public void Derivatives_agree_with_central_differences()
    {
        Generator generator = new(3);
        CategoryEmbedding layer = new(6, [(0, 2), (2, 4)], generator, size: 3, dtype: DType.Float64);
        Tensor input = Tensor.Normal([4, 6], generator, dtype: DType.Float64);
        Tensor upstream = Tensor.Normal([4, 6], generator, dtype: DType.Float64);
        TensorAssert.Passes(GradientCheck.Run(t => layer.Forward(t[0]), [input], generator));
        TensorAssert.Passes(GradientCheck.Run(() => (layer.Forward(input) * upstream).Sum(), layer.Parameters));
    }

    [Fact]
    public void Blocks_that_overlap_or_reach_too_far_are_refused()
    {
        Assert.StartsWith("there are no blocks", Problem(), StringComparison.Ordinal);
        Assert.StartsWith("the block of 0 columns from 1 is empty", Problem((1, 0)), StringComparison.Ordinal);
        Assert.StartsWith("the block of 2 columns from 1 begins before column 2", Problem((0, 2), (1, 2)), StringComparison.Ordinal);
        Assert.StartsWith("the block of 4 columns from 2 reaches beyond the 5 features", Problem((2, 4)), StringComparison.Ordinal);
    }

    private static string Problem(params (int, int)[] blocks) =>
        Assert.Throws<ArgumentException>(() => new CategoryEmbedding(5, blocks, new Generator(1))).Message;
}
