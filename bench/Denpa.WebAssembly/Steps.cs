using System.Diagnostics;

namespace Denpa.Benchmarks;

/// <summary>The steps of a 2-8-8-1 network that learns to tell an inner disc from the ring around it, ten rows at a time.</summary>
internal static class Steps
{
    private const int Rows = 200;
    private const int BatchSize = 10;
    private const int BatchCount = Rows / BatchSize;
    private const int WarmUp = 50;
    private const int Epochs = 100;

    /// <summary>Microseconds of a step under a trainer.</summary>
    public static Times UnderTrainer()
    {
        Sequential network = Network();
        TrainingOptions options = new() { Epochs = WarmUp + Epochs, BatchSize = BatchSize };
        TrainingResult result = new Trainer(network, new BinaryCrossEntropy(), Optimizer(network), options).Fit(Disc());
        if (result.PlanRefusal is { } refusal) throw new InvalidOperationException(refusal);
        return new Times(result.History.Skip(WarmUp).Select(epoch => epoch.Seconds * 1e6 / BatchCount), result.History[^1].TrainingLoss);
    }

    /// <summary>Microseconds of a step that is compiled and run by hand.</summary>
    public static Times UnderPlan()
    {
        Sequential network = Network();
        BinaryCrossEntropy loss = new();
        Sgd optimizer = Optimizer(network);
        Plan plan = Plan.Compile(batch =>
        {
            Tensor value = loss.Forward(network.Forward(batch[0]), batch[1]);
            optimizer.Step(value.Backward());
            return value;
        });
        Dataset all = Disc();
        Dataset[] batches = [.. Enumerable.Range(0, Rows).Chunk(BatchSize).Select(rows => all.Subset(rows))];
        List<double> times = [];
        double last = 0;
        for (int epoch = 0; epoch < WarmUp + Epochs; epoch++)
        {
            long begun = Stopwatch.GetTimestamp();
            foreach (Dataset batch in batches) last = plan.RunItem(batch.Features, batch.Targets);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMicroseconds / BatchCount);
        }
        return new Times(times.Skip(WarmUp), last);
    }

    private static Sequential Network()
    {
        Generator generator = new(seed: 1);
        return new Sequential(
            new Linear(2, 8, generator), new Tanh(), new Linear(8, 8, generator), new Tanh(), new Linear(8, 1, generator));
    }

    private static Sgd Optimizer(Sequential network) => new(network.Parameters, learningRate: 0.03);

    private static Dataset Disc()
    {
        Random random = new(1);
        float[,] points = new float[Rows, 2];
        float[,] isInside = new float[Rows, 1];
        for (int row = 0; row < Rows; row++)
        {
            (double x, double y) = ((2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1);
            (points[row, 0], points[row, 1]) = ((float)x, (float)y);
            isInside[row, 0] = (x * x) + (y * y) < 0.6 ? 1 : 0;
        }
        return new Dataset(Tensor.From(points), Tensor.From(isInside));
    }
}
