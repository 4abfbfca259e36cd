namespace Denpa.Tests.Training;

/// <summary>A layer made of a function, which says of itself what it is told to.</summary>
internal sealed class FunctionLayer(Func<Tensor, Tensor> function, bool fromTensorsAlone = false) : Layer
{
    public override bool ComputesFromTensorsAlone => fromTensorsAlone;

    protected override Tensor Compute(Tensor input) => function(input);
}

/// <summary>Training that ends when the test is cancelled.</summary>
internal static class TrainerUnderTest
{
    extension(Trainer trainer)
    {
        public TrainingResult Train(
            Dataset training, Dataset? validation = null, Checkpoint? resumeFrom = null, IProgress<TrainingProgress>? progress = null) =>
            trainer.Fit(training, validation, resumeFrom, progress, TestContext.Current.CancellationToken);
    }
}

/// <summary>Calls an action after each step, with the number of steps so far.</summary>
internal sealed class AfterStep(Action<int> action) : TrainerCallback
{
    private int steps;

    public override void StepEnded(TrainingProgress progress) => action(++steps);
}

/// <summary>Calls an action after each epoch, with the number of epochs so far.</summary>
internal sealed class AfterEpoch(Action<int> action) : TrainerCallback
{
    public override void EpochEnded(EpochRecord epoch) => action(epoch.Epoch);
}

/// <summary>Keeps all that a trainer tells.</summary>
internal sealed class Listener : TrainerCallback, IProgress<TrainingProgress>
{
    public List<TrainingProgress> Steps { get; } = [];

    public List<TrainingProgress> Reports { get; } = [];

    public List<EpochRecord> Epochs { get; } = [];

    public List<TrainingResult> Results { get; } = [];

    public override void StepEnded(TrainingProgress progress) => Steps.Add(progress);

    public override void EpochEnded(EpochRecord epoch) => Epochs.Add(epoch);

    public override void TrainingEnded(TrainingResult result) => Results.Add(result);

    public void Report(TrainingProgress value) => Reports.Add(value);
}

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class HandClock : TimeProvider
{
    private long now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan time) => now += time.Ticks;

    public override long GetTimestamp() => now;
}
