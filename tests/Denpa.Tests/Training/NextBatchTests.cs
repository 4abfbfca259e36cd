using Denpa.Kernels;
using Denpa.Tests.Kernels;

namespace Denpa.Tests.Training;

/// <summary>Rows of 2 400 bytes in batches of 32, which are enough to be gathered ahead; the last batch of an epoch has 4.</summary>
[Collection(nameof(WorkerPoolTests))]
public sealed class NextBatchTests
{
    private const int Rows = 100;
    private const int Features = 600;

    [Theory]
    [InlineData(BatchSampling.Shuffled, 1)]
    [InlineData(BatchSampling.Shuffled, 4)]
    [InlineData(BatchSampling.InOrder, 4)]
    [InlineData(BatchSampling.WithReplacement, 4)]
    public void A_batch_made_ready_beforehand_trains_to_the_same_bits_as_one_made_when_needed(BatchSampling sampling, int threads)
    {
        using IDisposable limit = Workers.Limit(threads);
        Assert.Equal(Train(sampling, plan: false), Train(sampling, plan: true));
    }

    [Fact]
    public void Weights_are_gathered_with_their_rows()
    {
        Tensor weights = Tensor.Uniform([Rows], new Generator(3));
        Assert.Equal(
            Train(BatchSampling.Shuffled, plan: false, weights: weights), Train(BatchSampling.Shuffled, plan: true, weights: weights));
    }

    [Fact]
    public void Rows_other_than_the_announced_ones_are_gathered_when_needed()
    {
        Dataset data = Data(null);
        RecordedStep step = Sums(data, [.. Enumerable.Range(0, 32)]);
        NextBatch next = NextBatch.For(data, step)!;
        int[] announced = [.. Enumerable.Range(10, 32)];
        next.Begin(announced);
        Assert.False(next.MoveTo(step, Enumerable.Range(20, 32).ToArray()));
        Assert.False(next.MoveTo(step, announced));
    }

    [Fact]
    public void The_announced_rows_become_the_inputs_of_the_step()
    {
        Dataset data = Data(null);
        RecordedStep step = Sums(data, [.. Enumerable.Range(0, 32)]);
        NextBatch next = NextBatch.For(data, step)!;
        int[] announced = [.. Enumerable.Range(10, 32).Reverse()];
        next.Begin(announced);
        Assert.True(next.MoveTo(step, announced));
        Assert.Equal(data.Subset(announced).Features.ToArray<float>(), step.Inputs[0].ToArray<float>());
        Assert.Equal(data.Subset(announced).Features.Sum().Item(), step.Replay().Item());
    }

    [Fact]
    public void Batches_of_a_few_kilobytes_are_not_worth_it()
    {
        Dataset data = new(Tensor.Zeros([100, 4]), Tensor.Zeros([100, 1]));
        Assert.Null(NextBatch.For(data, Sums(data, [.. Enumerable.Range(0, 32)])));
    }

    [Fact]
    public void Nothing_is_offered_any_more_when_training_is_over()
    {
        Dataset data = Data(null);
        using CancellationTokenSource cancelled = new();
        Sequential model = Model();
        TrainingOptions options = new() { BatchSize = 32, Epochs = 5 };
        Trainer trainer = new(model, new SoftmaxCrossEntropy(), new Sgd(model.Parameters, 0.1), options)
        {
            Callbacks = [new CancelAtStep(cancelled)],
        };
        Assert.Equal(StopReason.Cancelled, trainer.Fit(data, cancellationToken: cancelled.Token).StopReason);
        Assert.False(SpareWork.TakePart());
    }

    private static RecordedStep Sums(Dataset data, int[] rows)
    {
        Dataset subset = data.Subset(rows);
        return RecordedStep.Record(inputs => inputs[0].Sum(), [subset.Features, subset.Targets], []);
    }

    private static float[] Train(BatchSampling sampling, bool plan, Tensor? weights = null)
    {
        Sequential model = Model();
        TrainingOptions options = new() { BatchSize = 32, Epochs = 3, Sampling = sampling, Plan = plan };
        new Trainer(model, new SoftmaxCrossEntropy(), new Sgd(model.Parameters, 0.1), options).Fit(Data(weights));
        return [.. model.Parameters.SelectMany(parameter => parameter.Value.ToArray<float>())];
    }

    private static Sequential Model()
    {
        Generator generator = new(1);
        return new(new Linear(Features, 8, generator), new Relu(), new Linear(8, 3, generator));
    }

    private static Dataset Data(Tensor? weights)
    {
        Generator generator = new(2);
        return new(Tensor.Uniform([Rows, Features], generator), Tensor.RandomIntegers([Rows], generator, 0, 3), weights);
    }

    private sealed class CancelAtStep(CancellationTokenSource source) : TrainerCallback
    {
        public override void StepEnded(TrainingProgress progress)
        {
            if (progress.Epoch == 2 && progress.Step == 2) source.Cancel();
        }
    }
}
