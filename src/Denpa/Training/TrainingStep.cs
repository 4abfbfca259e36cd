using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// One update of a model from some rows of a dataset: forward, backward, clipping, update, with a guard before the update. It is
/// recorded for each number of rows and replayed; a model that looks at elements on the way runs op by op instead.
/// </summary>
internal sealed class TrainingStep
{
    private readonly Trainer trainer;
    private readonly Dataset dataset;
    private readonly LossGuardOp lossGuard;
    private readonly List<Recorded> recorded = [];
    private readonly Generator[] generators;
    private readonly GeneratorState[] before;

    /// <param name="trainer">What trains what.</param>
    /// <param name="dataset">What it learns from.</param>
    /// <param name="growth">Notices a loss that runs away.</param>
    /// <param name="generators">Every generator that a step may move.</param>
    public TrainingStep(Trainer trainer, Dataset dataset, GrowthGuard growth, IEnumerable<Generator> generators)
    {
        (this.trainer, this.dataset, lossGuard, this.generators) = (trainer, dataset, new LossGuardOp(growth), [.. generators]);
        before = new GeneratorState[this.generators.Length];
    }

    /// <summary>Why steps cannot be recorded; null while nothing stands in the way.</summary>
    public string? PlanRefusal { get; private set; }

    private bool IsPlanned => trainer.Options.Plan && PlanRefusal is null;

    /// <summary>Updates the model and returns the loss before the update.</summary>
    /// <param name="rows">The rows to learn from.</param>
    /// <param name="next">The rows of the step after this one, as far as they are known: they are gathered while this one runs.</param>
    /// <exception cref="RunawayException">The update would not be finite, and was not made; generators are where they were.</exception>
    public double Run(ReadOnlyMemory<int> rows, ReadOnlyMemory<int> next)
    {
        for (int i = 0; i < generators.Length; i++) before[i] = generators[i].State;
        try
        {
            return (IsPlanned ? RunPlanned(rows, next) : Update(Inputs(rows))).Item();
        }
        catch (RunawayException runaway)
        {
            RestoreGenerators();
            runaway.Loss = lossGuard.Loss;
            throw;
        }
        catch (NonFiniteException)
        {
            RestoreGenerators();
            throw new RunawayException(exploded: false) { Loss = lossGuard.Loss };
        }
    }

    /// <summary>Stops what is still being made ready for a step that will not come.</summary>
    public void Stop()
    {
        foreach (Recorded each in recorded) each.Next?.Stop();
    }

    private Tensor RunPlanned(ReadOnlyMemory<int> rows, ReadOnlyMemory<int> next)
    {
        foreach (Recorded each in recorded)
        {
            if (each.Rows.Length == rows.Length) return Replay(each, rows, next);
        }

        try
        {
            RecordedStep made = RecordedStep.Record(Update, Inputs(rows), trainer.Options.Rewrites);
            recorded.Add(new Recorded(rows, made, NextBatch.For(dataset, made)));
            return made.Result;
        }
        catch (HostReadException refusal)
        {
            PlanRefusal = refusal.Message;
            foreach (TrainerCallback callback in trainer.Callbacks) callback.PlanRefused(refusal.Message);
            RestoreGenerators();
            return Update(Inputs(rows));
        }
    }

    private Tensor Replay(Recorded recorded, ReadOnlyMemory<int> rows, ReadOnlyMemory<int> next)
    {
        bool holdsThem = rows.Length == dataset.Count && rows.Equals(recorded.Rows);
        if (holdsThem) return recorded.Step.Replay();
        // The gathering is a part of the replay to the workers, who stay awake from it to the first op.
        WorkerPool.EnterReplay();
        try
        {
            bool isReady = recorded.Next?.MoveTo(recorded.Step, rows) ?? false;
            if (!isReady) dataset.Gather(rows.Span, recorded.Step.Inputs);
            recorded.Next?.Begin(next);
            return recorded.Step.Replay();
        }
        finally
        {
            WorkerPool.LeaveReplay();
        }
    }

    private Tensor[] Inputs(ReadOnlyMemory<int> rows)
    {
        Batch batch = dataset.Take(rows);
        return batch.Weights is null ? [batch.Features, batch.Targets] : [batch.Features, batch.Targets, batch.Weights];
    }

    /// <summary>The update from features, targets and, where there are any, weights; returns the loss.</summary>
    private Tensor Update(IReadOnlyList<Tensor> inputs)
    {
        Tensor predictions = trainer.Model.Forward(inputs[0]);
        Tensor loss = lossGuard.Apply(trainer.Loss.Forward(predictions, inputs[1], inputs.Count > 2 ? inputs[2] : null));
        Gradients gradients = loss.Backward();
        foreach (Tensor gradient in gradients.InOrder()) GradientGuardOp.Instance.Apply(gradient);
        if (trainer.Options.ClipNorm is { } norm) gradients = gradients.ClipByNorm(norm);
        if (trainer.Options.ClipValue is { } largest) gradients = gradients.ClipByValue(largest);
        trainer.Optimizer.Step(gradients);
        return loss;
    }

    private void RestoreGenerators()
    {
        for (int i = 0; i < generators.Length; i++) generators[i].Restore(before[i]);
    }

    /// <summary>The step for a number of rows, with the rows that it was recorded with.</summary>
    private readonly record struct Recorded(ReadOnlyMemory<int> Rows, RecordedStep Step, NextBatch? Next);
}
