namespace Denpa;

/// <summary>Keeps the best epoch and its weights, and counts the epochs since.</summary>
internal sealed class EarlyStopping(TrainingOptions options, bool higherIsBetter)
{
    /// <summary>Whether the best weights are copies that nobody else holds.</summary>
    private bool ownsWeights;

    /// <summary>The number of the best epoch, 0 before there was one.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>The best epoch's watched number.</summary>
    public double Best { get; private set; }

    /// <summary>Epochs since the best one.</summary>
    public int Waited { get; private set; }

    /// <summary>The best epoch's weights; null where they are not kept, or before there was one.</summary>
    public IReadOnlyDictionary<string, Tensor>? BestWeights { get; private set; }

    public bool IsExhausted => options.Patience > 0 && Waited >= options.Patience;

    /// <summary>Takes note of an epoch. A number that is NaN improves nothing.</summary>
    public void Observe(int epoch, double value, Module model)
    {
        double improvement = higherIsBetter ? value - Best : Best - value;
        bool isFirst = BestEpoch == 0 && !double.IsNaN(value);
        if (isFirst || improvement > options.MinimumImprovement)
        {
            (BestEpoch, Best, Waited) = (epoch, value, 0);
            if (options.Patience > 0 || options.KeepBest) Keep(model);
        }
        else
        {
            Waited++;
        }
    }

    public void Restore(int bestEpoch, double best, int waited, IReadOnlyDictionary<string, Tensor>? bestWeights) =>
        (BestEpoch, Best, Waited, BestWeights, ownsWeights) = (bestEpoch, best, waited, bestWeights, false);

    /// <summary>Keeps the weights, where there is room for them already.</summary>
    private void Keep(Module model)
    {
        if (ownsWeights) model.SaveStateOver(BestWeights!);
        else (BestWeights, ownsWeights) = (model.SaveState(), true);
    }
}
