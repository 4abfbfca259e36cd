using Denpa.Cli.Bench.Families;

namespace Denpa.Cli.Bench;

/// <summary>Everything that <c>bench</c> times, in the order in which it does.</summary>
internal static class Workloads
{
    private const double Giga = 1e9;

    private static readonly TrainingTask Mlp = new(new Network(784, 256, 128, 10), Rows: 60_000, BatchSize: 128);
    private static readonly TrainingTask Book = new(new Network(784, 50, 10), Rows: 60_000, BatchSize: 100);
    private static readonly TrainingTask Tabular = new(new Network(30, 64, 32, 2), Rows: 4_096, BatchSize: 32);
    private static readonly TrainingTask Online = new(new Network(2, 10, 1), Rows: 4_096, BatchSize: 1) { IsRegression = true };
    private static readonly TrainingTask Wide = new(new Network(1024, 4096, 4096, 1024), Rows: 1_024, BatchSize: 256);

    public static readonly IReadOnlyList<Workload> All =
    [
        new("fma-peak-1", "fused multiply-adds in registers, on one thread", Unit.GigaflopsPerSecond, Giga, () => new FmaPeak(1)),
        new("fma-peak", "the same on all threads", Unit.GigaflopsPerSecond, Giga, () => new FmaPeak(Workers.Count)),
        Product(64),
        Product(256),
        Product(1024),
        Product(2048),
        Epoch("mlp-sgd", Mlp with { Optimizer = parameters => new Sgd(parameters, 0.1) }),
        Epoch("mlp-adam", Mlp with { Optimizer = parameters => new Adam(parameters) }),
        Epoch("book-sgd", Book with { Optimizer = parameters => new Sgd(parameters, 0.1) }),
        Step("tabular-adam", Unit.MicrosecondsPerStep, Tabular with { Optimizer = parameters => new Adam(parameters) }),
        Step("online-sgd", Unit.MicrosecondsPerStep, Online with { Optimizer = parameters => new Sgd(parameters, 0.01) }),
        new("xor", "2-3-1, sigmoid, full batch of 4", Unit.MicrosecondsPerStep, 0, () => new Xor()),
        Step("wide-sgd", Unit.MillisecondsPerStep, Wide with { Optimizer = parameters => new Sgd(parameters, 0.01) }),
        Row("infer-1", Mlp.Network),
    ];

    /// <summary>The workload of a name, or null.</summary>
    public static Workload? Find(string name) =>
        All.FirstOrDefault(workload => workload.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Workload Product(int size)
    {
        double operations = 2.0 * size * size * size;
        string content = $"{size}×{size} by {size}×{size}";
        return new($"gemm-{size}", content, Unit.MicrosecondsPerProduct, operations, () => new SquareProduct(size));
    }

    private static Workload Epoch(string name, TrainingTask task)
    {
        double operations = task.Steps * task.StepOperations;
        return new(name, $"{task}, {task.Steps} steps", Unit.MillisecondsPerEpoch, operations, () => new Training(task, task.Steps));
    }

    private static Workload Step(string name, Unit unit, TrainingTask task) =>
        new(name, task.ToString(), unit, task.StepOperations, () => new Training(task, stepsPerUnit: 1));

    private static Workload Row(string name, Network network) =>
        new(name, $"{network}, one row", Unit.MicrosecondsPerRow, network.PredictionOperations(rows: 1), () => new Inference(network));
}
