namespace Denpa.Tests;

public sealed class ScopeTests
{
    private static readonly Tensor x = Tensor.Scalar(2).Watch("x");

    private static bool Differentiates => (x * x).IsTracked;

    [Fact]
    public void Without_gradients_ops_make_no_links_until_the_scope_ends()
    {
        using (Graph.WithoutGradients())
        {
            Assert.False(Differentiates);
            using (Graph.WithoutGradients()) Assert.False(Differentiates);
            Assert.False(Differentiates);
        }

        Assert.True(Differentiates);
    }

    [Fact]
    public void Scopes_that_end_in_the_wrong_order_leave_nothing_behind()
    {
        Recording recording = new();
        GraphScope outer = Graph.Record(recording);
        GraphScope inner = Graph.WithoutGradients();
        outer.Dispose();
        Assert.False(Differentiates);
        Assert.Empty(recording.Invocations);
        inner.Dispose();
        inner.Dispose();
        outer.Dispose();
        Assert.True(Differentiates);
        Assert.Empty(recording.Invocations);
    }

    [Fact]
    public void A_scope_ends_with_an_exception()
    {
        Assert.Throws<ShapeException>(() =>
        {
            using GraphScope constant = Graph.WithoutGradients();
            _ = Tensor.Zeros([2]) + Tensor.Zeros([3]);
        });
        Assert.True(Differentiates);
    }

    [Fact]
    public async Task A_scope_follows_awaits_and_tasks_but_no_other_flow()
    {
        TaskCompletionSource entered = new();
        TaskCompletionSource checkedOutside = new();
        Task<bool[]> inside = Inside();
        await entered.Task;
        Assert.True(Differentiates);
        checkedOutside.SetResult();
        bool[] seen = await inside;
        Assert.Equal([false, false, true], seen);
        Assert.True(Differentiates);

        async Task<bool[]> Inside()
        {
            await Task.Yield();
            using GraphScope constant = Graph.WithoutGradients();
            entered.SetResult();
            await checkedOutside.Task;
            bool afterAwait = Differentiates;
            bool inTask = await Task.Run(() => Differentiates);
            constant.Dispose();
            return [afterAwait, inTask, Differentiates];
        }
    }

    [Fact]
    public void Gradients_can_be_asked_for_inside_of_a_scope_without_them()
    {
        Tensor y = x * x;
        using GraphScope constant = Graph.WithoutGradients();
        Assert.Equal(4, y.Backward()[x].Item());
        Assert.True(y.Backward(createGraph: true)[x].IsTracked);
        Assert.False(Differentiates);
    }

    [Fact]
    public void Parameters_get_no_gradient_through_what_ran_without_gradients()
    {
        Parameter parameter = new(Tensor.Scalar(3));
        Tensor target;
        using (Graph.WithoutGradients()) target = parameter.Value * parameter.Value;
        Assert.Equal(9, (parameter.Value * target).Backward()[parameter].Item());
    }
}
