using Denpa.Tests.Formats;

namespace Denpa.Tests;

public sealed class RewriteTests
{
    public static TheoryData<string, string> EveryActivationAndLoss() => new MatrixTheoryData<string, string>(
        ["relu", "leaky relu", "sigmoid", "tanh", "elu", "gelu", "silu", "softplus", "none"],
        ["cross-entropy", "half squared error"]);

    public static TheoryData<string> EveryRewrite() => [.. Rewrite.All.Select(rewrite => rewrite.GetType().Name)];

    [Theory]
    [MemberData(nameof(EveryActivationAndLoss))]
    public void Rewritten_steps_give_the_bits_of_eager_ones(string activation, string loss)
    {
        byte[] eager = Train(plan: false, [], threads: 1, activation, loss);
        Assert.Equal(eager, Train(plan: true, Rewrite.All, threads: 1, activation, loss));
        Assert.Equal(eager, Train(plan: true, [], threads: 1, activation, loss));
    }

    [Theory]
    [MemberData(nameof(EveryRewrite))]
    public void Each_rewrite_alone_and_all_but_it_give_the_bits_of_eager_steps_at_any_number_of_threads(string name)
    {
        byte[] eager = Train(plan: false, [], threads: 1);
        for (int threads = 1; threads <= 4; threads++)
        {
            Assert.Equal(eager, Train(plan: false, [], threads));
            Assert.Equal(eager, Train(plan: true, Rewrite.All, threads));
            Assert.Equal(eager, Train(plan: true, [.. Rewrite.All.Where(rewrite => rewrite.GetType().Name == name)], threads));
            Assert.Equal(eager, Train(plan: true, [.. Rewrite.All.Where(rewrite => rewrite.GetType().Name != name)], threads));
        }
    }

