using System.Globalization;

namespace Denpa;

internal sealed partial class TrainingRun
{
    private Dictionary<string, string>? fingerprint;

    private Dictionary<string, string> OwnFingerprint => fingerprint ??= Fingerprint.Of(trainer, training, validation);

    /// <summary>Puts the run where a checkpoint says.</summary>
    /// <exception cref="CheckpointException">The checkpoint is of another run.</exception>
    public void Restore(Checkpoint checkpoint)
    {
        CheckpointState state = checkpoint.State;
        IReadOnlyList<CheckpointDifference> differences = Fingerprint.Differences(state.Fingerprint, OwnFingerprint);
        int? fewerEpochs = FewerEpochs(differences);
        RequireSameRun([.. differences.Where(difference => fewerEpochs is null || difference.Name != Fingerprint.Epochs)]);
        foreach ((string name, _) in generators)
        {
            if (!state.Generators.ContainsKey(name)) throw Foreign($"it lacks generator {name}");
        }

        TrainingOptions options = trainer.Options with { Epochs = fewerEpochs ?? trainer.Options.Epochs };
        if (state.Flaw(options, loader.BatchCount, watch) is { } flaw)
        {
            throw new CheckpointException(
                $"checkpoint: its numbers contradict each other: {flaw}; begin afresh, or from another checkpoint");
        }

        try
        {
            // The best weights are for the end; that they fit is seen now.
            if (checkpoint.BestWeights is { } best) Model.LoadState(best);
            Model.LoadState(checkpoint.Weights);
            trainer.Optimizer.LoadState(checkpoint.Optimizer);
            trainer.Schedule?.LoadState(checkpoint.Schedule);
        }
        catch (ArgumentException error)
        {
            throw new CheckpointException($"checkpoint: {error.Message}", error);
        }

        foreach ((string name, Generator generator) in generators) generator.Restore(state.Generators[name]);
        (epoch, batch, step, isUntouched) = (state.Epoch, state.Batch, state.Step, state.Step == 0);
        losses = new WeightedSum(state.LossSum, state.LossWeight);
        growth.Restore(state.LossReference, state.LossesSeen);
        stopping.Restore(state.BestEpoch, state.Best, state.Waited, checkpoint.BestWeights);
        finished = fewerEpochs is not null && state.Finished == StopReason.Epochs ? null : state.Finished;
        history.AddRange(state.History.Zip(checkpoint.Seconds, RecordOf));
    }

    /// <summary>
    /// The epochs that the checkpoint's run was to have, where this one is to have more and each step of the first ones is the same for
    /// that; else null.
    /// </summary>
    private int? FewerEpochs(IReadOnlyList<CheckpointDifference> differences)
    {
        if (trainer.Schedule?.HasEnd == true) return null;
        CheckpointDifference? epochs = differences.FirstOrDefault(difference => difference.Name == Fingerprint.Epochs);
        bool isNumber = int.TryParse(epochs?.Saved, NumberStyles.None, CultureInfo.InvariantCulture, out int saved);
        return isNumber && saved < trainer.Options.Epochs ? saved : null;
    }

    private static void RequireSameRun(IReadOnlyList<CheckpointDifference> differences)
    {
        if (differences.Count > 0) throw Foreign(string.Join("; ", differences), differences);
    }

    private static CheckpointException Foreign(string reason, IReadOnlyList<CheckpointDifference>? differences = null) =>
        new($"checkpoint: it is of another run: {reason}", differences: differences);

    private void Save()
    {
        if (trainer.Checkpoints is not { } store) return;
        CheckpointState state = new(
            CheckpointState.CurrentVersion,
            epoch,
            batch,
            step,
            losses.Sum,
            losses.Weight,
            growth.Reference,
            growth.Seen,
            stopping.BestEpoch,
            stopping.Best,
            stopping.Waited,
            finished,
            [.. history.Select(StateOf)],
            generators.ToDictionary(entry => entry.Name, entry => entry.Generator.State),
            OwnFingerprint);

        // It is written before anything changes, so nothing needs to be copied.
        store.Save(new Checkpoint(
            state,
            [.. history.Select(record => record.Seconds)],
            Model.Live(),
            stopping.BestWeights,
            trainer.Optimizer.Live(),
            trainer.Schedule?.SaveState() ?? new Dictionary<string, Tensor>()));
        saved = trainer.Clock.GetTimestamp();
    }

    private static EpochRecord RecordOf(EpochState state, double seconds) =>
        new(state.Epoch, state.TrainingLoss, state.ValidationLoss, state.Metrics, state.LearningRate) { Seconds = seconds };

    private static EpochState StateOf(EpochRecord record) =>
        new(record.Epoch, record.TrainingLoss, record.ValidationLoss, new Dictionary<string, double>(record.Metrics), record.LearningRate);
}
