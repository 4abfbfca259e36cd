using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class MatMulTests
{
    /// <summary>Shapes of the operands, whether each is transposed, and the product's shape.</summary>
    public static TheoryData<int[], int[], bool, bool, int[]> Shapes => new()
    {
        { [2, 3], [3, 4], false, false, [2, 4] },
        { [3, 2], [3, 4], true, false, [2, 4] },
        { [2, 3], [4, 3], false, true, [2, 4] },
        { [3, 2], [4, 3], true, true, [2, 4] },
        { [2, 1, 2, 3], [3, 3, 2], false, false, [2, 3, 2, 2] },
        { [2, 3, 2], [4, 3], true, true, [2, 2, 4] },
        { [2, 2, 3], [3, 2], false, false, [2, 2, 2] },
        { [2, 2, 3], [2, 3], false, true, [2, 2, 2] },
        { [3, 2], [2, 2, 3], false, false, [2, 3, 3] },
        { [3], [3], false, false, [] },
        { [3], [3, 2], false, false, [2] },
        { [3], [2, 3], false, true, [2] },
        { [2, 3], [3], false, false, [2] },
        { [3, 2], [3], true, false, [2] },
        { [3], [2, 3, 2], false, false, [2, 2] },
        { [2, 2, 3], [3], false, false, [2, 2] },
        { [2, 0], [0, 3], false, false, [2, 3] },
        { [2, 3, 0], [0, 2], false, false, [2, 3, 2] },
        { [0, 3], [3, 2], false, false, [0, 2] },
        { [0, 2, 3], [3, 2], false, false, [0, 2, 2] },
        { [2, 0, 3], [3, 2], false, false, [2, 0, 2] },
        { [2, 2, 3], [3, 0], false, false, [2, 2, 0] },
    };

    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "matmul", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) => OpFixtureAssert.Agrees(
        reference,
        inputs => inputs[0].MatMul(inputs[1], reference.Attributes.Flag("transposeLeft"), reference.Attributes.Flag("transposeRight")));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_arrangement_has_its_shape_and_its_derivatives(
        int[] left, int[] right, bool transposeLeft, bool transposeRight, int[] product)
    {
        Tensor a = Tensor.Normal(left, new Generator(1), dtype: DType.Float64);
        Tensor b = Tensor.Normal(right, new Generator(2), dtype: DType.Float64);
        Assert.Equal(product, a.MatMul(b, transposeLeft, transposeRight).Shape);
        DerivativeAssert.FirstAndSecond(t => t[0].MatMul(t[1], transposeLeft, transposeRight), a, b);
    }

    [Fact]
    public void Whole_numbers_multiply_exactly()
    {
        Tensor a = Tensor.From([1L, 2, 3, 4], [2, 2]);
        Tensor b = Tensor.From([5L, 6, 7, 8], [2, 2]);
        Assert.Equal("[[19 22]\n [43 50]]", a.MatMul(b).ToString());
        Assert.Equal(DType.Int64, a.MatMul(b).DType);
        Assert.Equal((1L << 60) + 1, Tensor.From(1L << 30, 1).MatMul(Tensor.From(1L << 30, 1)).AsSpan<long>()[0]);
    }

    [Fact]
    public void An_empty_inner_dimension_gives_zeros()
    {
        TensorAssert.Close([2, 3], [0, 0, 0, 0, 0, 0], Tensor.Zeros([2, 0]).MatMul(Tensor.Zeros([0, 3])), 0, 0);
        Assert.Equal(0, Tensor.Zeros([0]).MatMul(Tensor.Zeros([0])).Item());
    }

    [Fact]
    public void Two_vectors_give_their_dot_product() => Assert.Equal(32, Tensor.From(1.0, 2, 3).MatMul(Tensor.From(4.0, 5, 6)).Item());

    [Fact]
    public void Each_batch_is_a_product_of_its_own()
    {
        Generator generator = new(3);
        Tensor a = Tensor.Normal([2, 1, 3, 4], generator, dtype: DType.Float64);
        Tensor b = Tensor.Normal([5, 4, 2], generator, dtype: DType.Float64);
        Tensor product = a.MatMul(b);
        for (int i = 0; i < 2; i++)
        {
            for (int j = 0; j < 5; j++)
            {
                Tensor expected = a.Rows(i..(i + 1)).Reshape(3, 4).MatMul(b.Rows(j..(j + 1)).Reshape(4, 2));
                TensorAssert.Close(expected, product.Rows(i..(i + 1)).Reshape(5, 3, 2).Rows(j..(j + 1)).Reshape(3, 2), 0, 0);
            }
        }
    }

    [Fact]
    public void A_large_product_is_the_sum_of_products()
    {
        Generator generator = new(4);
        Tensor a = Tensor.RandomIntegers([67, 130], generator, -9, 9);
        Tensor b = Tensor.RandomIntegers([130, 45], generator, -9, 9);
        Tensor exact = a.MatMul(b);
        TensorAssert.Close(exact, a.To(DType.Float32).MatMul(b.To(DType.Float32)).To(DType.Int64), 0, 0);
        TensorAssert.Close(exact.Transpose(), b.To(DType.Float64).MatMul(a.To(DType.Float64), true, true).To(DType.Int64), 0, 0);
    }

    [Fact]
    public void Inner_dimensions_that_differ_are_named_with_the_shapes_given()
    {
        Assert.Equal(
            "matmul: inner dimensions differ: left [32, 784] has 784 on axis 1, right [100, 10] has 100 on axis 0",
            Assert.Throws<ShapeException>(() => Tensor.Zeros([32, 784]).MatMul(Tensor.Zeros([100, 10]))).Message);
        Assert.Equal(
            "matmul: inner dimensions differ: left [32, 784] has 784 on axis 1, right [100, 10] has 10 on axis 1 (transposed: right)",
            Assert.Throws<ShapeException>(() => Tensor.Zeros([32, 784]).MatMul(Tensor.Zeros([100, 10]), transposeRight: true)).Message);
        Assert.Equal(
            "matmul: inner dimensions differ: left [2, 3, 4] has 4 on axis 2, right [5, 6] has 5 on axis 0",
            Assert.Throws<ShapeException>(() => Tensor.Zeros([2, 3, 4]).MatMul(Tensor.Zeros([5, 6]))).Message);
        Assert.Equal(
            "matmul: inner dimensions differ: left [3] has 3 on axis 0, right [4] has 4 on axis 0",
            Assert.Throws<ShapeException>(() => Tensor.Zeros([3]).MatMul(Tensor.Zeros([4]))).Message);
    }

    [Fact]
    public void What_cannot_be_multiplied_is_refused()
    {
        ShapeException error = Assert.Throws<ShapeException>(() => Tensor.Scalar(1).MatMul(Tensor.Scalar(2)));
        Assert.Equal("matmul: a scalar is no matrix: left is [], right is []; to scale a tensor, use *", error.Message);
        Assert.Throws<ShapeException>(() => Tensor.Zeros([2, 2, 3]).MatMul(Tensor.Zeros([3, 3, 2])));
        Assert.Throws<DTypeException>(() => Tensor.Zeros([2, 2]).MatMul(Tensor.Zeros([2, 2], DType.Float64)));
        Assert.Throws<DTypeException>(() => Tensor.Zeros([2, 2], DType.UInt8).MatMul(Tensor.Zeros([2, 2], DType.UInt8)));
    }
}
