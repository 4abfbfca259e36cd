namespace Denpa.Tests;

public sealed class RecordingTests
{
    [Fact]
    public void Every_op_is_noted_in_order_with_its_operands()
    {
        Tensor a = Tensor.Scalar(2);
        Tensor b = Tensor.Scalar(3);
        Recording recording = new();
        Tensor sum;
        Tensor product;
        using (Graph.Record(recording))
        {
            sum = a + b;
            product = sum * a;
        }

        _ = product + a;
        Assert.Equal(["add", "multiply"], recording.Invocations.Select(invocation => invocation.Op.Name));
        Assert.Equal([a, b], recording.Invocations[0].Inputs);
        Assert.Same(sum, recording.Invocations[0].Output);
        Assert.Equal([sum, a], recording.Invocations[1].Inputs);
        Assert.Same(product, recording.Invocations[1].Output);
        Assert.All(recording.Invocations, invocation => Assert.False(invocation.IsDerivative));
    }

    [Fact]
    public void Ops_without_gradients_are_noted_too()
    {
        Recording recording = new();
        using (Graph.Record(recording))
        using (Graph.WithoutGradients())
        {
            _ = Tensor.Scalar(1).Watch() * 2;
        }

        Assert.Single(recording.Invocations, invocation => invocation.Op.Name == "multiply" && !invocation.Output.IsTracked);
    }

    [Fact]
    public void A_view_is_noted_although_it_computes_nothing()
    {
        Recording recording = new();
        using (Graph.Record(recording)) _ = Tensor.Zeros([4, 2]).Rows(1..2).Reshape(2);
        Assert.Equal(["slice", "reshape"], recording.Invocations.Select(invocation => invocation.Op.Name));
        Assert.All(recording.Invocations, invocation => Assert.Same(invocation.Inputs[0].Storage, invocation.Output.Storage));
    }

    [Fact]
    public void Layers_are_noted_by_path_forward_and_derivative()
    {
        Sequential model = new(new Scaled(2), new Sequential(new Scaled(3)));
        Tensor x = Tensor.Scalar(1).Watch("x");
        Recording recording = new();
        using (Graph.Record(recording)) _ = (model.Forward(x) + 1).Backward();

        Assert.Equal(
            [("multiply", "0"), ("multiply", "1.0"), ("add", null)],
            Noted(recording, isDerivative: false));
        Assert.Equal(
            [("multiply", "1.0"), ("multiply", "0")],
            Noted(recording, isDerivative: true));
    }

    [Fact]
    public void The_sum_where_gradients_meet_is_noted_as_an_op()
    {
        Tensor x = Tensor.Scalar(1).Watch("x");
        Tensor y = x + x;
        Recording recording = new();
        using (Graph.Record(recording)) _ = y.Backward();
        Assert.Equal(["gradient sum"], recording.Invocations.Select(invocation => invocation.Op.Name));
    }

    [Fact]
    public async Task Ops_of_several_tasks_are_all_noted()
    {
        Recording recording = new();
        using (Graph.Record(recording))
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(task => Task.Run(() =>
            {
                for (int i = 0; i < 250; i++) _ = Tensor.Scalar(task) + i;
            })));
        }

        Assert.Equal(1000, recording.Invocations.Count);
    }

    private static IEnumerable<(string Op, string? Layer)> Noted(Recording recording, bool isDerivative) =>
        from invocation in recording.Invocations
        where invocation.IsDerivative == isDerivative
        select (invocation.Op.Name, invocation.Layer);

    private sealed class Scaled(double factor) : Layer
    {
        protected override Tensor Compute(Tensor input) => input * factor;
    }
}
