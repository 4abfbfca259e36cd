namespace Denpa.Tests;

public sealed class OpAllocationTests
{
    private static readonly Tensor Rows =
        Tensor.From([0.1f, -0.2f, 0.3f, 0.4f, -0.5f, 0.6f, 0.7f, -0.8f, 0.9f, 1f, -1.1f, 1.2f]).Reshape(4, 3);
    private static readonly Tensor Row = Tensor.From([0.5f, -0.25f, 2f]);
    private static readonly Tensor Column = Tensor.From([1f, 2f, 3f, 4f]).Reshape(4, 1);
    private static readonly Tensor Classes = Tensor.From([0L, 2L, 1L, 2L]);

    public static TheoryData<string> Names => [.. Functions.Keys];

    private static Dictionary<string, Func<Tensor, Tensor>> Functions { get; } = new()
    {
        ["add a row"] = x => x + Row,
        ["subtract a column"] = x => x - Column,
        ["multiply by itself"] = x => x * x,
        ["divide by a scalar"] = x => x / 3,
        ["square"] = x => x.Square(),
        ["relu"] = x => x.Relu(),
        ["sigmoid"] = x => x.Sigmoid(),
        ["tanh"] = x => x.Tanh(),
        ["silu"] = x => x.Silu(),
        ["gelu"] = x => x.Gelu(),
        ["softplus"] = x => x.Softplus(),
        ["exp"] = x => x.Exp(),
        ["softmax"] = x => x.Softmax(),
        ["log softmax"] = x => x.LogSoftmax(axis: 0),
        ["log-sum-exp"] = x => x.LogSumExp(axes: 1),
        ["sum of columns"] = x => x.Sum(axes: 0),
        ["sum along axes that are no neighbours"] = x => x.Reshape(2, 2, 3).Sum([0, 2]),
        ["mean"] = x => x.Mean(),
        ["max"] = x => x.Max(axes: 1),
        ["clamp"] = x => x.Clamp(-0.5, 0.5),
        ["where"] = x => Tensor.Where(x > Row, x, Column),
        ["transpose"] = x => x.Transpose(),
        ["slice"] = x => x.Slice(1, 1, 2),
        ["concatenate"] = x => Tensor.Concatenate([x, x], axis: 1),
        ["gather"] = x => x.Gather(Classes),
        ["pick"] = x => x.Pick(Classes),
        ["broadcast"] = x => x.BroadcastTo([5, 4, 3]),
        ["squared error"] = x => new MeanSquaredError().Forward(x, Rows),
        ["half squared error"] = x => new HalfSquaredError().Forward(x, Rows),
        ["binary cross-entropy"] = x => new BinaryCrossEntropy().Forward(x, Rows.Sigmoid()),
        ["softmax cross-entropy"] = x => new SoftmaxCrossEntropy().Forward(x, Classes),
        ["softmax cross-entropy of each row"] = x => new SoftmaxCrossEntropy(LossReduction.None).Forward(x, Classes),
        ["softmax cross-entropy with probabilities"] = x => new SoftmaxCrossEntropy().Forward(x, Rows.Softmax()),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_and_derivative_allocate_nothing_the_second_time(string name)
    {
        using IDisposable limit = Workers.Limit(1);
        Parameter parameter = new(Rows);
        Recording recording = new();
        using (Graph.Record(recording))
        {
            Tensor y = Functions[name](parameter.Value);
            y.Sum().Backward();
        }

        Assert.NotEmpty(recording.Invocations);
        foreach (Invocation invocation in recording.Invocations)
        {
            Tensor[] inputs = [.. invocation.Inputs];
            AllocatedBy(invocation, inputs);

            // A collection that another test causes counts the rest of this thread's allocation context, so the least counts.
            long least = Enumerable.Range(0, 5).Min(_ => AllocatedBy(invocation, inputs));
            Assert.True(least == 0, $"{name}: {invocation.Op.Name} allocates {least} bytes");
        }
    }

    private static long AllocatedBy(Invocation invocation, Tensor[] inputs)
    {
        Tensor[] outputs = [.. invocation.Outputs];
        long before = GC.GetAllocatedBytesForCurrentThread();
        invocation.Op.Forward(new Operands(inputs, outputs));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
