namespace Denpa;

/// <summary>
/// One update of a model from one batch: forward, backward, clipping, update, with a guard before the update. It is recorded for
/// each batch shape and replayed; a model that looks at elements on the way runs op by op instead.
/// </summary>
internal sealed class TrainingStep
{
    private readonly Trainer trainer;
    private readonly LossGuardOp lossGuard;
    private readonly Plan plan;
    private readonly Generator[] generators;
    private readonly GeneratorState[] before;

    /// <param name="trainer">What trains what.</param>
    /// <param name="growth">Notices a loss that runs away.</param>
    /// <param name="generators">Every generator that a step may move.</param>
    public TrainingStep(Trainer trainer, GrowthGuard growth, IEnumerable<Generator> generators)
    {
        (this.trainer, lossGuard, this.generators) = (trainer, new LossGuardOp(growth), [.. generators]);
        before = new GeneratorState[this.generators.Length];
        plan = Plan.Compile(Update);
        IsPlanned = trainer.Options.Plan;
    }

    /// <summary>Whether steps are replayed; false once the model has looked at elements.</summary>
    public bool IsPlanned { get; private set; }

    /// <summary>Updates the model and returns the loss before the update.</summary>
    /// <exception cref="RunawayException">The update would not be finite, and was not made; generators are where they were.</exception>
    public double Run(Batch batch)
    {
        for (int i = 0; i < generators.Length; i++) before[i] = generators[i].State;
        try
        {
            return IsPlanned ? RunPlanned(batch) : Update(batch.Features, batch.Targets, batch.Weights).Item();
        }
        catch (RunawayException runaway)
        {
            RestoreGenerators();
            runaway.Loss = lossGuard.Loss;
            throw;
        }
    }

    private double RunPlanned(Batch batch)
    {
        try
        {
            Tensor loss = batch.Weights is null
                ? plan.RunInPlace(batch.Features, batch.Targets)
                : plan.RunInPlace(batch.Features, batch.Targets, batch.Weights);
            return loss.Item();
        }
        catch (HostReadException)
        {
            IsPlanned = false;
            RestoreGenerators();
            return Update(batch.Features, batch.Targets, batch.Weights).Item();
        }
    }

    private Tensor Update(IReadOnlyList<Tensor> inputs) => Update(inputs[0], inputs[1], inputs.Count > 2 ? inputs[2] : null);

    private Tensor Update(Tensor features, Tensor targets, Tensor? weights)
    {
        Tensor loss = lossGuard.Apply(trainer.Loss.Forward(trainer.Model.Forward(features), targets, weights));
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
}
