using Denpa.Tests.Support;

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
        TensorAssert.Passes(result);
    }

    [Fact]
    public void A_tensor_used_more_than_once_gets_the_sum_over_its_uses()
    {
        Tensor x = Tensor.From(1.0, 2, 3).Watch("x");
        Tensor y = x + x + (x * 10) + (x * x);
        TensorAssert.Holds(y.Sum().Backward()[x], 14, 16, 18);
    }

    [Fact]
    public void The_two_sides_of_a_diamond_meet_before_the_gradient_goes_on()
    {
        Tensor x = Tensor.Scalar(2).Watch("x");
        Tensor top = x * x;
        Tensor left = top * 3;
        Tensor right = top * top;
        Recording recording = new();
        Gradients gradients;
        using (Graph.Record(recording)) gradients = (left * right).Backward();

        // 3 x⁶ has the derivative 18 x⁵; the product top = x · x is passed once, with the whole gradient.
        Assert.Equal(576, gradients[x].Item(), 12);
        Assert.Equal(2, recording.Invocations.Count(invocation => invocation.Inputs[^1] == x));
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_ops_has_a_gradient()
    {
        Tensor x = Tensor.Scalar(1).Watch("x");
        Tensor y = x;
        for (int i = 0; i < 100_000; i++) y += x;
        Assert.Equal(100_001, y.Backward()[x].Item());
    }

    [Fact]
    public void Third_derivatives_come_from_gradients_of_gradients()
    {
        Tensor x = Tensor.Scalar(2).Watch("x");
        Tensor first = (x * x * x * x).Backward(createGraph: true)[x];
        Tensor second = first.Backward(createGraph: true)[x];
        Tensor third = second.Backward(createGraph: true)[x];
        Assert.Equal([32, 48, 48, 24], [first.Item(), second.Item(), third.Item(), third.Backward()[x].Item()]);
    }

    [Fact]
    public void Gradients_make_no_links_unless_asked_for()
    {
        Tensor x = Tensor.Scalar(2).Watch("x");
        Assert.False((x * x).Backward()[x].IsTracked);
        Assert.True((x * x).Backward(createGraph: true)[x].IsTracked);
    }

    [Fact]
    public void A_graph_can_be_walked_more_than_once()
    {
        Tensor x = Tensor.Scalar(3).Watch("x");
        Tensor y = x * x;
        Assert.Equal(y.Backward()[x].Item(), y.Backward()[x].Item());
    }

    [Fact]
    public void Intermediate_gradients_are_kept_on_request_only()
    {
        Tensor x = Tensor.Scalar(3).Watch("x");
        Tensor square = x * x;
        Tensor y = square * 5;
        Assert.Equal(5, y.Backward(retain: square)[square].Item());
        Assert.Null(y.Backward().TryGet(square));
        Assert.Equal(1, y.Backward(retain: y)[y].Item());
        Assert.Contains("retain", Assert.Throws<GraphException>(() => y.Backward()[square]).Message, StringComparison.Ordinal);
        Assert.Throws<GraphException>(() => y.Backward(retain: Tensor.Scalar(1)));
    }

    [Fact]
    public void A_seed_weighs_the_elements()
    {
        Tensor x = Tensor.From(1.0, 2, 3).Watch("x");
        TensorAssert.Holds((x * x).Backward(Tensor.From(1.0, 10, 100))[x], 2, 40, 600);
    }

    [Fact]
    public void A_loss_of_several_elements_needs_a_seed_of_its_shape_and_type()
    {
        Tensor y = Tensor.From(1.0, 2).Watch("x") * 2;
        Assert.Contains(".Sum() or .Mean()", Assert.Throws<ShapeException>(() => y.Backward()).Message, StringComparison.Ordinal);
        Assert.Equal(
            "backward: the seed is float64 [3], the tensor is float64 [2]; they must agree",
            Assert.Throws<ShapeException>(() => y.Backward(Tensor.From(1.0, 2, 3))).Message);
        Assert.Throws<ShapeException>(() => y.Backward(Tensor.From(1f, 2)));
    }

    [Fact]
    public void What_depends_on_nothing_watched_has_no_gradients()
    {
        GraphException error = Assert.Throws<GraphException>(() => (Tensor.Scalar(1) * 2).Backward());
        Assert.Equal("backward: the tensor depends on no parameter or watched tensor, so it has no gradients", error.Message);
    }

    [Fact]
    public void Watching_starts_a_graph_and_detaching_leaves_it()
    {
        Tensor values = Tensor.From(1.0, 2);
        Tensor x = values.Watch("x");
        Assert.False(values.IsTracked);
        Assert.Same(values.Storage, x.Storage);
        Tensor y = (x * x).Detach() * x;
        TensorAssert.Holds(y.Sum().Backward()[x], 1, 4);
        Assert.Throws<DTypeException>(() => Tensor.Arange(2).Watch());
    }

    [Fact]
    public void Watching_an_intermediate_value_cuts_it_off()
    {
        Tensor x = Tensor.Scalar(3).Watch("x");
        Tensor square = (x * x).Watch("square");
        Gradients gradients = (square * 2).Backward();
        Assert.Equal(2, gradients[square].Item());
        Assert.Null(gradients.TryGet(x));
    }

    [Fact]
    public void Backward_does_not_change_a_gradient_that_it_was_given()
    {
        Tensor x = Tensor.From(1.0, 2).Watch("x");
        Tensor seed = Tensor.From(1.0, 1);
        _ = ((x + x) * x).Backward(seed);
        TensorAssert.Holds(seed, 1, 1);
    }
}
