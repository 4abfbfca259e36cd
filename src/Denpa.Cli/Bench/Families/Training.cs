using System.Diagnostics;

namespace Denpa.Cli.Bench.Families;

/// <summary>Epochs of a <see cref="Trainer"/>, shuffled, each from the end of one to the end of the next.</summary>
/// <param name="task">What is trained.</param>
/// <param name="stepsPerUnit">How many steps the time is given for.</param>
internal sealed class Training(TrainingTask task, int stepsPerUnit) : IFollowable
{
    private readonly Lazy<Dataset> data = new(task.MakeData);

    /// <remarks>It begins with fresh weights: those of a net that has long learned its rows by heart are no usual ones.</remarks>
    public double[] Time(Timing timing)
    {
        Sequential model = task.Network.Create();
        using EpochTimer timer = new(timing);
        TrainingOptions options = new() { Epochs = int.MaxValue, BatchSize = task.BatchSize, DropLast = true };
        new Trainer(model, task.Loss, task.Optimizer(model.Parameters), options) { Callbacks = [timer] }
            .Fit(data.Value, cancellationToken: timer.Enough);
        return [.. timer.Runs.Select(seconds => seconds * stepsPerUnit / task.Steps)];
    }

    /// <summary>The training loss so far after each step of one epoch in order.</summary>
    public double[] Follow(string folder)
    {
        Dataset samples = new(GivenData.Read(folder, "features"), GivenData.Read(folder, "targets"));
        Sequential model = GivenData.LoadWeights(folder, task.Network.Create());
        LossRecorder losses = new();
        TrainingOptions options = new() { Epochs = 1, BatchSize = task.BatchSize, Sampling = BatchSampling.InOrder };
        new Trainer(model, task.Loss, task.Optimizer(model.Parameters), options) { Callbacks = [losses] }.Fit(samples);
        return [.. losses.Values];
    }

    /// <summary>Times epochs, and ends training when there are enough of them.</summary>
    private sealed class EpochTimer(Timing timing) : TrainerCallback, IDisposable
    {
        private readonly CancellationTokenSource enough = new();
        private readonly long begun = Stopwatch.GetTimestamp();
        private long runBegun;
        private int epochs;

        public List<double> Runs { get; } = [];

        public CancellationToken Enough => enough.Token;

        public override void EpochEnded(EpochRecord epoch)
        {
            long now = Stopwatch.GetTimestamp();
            if (runBegun == 0)
            {
                if (Stopwatch.GetElapsedTime(begun, now) >= timing.WarmUp) runBegun = now;
                return;
            }

            epochs++;
            TimeSpan elapsed = Stopwatch.GetElapsedTime(runBegun, now);
            if (elapsed < timing.ShortestRun) return;
            Runs.Add(elapsed.TotalSeconds / epochs);
            (runBegun, epochs) = (now, 0);
            if (Runs.Count == timing.Runs) enough.Cancel();
        }

        public void Dispose() => enough.Dispose();
    }

    private sealed class LossRecorder : TrainerCallback
    {
        public List<double> Values { get; } = [];

        public override void StepEnded(TrainingProgress progress) => Values.Add(progress.Loss);
    }
}
