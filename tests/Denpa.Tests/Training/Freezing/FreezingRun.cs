using Denpa.Tests.Formats;

namespace Denpa.Tests.Training;

/// <summary>
/// A training whose steps a recording would freeze: each is replayed right, or refused, and trains to the bits of training op by op. A
/// module that says nothing of itself is never replayed; one that says that it computes from tensors alone, and does not, is found out.
/// </summary>
/// <param name="Layer">The layer between two others, unless there is another model.</param>
public sealed record FreezingRun(Layer Layer)
{
    /// <summary>How many epochs it trains, unless it says so.</summary>
    public const int DefaultEpochs = 4;

    /// <summary>
    /// Whether a module says that it computes from tensors alone, and rows to a batch: of 40 in batches of 8, and in batches of 16 with a
    /// smaller last one.
    /// </summary>
    public static TheoryData<bool, int> Cases => new() { { false, 8 }, { true, 8 }, { true, 16 }, { true, 40 } };

    public Loss Loss { get; init; } = new MeanSquaredError();

    public TrainerCallback? Callback { get; init; }

    public Generator? Noise { get; init; }

    public Dataset? Data { get; init; }

    public Sequential? Model { get; init; }

    public BatchSampling Sampling { get; init; } = BatchSampling.Shuffled;

    public int Epochs { get; init; } = DefaultEpochs;

    public static TrainingResult RequireRefused(int batchSize, Func<FreezingRun> make)
    {
        TrainingResult result = RequireEager(batchSize, make);
        Assert.NotNull(result.PlanRefusal);
        return result;
    }

    /// <summary>Trains with and without a plan, and requires the same bits of parameters and history.</summary>
    public static TrainingResult RequireEager(int batchSize, Func<FreezingRun> make)
    {
        (Sequential eager, TrainingResult expected) = Train(plan: false);
        (Sequential planned, TrainingResult actual) = Train(plan: true);
        RequireSameBits(eager, planned);
        Assert.Equal(expected.History.Select(record => record.TrainingLoss), actual.History.Select(record => record.TrainingLoss));
        Assert.Null(expected.PlanRefusal);
        return actual;

        (Sequential Model, TrainingResult Result) Train(bool plan)
        {
            FreezingRun run = make();
            Sequential model = run.Model ?? new Sequential(
                new Linear(3, 4, new Generator(1), dtype: DType.Float64),
                run.Layer,
                new Linear(4, 1, new Generator(2), dtype: DType.Float64));
            TrainingOptions options = new()
            {
                Epochs = run.Epochs,
                BatchSize = batchSize,
                Plan = plan,
                Sampling = run.Sampling,
            };
            Trainer trainer = new(model, run.Loss, new Adam(model.Parameters, 0.01), options)
            {
                Callbacks = run.Callback is null ? [] : [run.Callback],
                Generators = run.Noise is { } noise
                    ? new Dictionary<string, Generator> { ["noise"] = noise }
                    : new Dictionary<string, Generator>(),
            };
            return (model, trainer.Train(run.Data ?? ToySets.Linear(40, [1, 2, 3], new Generator(15), dtype: DType.Float64)));
        }
    }

    public static void RequireSameBits(Sequential expected, Sequential actual)
    {
        foreach ((Parameter one, Parameter other) in expected.Parameters.Zip(actual.Parameters))
        {
            Assert.True(RandomTensors.SameBits(one.Value, other.Value), $"{one.Name}: {one.Value} and {other.Value}");
        }
    }
}