    [Fact]
    public async Task Two_threads_that_train_at_once_each_get_what_one_gets()
    {
        byte[] alone = Train(plan: true, Rewrite.All, threads: 4);
        byte[][] together = await Task.WhenAll(Enumerable.Range(0, 2).Select(
            _ => Task.Factory.StartNew(
                () => Train(plan: true, Rewrite.All, threads: 4),
                TestContext.Current.CancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));
        Assert.All(together, bits => Assert.Equal(alone, bits));
    }

    [Fact]
    public void A_linear_layer_and_its_activation_become_one_op() =>
        Assert.Equal(["matmul + add + relu"], Names(inputs => (inputs[0].MatMul(inputs[1]) + inputs[2]).Relu()));

    [Fact]
    public void An_op_that_reads_the_product_elsewhere_keeps_it_apart() => Assert.Equal(
        ["matmul", "add", "multiply"],
        Names(inputs => inputs[0].MatMul(inputs[1]) is var product ? product * (product + inputs[2]) : product));

    [Fact]
    public void An_op_that_repeats_the_product_is_not_taken_in() => Assert.Equal(
        ["matmul", "add"],
        Names(inputs => inputs[0].MatMul(inputs[1]) + Constant([3, 4, 5])));

    [Fact]
    public void A_column_is_not_taken_for_a_row() => Assert.Equal(
        ["matmul", "add"], Names(inputs => inputs[0].MatMul(inputs[1]) + Constant([4, 1])));

    [Fact]
    public void A_result_that_is_the_product_itself_keeps_its_bits()
    {
        Generator generator = new(1);
        Tensor left = Tensor.Normal([4, 6], generator);
        Tensor right = Tensor.Normal([6, 5], generator);
        Plan plan = Plan.Compile(inputs =>
        {
            Tensor product = inputs[0].MatMul(inputs[1]);
            _ = product.Relu();
            return product;
        });
        Tensor expected = left.MatMul(right);
        Assert.True(RandomTensors.SameBits(expected, plan.Run(left, right)));
        Assert.True(RandomTensors.SameBits(expected, plan.Run(left.Copy(), right)));
    }

    [Fact]
    public void A_parameter_that_the_step_updates_is_no_constant()
    {
        Parameter parameter = new(Tensor.From(8.0));
        Sgd optimizer = new([parameter], 0.25);
        Plan plan = Plan.Compile(_ =>
        {
            Tensor loss = (parameter.Value * parameter.Value).Sum();
            optimizer.Step(loss.Backward());
            return loss;
        });
        Assert.Equal([64, 16, 4], (double[])[plan.RunItem(), plan.RunItem(), plan.RunItem()]);
    }

    [Fact]
    public void A_parameter_that_is_assigned_between_runs_is_no_constant()
    {
        Parameter parameter = new(Tensor.From(2.0));
        Plan plan = Plan.Compile(_ => (parameter.Value * 3).Sum());
        Assert.Equal(6, plan.RunItem());
        parameter.Assign(Tensor.From(5.0));
        Assert.Equal(15, plan.RunItem());
    }

    [Fact]
    public void A_learning_rate_that_changes_between_runs_is_no_constant()
    {
        Parameter parameter = new(Tensor.From(0.0));
        Sgd optimizer = new([parameter], 1);
        Plan plan = Plan.Compile(_ =>
        {
            optimizer.Step(parameter.Value.Sum().Backward());
            return Tensor.Scalar(0);
        });
        plan.Run();
        optimizer.Groups[0].LearningRate = 0.5;
        plan.Run();
        Assert.Equal(-1.5, parameter.Value.Item());
    }

    [Fact]
    public void An_array_that_a_tensor_shares_is_no_constant_and_is_read_anew_as_an_input()
    {
        double[] array = [1, 2];
        Tensor shared = Tensor.Wrap(array, [2]);
        Plan constant = Plan.Compile(_ => (shared * 2).Sum());
        Plan input = Plan.Compile(inputs => inputs[0].Sum());
        Assert.Equal((6, 3), (constant.RunItem(), input.RunItem(shared)));
        array[0] = 10;
        Assert.Equal((24, 12), (constant.RunItem(), input.RunItem(shared)));
    }

    [Fact]
    public void What_depends_on_constants_alone_is_computed_once() => Assert.Equal(
        ["add"], Names(inputs => inputs[2] + (Tensor.Ones([5]) * 2).Exp()));

    [Fact]
    public void A_draw_is_made_anew_in_every_run()
    {
        Generator generator = new(4);
        Dropout dropout = new(0.5, generator);
        dropout.Train();
        Plan plan = Plan.Compile(_ => dropout.Forward(Tensor.Ones([64])));
        Assert.False(RandomTensors.SameBits(plan.Run(), plan.Run()));
    }

    /// <summary>The ops left of a step whose inputs are [4, 6], [6, 5] and [5].</summary>
    private static IEnumerable<string> Names(Func<IReadOnlyList<Tensor>, Tensor> step)
    {
        Tensor[] inputs = [Constant([4, 6]), Constant([6, 5]), Constant([5])];
        Recording recording = new();
        Tensor result;
        using (Graph.Record(recording)) result = step(inputs);
        Tape tape = new(recording.Invocations, inputs, [result]);
        foreach (Rewrite rewrite in Rewrite.All) rewrite.Apply(tape);
        return tape.Invocations.Select(invocation => invocation.Op.Name);
    }

    private static Tensor Constant(Shape shape)
    {
        float[] elements = new float[shape.ElementCount];
        new Generator(9).Fork("constant").FillNormal<float>(elements, 0, 1);
        return Tensor.From(elements, shape);
    }

    private static byte[] Train(
        bool plan,
        IReadOnlyList<Rewrite> rewrites,
        int threads,
        string activation = "relu",
        string loss = "cross-entropy")
    {
        using IDisposable limit = Workers.Limit(threads);
        Generator generator = new(21);
        Sequential model = new(
            new Linear(96, 160, generator),
            Activation(activation),
            new Linear(160, 64, generator),
            Activation(activation),
            new Linear(64, 7, generator));
        bool byIndex = loss == "cross-entropy";
        Tensor targets = byIndex ? Tensor.RandomIntegers([150], generator, 0, 7) : Tensor.Normal([150, 7], generator);
        Dataset data = new(Tensor.Normal([150, 96], generator), targets);
        Adam optimizer = new(model.Parameters, 0.01);
        TrainingOptions options = new() { Epochs = 2, BatchSize = 60, Plan = plan, Rewrites = rewrites };
        Trainer trainer = new(model, byIndex ? new SoftmaxCrossEntropy() : new HalfSquaredError(), optimizer, options);
        trainer.Fit(data, cancellationToken: TestContext.Current.CancellationToken);
        using MemoryStream stream = new();
        SafeTensors.Write(
            stream,
            model.SaveState().Concat(optimizer.SaveState().Select(entry => KeyValuePair.Create($"state/{entry.Key}", entry.Value))));
        return stream.ToArray();
    }

    private static Layer Activation(string name) => name switch
    {
        "relu" => new Relu(),
        "leaky relu" => new LeakyRelu(),
        "sigmoid" => new Sigmoid(),
        "tanh" => new Tanh(),
        "elu" => new Elu(),
        "gelu" => new Gelu(),
        "silu" => new Silu(),
        "softplus" => new Softplus(),
        _ => new Identity(),
    };
}
