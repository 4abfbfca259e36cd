namespace Denpa.Tables;

/// <summary>The measures of a classification.</summary>
/// <param name="Classes">The classes in order.</param>
/// <param name="Confusion">A row for each true class, a column for each predicted one.</param>
/// <param name="Accuracy">The share of rows whose class was predicted.</param>
/// <param name="MacroF1">The mean of the F1 scores of the classes that were predicted or true at least once.</param>
/// <param name="LogLoss">The mean of −log p of the true classes.</param>
public sealed record ClassificationMetrics(
    IReadOnlyList<string> Classes, ConfusionMatrix Confusion, double Accuracy, double MacroF1, double LogLoss)
{
    /// <summary>The share of a class's rows that were predicted as such; NaN for a class without rows.</summary>
    public double Recall(int label)
    {
        long actual = Confusion.Actual(label);
        return actual == 0 ? double.NaN : (double)Confusion[label, label] / actual;
    }
}
