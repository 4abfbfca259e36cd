namespace Denpa.Tables;

/// <summary>A loss that settings can name.</summary>
public sealed class LossChoice : Choice
{
    private const string Automatic = "auto";

    private readonly TableTask? task;
    private readonly Func<int, double, Loss?> make;

    /// <param name="name">The name.</param>
    /// <param name="summary">What it is.</param>
    /// <param name="task">What it is a loss of; null for the name that leaves it to the target.</param>
    /// <param name="make">The loss of so many outputs; null where it goes with no such network.</param>
    private LossChoice(string name, string summary, TableTask? task, Func<int, double, Loss?> make)
        : base(name, summary) => (this.task, this.make) = (task, make);

    /// <summary>The losses. The first that goes with a target is the one that auto stands for.</summary>
    public static IReadOnlyList<LossChoice> All { get; } =
    [
        new(Automatic, "half-mse for a number, cross-entropy for classes", null, (_, _) => null),
        new("half-mse", "half the mean squared error", TableTask.Regression, (_, _) => new HalfSquaredError()),
        new("mse", "the mean squared error", TableTask.Regression, (_, _) => new MeanSquaredError()),
        new("mae", "the mean absolute error", TableTask.Regression, (_, _) => new AbsoluteError()),
        new("huber", "squared for small errors, absolute for large ones", TableTask.Regression, (_, _) => new Huber()),
        new("cross-entropy", "minus the logarithm of the true class's probability", TableTask.Classification,
            (outputs, smoothing) => outputs > 1 ? new SoftmaxCrossEntropy(labelSmoothing: smoothing) : new BinaryCrossEntropy()),
        new("binary-cross-entropy", "cross-entropy of two classes", TableTask.Classification, (outputs, _) =>
            outputs > 1 ? null : new BinaryCrossEntropy()),
    ];

    /// <summary>The loss that the settings name, where it goes with the target.</summary>
    /// <exception cref="ArgumentException">It does not go with the target, or there is none of that name.</exception>
    internal static Loss Create(TrainingSettings settings, TargetSchema target)
    {
        LossChoice[] fitting = [.. All.Where(choice => choice.task == target.Task && choice.make(target.OutputCount, 0) is not null)];
        string name = settings.Loss == Automatic ? fitting[0].Name : settings.Loss;
        LossChoice? chosen = fitting.FirstOrDefault(choice => choice.Name == name);
        if (chosen is not null) return chosen.make(target.OutputCount, settings.LabelSmoothing)!;
        string subject = Quoted.Text(target.Name);
        throw new ArgumentException(target.Task == TableTask.Regression
            ? $"no loss for the number {subject} is called {Quoted.Text(name)}: use one of {string.Join(", ", fitting.Names)}"
            : $"the loss {Quoted.Text(name)} does not go with the classes of {subject}: use {string.Join(" or ", fitting.Names)}");
    }
}
