namespace Denpa.SteadyState;

/// <summary>The workloads, small enough to be quick and shaped like the real ones.</summary>
internal static class Workloads
{
    public static void Xor(AllocationCount count)
    {
        Generator generator = new(1);
        Tensor inputs = Tensor.From(new float[,] { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } });
        Tensor targets = Tensor.From(new float[,] { { 0 }, { 1 }, { 1 }, { 0 } });
        Sequential model = new(new Linear(2, 3, generator), new Sigmoid(), new Linear(3, 1, generator), new Sigmoid());
        Sgd optimizer = new(model.Parameters, 0.5);
        HalfSquaredError loss = new();
        Plan plan = Plan.Compile(batch =>
        {
            Tensor value = loss.Forward(model.Forward(batch[0]), batch[1]);
            optimizer.Step(value.Backward());
            return value;
        });
        while (!count.IsDone)
        {
            plan.RunItem(inputs, targets);
            count.Step();
        }
    }

    public static void Mlp(AllocationCount count, Func<IEnumerable<Parameter>, Optimizer> optimizerOf)
    {
        const int Rows = 128 * 200;
        Generator generator = new(2);
        Sequential model = new(
            new Linear(784, 256, generator), new Relu(), new Linear(256, 128, generator), new Relu(), new Linear(128, 10, generator));
        Dataset data = new(Tensor.Uniform([Rows, 784], generator), Tensor.RandomIntegers([Rows], generator, 0, 10));
        Train(
            count,
            model,
            new SoftmaxCrossEntropy(),
            optimizerOf(model.Parameters),
            data,
            new TrainingOptions { BatchSize = 128, Epochs = 8 });
    }

    public static void Online(AllocationCount count)
    {
        Generator generator = new(3);
        Sequential model = new(new Linear(2, 10, generator), new Sigmoid(), new Linear(10, 1, generator));
        Dataset data = new(Tensor.Uniform([1000, 2], generator), Tensor.Uniform([1000, 1], generator));
        Train(
            count, model, new HalfSquaredError(), new Sgd(model.Parameters, 0.1), data, new TrainingOptions { BatchSize = 1, Epochs = 2 });
    }

    private static void Train(
        AllocationCount count, Layer model, Loss loss, Optimizer optimizer, Dataset data, TrainingOptions options) =>
        new Trainer(model, loss, optimizer, options) { Callbacks = [count] }.Fit(data);
}
