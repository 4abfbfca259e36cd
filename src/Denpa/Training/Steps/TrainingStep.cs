using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// One update of a model from some rows of a dataset: forward, backward, clipping, update, with a guard before the update. It is
/// recorded for each number of rows and replayed; where the code of others has a part in it, it is run anew now and then and compared.
/// What looks at elements, or turns out to be another step than was recorded, runs op by op instead.
/// </summary>
internal sealed class TrainingStep
{
    private readonly Trainer trainer;
    private readonly Dataset dataset;
    private readonly GrowthGuard growth;
    private readonly LossGuardOp lossGuard;
    private readonly List<Recorded> recorded = [];
    private readonly Generator[] generators;
    private readonly GeneratorState[] before;
    private readonly bool isCompared;
    private readonly ComparedSteps compared;
    private ValueList<(Module Module, bool IsTraining)> modes;
    private int modelChanges;
    private ReadOnlyMemory<int> latest;

    /// <param name="trainer">What trains what.</param>
    /// <param name="dataset">What it learns from.</param>
    /// <param name="growth">Notices a loss that runs away.</param>
    /// <param name="generators">Every generator that a step may move.</param>
    public TrainingStep(Trainer trainer, Dataset dataset, GrowthGuard growth, IEnumerable<Generator> generators)
    {
        (this.trainer, this.dataset, this.growth, this.generators) = (trainer, dataset, growth, [.. generators]);
        lossGuard = new LossGuardOp(growth);
        before = new GeneratorState[this.generators.Length];
        compared = new ComparedSteps(KeepMore);
        if (!trainer.Options.Plan) return;
        ReplayPermission permission = ReplayPermission.Of(trainer.Objective, trainer.Optimizer);
        isCompared = permission.IsCompared;
        if (permission.Refusal is { } refusal) Refuse(refusal);
    }

    /// <summary>Why steps are not replayed; null while nothing stands in the way.</summary>
    public string? PlanRefusal { get; private set; }

    /// <summary>Whether every step so far was run anew, or replayed after it was found the same and before it was found so again.</summary>
    public bool IsSettled => compared.IsSettled;

    private bool IsPlanned => trainer.Options.Plan && PlanRefusal is null;

    /// <summary>Updates the model.</summary>
    /// <param name="rows">The rows to learn from.</param>
    /// <param name="next">The rows of the step after this one, as far as they are known: they are gathered while this one runs.</param>
    /// <param name="isEdge">Whether the step is the first or the last of its epoch, which are run anew and compared.</param>
    /// <returns>
    /// The loss before the update; null when steps turn out to have been replayed that had changed: all is then as it was after the step
    /// that was last run anew, and the steps since are to be run again.
    /// </returns>
    /// <exception cref="RunawayException">The update would not be finite, and was not made; generators are where they were.</exception>
    public double? Run(ReadOnlyMemory<int> rows, ReadOnlyMemory<int> next, bool isEdge)
    {
        for (int i = 0; i < generators.Length; i++) before[i] = generators[i].State;
        latest = rows;
        try
        {
            return (IsPlanned ? RunPlanned(rows, next, isEdge) : Update(Inputs(rows)))?.Item();
        }
        catch (Exception error) when (IsRunaway(error))
        {
            RestoreGenerators();
            if (!IsSettled)
            {
                GoBack(
                    "plan: a replayed step of code that is not Denpa's own ran away; " +
                    "the steps since it was last compared run again op by op");
                return null;
            }

            RunawayException runaway = error as RunawayException ?? new RunawayException(exploded: false);
            runaway.Loss = lossGuard.Loss;
            if (error is RunawayException) throw;
            throw runaway;
        }
    }

    /// <summary>
    /// Finds out whether the steps that were replayed since one was last run anew were the right ones: the last is run anew, compared and
    /// taken back.
    /// </summary>
    /// <returns>Whether they were; if not, all is as it was after the step that was last run anew.</returns>
    public bool Settle()
    {
        if (IsSettled) return true;
        ComparedStep last = recorded.First(each => each.Rows.Length == latest.Length).Compared!;
        if (compared.CompareLatest(last, Inputs(latest), IsRunaway) is not { } difference) return true;
        GoBack(Reason(difference));
        return false;
    }

    /// <summary>Stops what is still being made ready for a step that will not come.</summary>
    public void Stop()
    {
        foreach (Recorded each in recorded) each.Next?.Stop();
    }

    private static bool IsRunaway(Exception error) => error is RunawayException or NonFiniteException;

