namespace Denpa.Cli.Bench.Families;

/// <summary>What is trained, on how much: random rows and random answers, drawn from a seed.</summary>
/// <param name="Network">The network.</param>
/// <param name="Rows">The samples.</param>
/// <param name="BatchSize">Samples to a step.</param>
internal sealed record TrainingTask(Network Network, int Rows, int BatchSize)
{
    public Func<IEnumerable<Parameter>, Optimizer> Optimizer { get; init; } = parameters => new Sgd(parameters, 0.1);

    /// <summary>Whether it learns a number by half squared error, and not a class by softmax and cross-entropy.</summary>
    public bool IsRegression { get; init; }

    /// <summary>Steps to an epoch; a last batch that would be smaller is left out.</summary>
    public int Steps => Rows / BatchSize;

    public double StepOperations => Network.TrainingOperations(BatchSize);

    public Loss Loss => IsRegression ? new HalfSquaredError() : new SoftmaxCrossEntropy();

    public Dataset MakeData()
    {
        Generator generator = new(seed: 2);
        Tensor features = Tensor.Uniform([Rows, Network.Inputs], generator);
        Tensor targets = IsRegression
            ? Tensor.Uniform([Rows, Network.Outputs], generator)
            : Tensor.RandomIntegers([Rows], generator, 0, Network.Outputs);
        return new Dataset(features, targets);
    }

    public override string ToString() => $"{Network}, batch {BatchSize}";
}
