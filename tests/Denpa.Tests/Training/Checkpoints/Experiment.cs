namespace Denpa.Tests.Training.Checkpoints;

/// <summary>A small training with everything in it that has state: dropout, an optimizer, a schedule, shuffling, early stopping.</summary>
internal sealed class Experiment
{
    public static readonly Dataset Training = ToySets.Spiral(60, new Generator(1), classes: 3, noise: 0.05);
    public static readonly Dataset Validation = ToySets.Spiral(30, new Generator(2), classes: 3, noise: 0.05);
    public static readonly TrainingOptions Options = new() { Epochs = 8, BatchSize = 16, Patience = 4, ClipNorm = 1, Seed = 5 };

    /// <summary>The seed is that of weights and dropout: a run that resumes must not depend on it.</summary>
    public Experiment(ulong seed = 3, bool withAdam = true, TrainingOptions? options = null)
    {
        Generator generator = new(seed);
        Model = new Sequential(
            new Linear(2, 24, generator), new Relu(), new Dropout(0.25, generator.Fork("a")), new Linear(24, 24, generator), new Relu(),
            new Dropout(0.1, generator.Fork("b")), new Linear(24, 3, generator));
        Optimizer = withAdam ? new Adam(Model.Parameters, 0.02) : new Momentum(Model.Parameters, 0.1);
        Schedule = withAdam ? new PlateauSchedule(factor: 0.5, patience: 0) : new WarmUpSchedule(5, new CosineSchedule(30));
        TrainerOptions = options ?? Options;
    }

    public Sequential Model { get; }

    public Optimizer Optimizer { get; }

    public Schedule Schedule { get; }

    public TrainingOptions TrainerOptions { get; }

    public Listener Listener { get; } = new();

    /// <summary>Runs from a store's latest checkpoint, or from the beginning, for at most so many steps.</summary>
    public TrainingResult Run(
        CheckpointStore? store = null, int steps = int.MaxValue, Action<int>? afterStep = null, HandClock? clock = null)
    {
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Trainer trainer = new(Model, new SoftmaxCrossEntropy(), Optimizer, TrainerOptions, Schedule)
        {
            Checkpoints = store,
            Metrics = [Metric.Accuracy, Metric.LogLoss],
            Clock = clock ?? TimeProvider.System,
            Callbacks = [Listener, new AfterStep(step => { if (step == steps) source.Cancel(); }), new AfterStep(afterStep ?? (_ => { }))],
        };
        if (steps == 0) source.Cancel();
        return trainer.Fit(Training, Validation, store?.TryLoadLatest(out _), cancellationToken: source.Token);
    }

    /// <summary>All that training changes.</summary>
    public IEnumerable<KeyValuePair<string, Tensor>> State() => [.. Model.SaveState(), .. Optimizer.SaveState(), .. Schedule.SaveState()];

    public IEnumerable<GeneratorState> GeneratorStates() => Model.Generators.Select(entry => entry.Generator.State);
}