    private Tensor? RunPlanned(ReadOnlyMemory<int> rows, ReadOnlyMemory<int> next, bool isEdge)
    {
        FollowModes();
        foreach (Recorded each in recorded)
        {
            if (each.Rows.Length != rows.Length) continue;
            if (each.Compared is not { } step) return Replay(each, rows, next);
            if (step.BeginsCompared() || isEdge) return RunCompared(step, rows);
            compared.NoteReplay();
            return Replay(each, rows, next);
        }

        try
        {
            return isCompared ? RecordCompared(rows) : RecordOwn(rows);
        }
        catch (HostReadException refusal)
        {
            Refuse(refusal.Message);
            RestoreGenerators();
            return Update(Inputs(rows));
        }
    }

    private Tensor RecordOwn(ReadOnlyMemory<int> rows)
    {
        RecordedStep made = RecordedStep.Record(Update, Inputs(rows), trainer.Options.Rewrites);
        recorded.Add(new Recorded(rows, made, NextBatch.For(dataset, made), Compared: null));
        return made.Result;
    }

    private Tensor RecordCompared(ReadOnlyMemory<int> rows)
    {
        ComparedStep made = compared.Record(inputs => [Update(inputs)], Inputs(rows), trainer.Options.Rewrites);
        recorded.Add(new Recorded(rows, made.Recorded, NextBatch.For(dataset, made.Recorded), made));
        return made.FirstResults[0];
    }

    private Tensor? RunCompared(ComparedStep step, ReadOnlyMemory<int> rows)
    {
        string? difference = compared.Compare(step, Inputs(rows), out StepRun? run);
        if (difference is null) return run!.Result;
        if (IsSettled)
        {
            Refuse(Reason(difference));
            if (run is not null) return run.Result;
            RestoreGenerators();
            return Update(Inputs(rows));
        }

        run?.Undo.Restore();
        RestoreGenerators();
        GoBack(Reason(difference));
        return null;
    }

    private void KeepMore(Undo undo)
    {
        foreach (Generator generator in generators) undo.Keep(generator);
        (double reference, int seen) = (growth.Reference, growth.Seen);
        undo.Keep(() => growth.Restore(reference, seen));
    }

    private static string Reason(string difference) =>
        $"plan: a step does not compute from tensors alone, though all its parts say so: {difference}; let what changes be a Variable, " +
        $"which a replay reads, or leave {nameof(Module.ComputesFromTensorsAlone)} false";

    private void GoBack(string reason)
    {
        Refuse(reason);
        compared.GoBack();
    }

    private void Refuse(string reason)
    {
        PlanRefusal = reason;
        Stop();
        foreach (TrainerCallback callback in trainer.Callbacks) callback.PlanRefused(reason);
    }

    /// <summary>
    /// Records anew when a module has changed its mode (dropout is left out in use, say), or a parameter was frozen or thawed. What was
    /// replayed before can be compared no more.
    /// </summary>
    private void FollowModes()
    {
        bool isFrozenAsItWas = recorded.TrueForAll(each => each.Step.IsFrozenAsItWas);
        if (modelChanges == trainer.Model.Changes && recorded.Count > 0 && isFrozenAsItWas) return;
        modelChanges = trainer.Model.Changes;
        ValueList<(Module Module, bool IsTraining)> now = trainer.Model.Modes;
        if (now == modes && isFrozenAsItWas) return;
        modes = now;
        Stop();
        recorded.Clear();
        compared.Clear();
    }

    private Tensor Replay(Recorded each, ReadOnlyMemory<int> rows, ReadOnlyMemory<int> next)
    {
        bool holdsThem = rows.Length == dataset.Count && rows.Equals(each.Rows) && !dataset.MayChange;
        if (holdsThem) return each.Step.Replay();
        // The gathering is a part of the replay to the workers, who stay awake from it to the first op.
        WorkerPool.EnterReplay();
        try
        {
            bool isReady = each.Next?.MoveTo(each.Step, rows) ?? false;
            if (!isReady) dataset.Gather(rows.Span, each.Step.Inputs);
            each.Next?.Begin(next);
            return each.Step.Replay();
        }
        finally
        {
            WorkerPool.LeaveReplay();
        }
    }

    private Tensor[] Inputs(ReadOnlyMemory<int> rows) => [.. dataset.Take(rows).Tensors];

    /// <summary>The update from a batch; returns the loss.</summary>
    private Tensor Update(IReadOnlyList<Tensor> inputs)
    {
        Tensor loss = lossGuard.Apply(trainer.Objective.Loss(inputs));
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
    private readonly record struct Recorded(ReadOnlyMemory<int> Rows, RecordedStep Step, NextBatch? Next, ComparedStep? Compared);
}
