namespace Denpa;

/// <summary>One training under way: where it stands, and how it goes on.</summary>
internal sealed partial class TrainingRun
{
    private readonly Trainer trainer;
    private readonly Dataset training;
    private readonly Dataset? validation;
    private readonly IProgress<TrainingProgress>? progress;
    private readonly DataLoader loader;
    private readonly string watch;
    private readonly bool higherIsBetter;
    private readonly GrowthGuard growth = new();
    private readonly RowShares? shares;
    private readonly EarlyStopping stopping;
    private readonly List<EpochRecord> history = [];
    private readonly (string Name, Generator Generator)[] generators;
    private readonly TrainingStep trainingStep;
    private readonly TrainerCallback[] callbacks;
    private readonly long begun;

    /// <summary>Epochs done.</summary>
    private int epoch;

    /// <summary>Batches of this epoch done.</summary>
    private int batch;

    /// <summary>Updates done.</summary>
    private long step;

    /// <summary>Whether the parameters are still those that training began from.</summary>
    private bool isUntouched = true;

    /// <summary>This epoch's losses, each times what it counts for, and what they count for; of sums, how many they are.</summary>
    private WeightedSum losses;

    /// <summary>Why training ended of itself; null while it could go on.</summary>
    private StopReason? finished;

    private long epochBegun;
    private long saved;

    /// <summary>Where the run stood after the step that was last run anew, to go back to where replays turn out to be wrong.</summary>
    private (int Batch, long Step, WeightedSum Losses) settled;

    public TrainingRun(Trainer trainer, Dataset training, Dataset? validation, IProgress<TrainingProgress>? progress)
    {
        (this.trainer, this.training, this.validation, this.progress) = (trainer, training, validation, progress);
        TrainingOptions options = trainer.Options;
        shares = trainer.Objective.SharesOf(training);
        RequireRows(shares, "training");
        if (validation is not null) RequireRows(trainer.Objective.SharesOf(validation), "validation");
        Generator order = new Generator(options.Seed).Fork("order");
        loader = new DataLoader(training, options.BatchSize, order, options.Sampling, options.DropLast);
        generators = [.. trainer.Model.Generators, .. trainer.Generators.Select(entry => (entry.Key, entry.Value))];
        trainingStep = new TrainingStep(trainer, training, growth, generators.Select(entry => entry.Generator));
        watch = options.Watch ?? (validation is null ? TrainingOptions.TrainingLoss : TrainingOptions.ValidationLoss);
        higherIsBetter = RequireMeasured()?.HigherIsBetter ?? false;
        stopping = new EarlyStopping(options, higherIsBetter);
        callbacks = [.. trainer.Callbacks];
        begun = epochBegun = saved = trainer.Clock.GetTimestamp();
    }

    private Module Model => trainer.Model;

    private bool AddsSums => trainer.Objective.Reduction == LossReduction.Sum;

    /// <summary>This epoch's loss so far; NaN where no batch has counted.</summary>
    private double EpochLoss => AddsSums && losses.Weight != 0 ? losses.Sum : losses.Mean;

    public TrainingResult Run(CancellationToken cancellationToken)
    {
        StopReason reason = finished ?? RunToEnd(cancellationToken);
        bool endsWithBest = trainer.Options.Patience > 0 || reason == StopReason.Cancelled;
        if (endsWithBest && stopping.BestWeights is { } best) Model.LoadState(best);
        Model.Evaluate();
        TrainingResult result = new(history, stopping.BestEpoch, reason) { PlanRefusal = trainingStep.PlanRefusal };
        foreach (TrainerCallback callback in callbacks) callback.TrainingEnded(result);
        return result;
    }

    private StopReason RunToEnd(CancellationToken cancellationToken)
    {
        try
        {
            return RunEpochs(cancellationToken);
        }
        finally
        {
            trainingStep.Stop();
        }
    }

