namespace Denpa;

/// <summary>
/// Trains a model: batch after batch, forward, backward, update, with validation after each epoch, early stopping, checkpoints
/// and a guard against divergence. The same seed gives the same bits, run once or stopped and resumed.
/// </summary>
public sealed class Trainer
{
    /// <summary>A trainer of a layer by a loss: of <see cref="SupervisedLearning"/>.</summary>
    /// <param name="model">The layer.</param>
    /// <param name="loss">What to make small; it reduces to one number.</param>
    /// <param name="optimizer">What changes the model's parameters.</param>
    /// <param name="options">How to train.</param>
    /// <param name="schedule">How the learning rate goes; the optimizer's stays when left out.</param>
    /// <exception cref="ArgumentException">The loss does not reduce, or an option is out of its range.</exception>
    public Trainer(Layer model, Loss loss, Optimizer optimizer, TrainingOptions? options = null, Schedule? schedule = null)
        : this(new SupervisedLearning(model, loss), optimizer, options, schedule)
    {
    }

    /// <summary>A trainer of any objective.</summary>
    /// <param name="objective">What to make small.</param>
    /// <param name="optimizer">What changes the model's parameters.</param>
    /// <param name="options">How to train.</param>
    /// <param name="schedule">How the learning rate goes; the optimizer's stays when left out.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public Trainer(Objective objective, Optimizer optimizer, TrainingOptions? options = null, Schedule? schedule = null)
    {
        (Objective, Optimizer, Options, Schedule) = (objective, optimizer, options ?? new TrainingOptions(), schedule);
        Options.Validate();
    }

    /// <summary>What is made small.</summary>
    public Objective Objective { get; }

    /// <summary>The model.</summary>
    public Module Model => Objective.Model;

    /// <summary>What changes the parameters.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>How it is trained.</summary>
    public TrainingOptions Options { get; }

    /// <summary>How the learning rate goes, or null.</summary>
    public Schedule? Schedule { get; }

    /// <summary>What is measured on the validation data after each epoch.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>What is done besides.</summary>
    public IReadOnlyList<TrainerCallback> Callbacks { get; init; } = [];

    /// <summary>Generators that move during training and are not the model's, by name: their states go into checkpoints.</summary>
    public IReadOnlyDictionary<string, Generator> Generators { get; init; } = new Dictionary<string, Generator>();

    /// <summary>
    /// Where checkpoints are kept; none are written when null. They are written over those of an earlier run unless training is
    /// asked to resume from one.
    /// </summary>
    public CheckpointStore? Checkpoints { get; init; }

    /// <summary>The clock that time limits and checkpoints go by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Trains until the epochs, patience or the time run out, or it is cancelled, from the model and the optimizer as they are. The
    /// model is left in its mode for use.
    /// </summary>
    /// <param name="training">What to learn from.</param>
    /// <param name="validation">What to measure on after each epoch.</param>
    /// <param name="resumeFrom">
    /// Where to go on: a checkpoint of a trainer made like this one, of the same data. A finished one ends at once.
    /// </param>
    /// <param name="progress">Told after every step and every epoch.</param>
    /// <param name="cancellationToken">Ends training before its next step, with a checkpoint; it does not throw.</param>
    /// <exception cref="DivergenceException">The loss or a gradient is not finite, or the loss grew a million-fold.</exception>
    /// <exception cref="CheckpointException">The checkpoint is of other data, another model or other options.</exception>
    /// <exception cref="ArgumentException">The number to watch is not measured, or the weights of all rows are 0.</exception>
    /// <exception cref="HostReadException">A plan is being recorded, which could not train again when it is replayed.</exception>
    /// <remarks>
    /// A training that a module begins in its forward run is one by itself: neither a recording nor a stretch without gradients around it
    /// reaches into it.
    /// </remarks>
    public TrainingResult Fit(
        Dataset training,
        Dataset? validation = null,
        Checkpoint? resumeFrom = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        HostReads.Require("trains a model");
        using GraphScope apart = Scope.EnterOutermost();
        TrainingRun run = new(this, training, validation, progress);
        if (resumeFrom is not null) run.Restore(resumeFrom);
        return run.Run(cancellationToken);
    }
}
