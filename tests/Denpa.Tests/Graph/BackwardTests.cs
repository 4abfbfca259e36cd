namespace Denpa.Tests;

public sealed class BackwardTests
{
    [Fact]
    public void Shopping_gives_the_books_derivatives()
    {
        Tensor apple = Tensor.Scalar(100).Watch("apple");
        Tensor count = Tensor.Scalar(2).Watch("count");
        Tensor tax = Tensor.Scalar(1.1).Watch("tax");
        Tensor price = apple * count * tax;
        Gradients gradients = price.Backward();
        Assert.Equal(220, price.Item(), 12);
        Assert.Equal(2.2, gradients[apple].Item(), 12);
        Assert.Equal(110, gradients[count].Item(), 12);
        Assert.Equal(200, gradients[tax].Item(), 12);
    }

    [Fact]
    public void The_square_of_a_sum_has_twice_the_sum_as_derivative_and_two_as_second_derivative()
    {
        Tensor x = Tensor.Scalar(3).Watch("x");
        Tensor y = Tensor.Scalar(4).Watch("y");
        Tensor sum = x + y;
        Gradients first = (sum * sum).Backward(createGraph: true);
        Assert.Equal(14, first[x].Item(), 12);
        Assert.Equal(2, first[x].Backward()[y].Item(), 12);
    }

    [Fact]
    public void A_network_of_matrix_products_and_relu_agrees_with_central_differences()
    {
        Generator generator = new(7);
        Tensor x = Tensor.Normal([5, 4], generator, dtype: DType.Float64);
        Tensor w = Tensor.Normal([3, 4], generator, dtype: DType.Float64);
        Tensor b = Tensor.Normal([3], generator, dtype: DType.Float64);
        GradientCheckResult result = GradientCheck.Run(t => (t[0].MatMul(t[1], transposeRight: true) + t[2]).Relu(), [x, w, b], generator);
        Assert.Equal(35, result.Comparisons.Count);
        Assert.True(result.MaximumError < 1e-8, result.Worst.ToString());
    }
}