    private StopReason RunEpochs(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (RunBatches(cancellationToken) is { } interruption)
            {
                Settle();
                Save();
                return interruption;
            }

            FinishEpoch();
            if (stopping.IsExhausted) finished = StopReason.Patience;
            else if (epoch >= trainer.Options.Epochs) finished = StopReason.Epochs;
            Save();
            if (finished is { } reason) return reason;
        }
    }

    private StopReason? RunBatches(CancellationToken cancellationToken)
    {
        Model.Train();
        int[] order = loader.OrderToRead(epoch);
        settled = (batch, step, losses);
        bool isFirst = true;
        while (batch < loader.BatchCount || !Settle())
        {
            if (cancellationToken.IsCancellationRequested) return StopReason.Cancelled;
            if (trainer.Options.TimeLimit is { } limit && Elapsed(begun) >= limit) return StopReason.TimeLimit;
            ReadOnlyMemory<int> next = batch + 1 < loader.BatchCount ? loader.RowsOf(batch + 1, order) : default;
            ReadOnlyMemory<int> rows = loader.RowsOf(batch, order);
            if (shares?.AreZero(rows.Span) != true)
            {
                if (RunStep(rows, next, isFirst || batch + 1 == loader.BatchCount) is not { } loss)
                {
                    GoBack();
                    continue;
                }

                losses += loss;
                isFirst = false;
            }

            batch++;
            step++;
            if (trainingStep.IsSettled) settled = (batch, step, losses);
            Tell(finishedEpoch: null);
            if (trainer.Checkpoints is not null && Elapsed(saved) >= trainer.Options.CheckpointInterval && Settle()) Save();
        }

        return null;
    }

    /// <summary>Makes sure that every step so far was the right one; false where the run had to go back.</summary>
    private bool Settle()
    {
        if (trainingStep.Settle())
        {
            settled = (batch, step, losses);
            return true;
        }

        GoBack();
        return false;
    }

    private void GoBack() => (batch, step, losses) = settled;

    /// <summary>One update; returns the loss before it, or null where the run has to go back.</summary>
    private WeightedSum? RunStep(ReadOnlyMemory<int> rows, ReadOnlyMemory<int> next, bool isEdge)
    {
        SetLearningRates();
        try
        {
            if (trainingStep.Run(rows, next, isEdge) is not { } sum) return null;
            double value = sum / trainer.Objective.LossCount;
            isUntouched = false;
            return AddsSums ? new WeightedSum(value, 1) : WeightedSum.OfMean(value, shares?.Weight(rows.Span) ?? rows.Length);
        }
        catch (RunawayException runaway)
        {
            throw Divergence(rows, runaway);
        }
    }

    private void SetLearningRates()
    {
        if (trainer.Schedule is not { } schedule) return;
        long at = trainer.Options.ScheduleUnit == ScheduleUnit.Step ? step : epoch;
        foreach (ParameterGroup group in trainer.Optimizer.Groups) group.LearningRate = schedule.Rate(at, group.InitialLearningRate);
    }

    private void FinishEpoch()
    {
        Evaluation? measured = validation is null ? null : trainer.Objective.Evaluate(validation, trainer.Metrics);
        EpochRecord record = new(
            epoch + 1,
            EpochLoss,
            measured?.Loss,
            measured?.Metrics ?? new Dictionary<string, double>(),
            trainer.Optimizer.Groups[0].LearningRate)
        {
            Seconds = Elapsed(epochBegun).TotalSeconds,
        };
        double watched = record[watch]!.Value;
        stopping.Observe(record.Epoch, watched, Model);

        // A schedule expects a number that falls when things get better.
        trainer.Schedule?.Report(higherIsBetter ? -watched : watched);
        history.Add(record);
        Tell(record);
        foreach (TrainerCallback callback in callbacks) callback.EpochEnded(record);
        (epoch, batch, losses, epochBegun) = (epoch + 1, 0, default, trainer.Clock.GetTimestamp());
    }

    private void Tell(EpochRecord? finishedEpoch)
    {
        TrainingProgress report = new(epoch + 1, trainer.Options.Epochs, batch, loader.BatchCount, EpochLoss, finishedEpoch);
        progress?.Report(report);
        if (finishedEpoch is not null) return;
        foreach (TrainerCallback callback in callbacks) callback.StepEnded(report);
    }

    private DivergenceException Divergence(ReadOnlyMemory<int> rows, RunawayException runaway)
    {
        double learningRate = trainer.Optimizer.Groups[0].LearningRate;
        Divergence divergence = new(epoch + 1, batch + 1, runaway.Loss, runaway.Exploded, learningRate, isUntouched);
        return new DivergenceException(divergence, Autopsy.Find(trainer.Objective, training.Take(rows), isUntouched));
    }

    private static void RequireRows(RowShares? shares, string part)
    {
        if (shares?.AreAllZero() != true) return;
        throw new ArgumentException($"trainer: the weights of all {part} rows are 0, so they say nothing; give some of them weight");
    }

    private TimeSpan Elapsed(long since) => trainer.Clock.GetElapsedTime(since);

    private Metric? RequireMeasured()
    {
        if (watch == TrainingOptions.TrainingLoss || (watch == TrainingOptions.ValidationLoss && validation is not null)) return null;
        Metric? metric = trainer.Metrics.FirstOrDefault(metric => metric.Name == watch);
        if (metric is not null && validation is not null) return metric;
        string all = string.Join(", ", trainer.Metrics.Select(measured => $"\"{measured.Name}\""));
        throw new ArgumentException(
            $"trainer: there is no \"{watch}\" to watch: " +
            (validation is null ? "it needs validation data" : $"the metrics are {(all.Length == 0 ? "none" : all)}"));
    }

    /// <summary>Losses, each times what it counts for, and what they count for together.</summary>
    private readonly record struct WeightedSum(double Sum, double Weight)
    {
        /// <summary>The weighted mean; NaN where the weights add up to nothing.</summary>
        public double Mean => Weight == 0 ? double.NaN : Sum / Weight;

        public static WeightedSum operator +(WeightedSum left, WeightedSum right) => new(left.Sum + right.Sum, left.Weight + right.Weight);

        public static WeightedSum OfMean(double mean, double weight) => new(mean * weight, weight);
    }
}
