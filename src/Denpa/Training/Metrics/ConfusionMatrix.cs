namespace Denpa;

/// <summary>How often each class was taken for each: a row for each true class, a column for each predicted one.</summary>
public sealed class ConfusionMatrix
{
    private readonly long[] counts;

    private ConfusionMatrix(int classes) => (Classes, counts) = (classes, new long[(long)classes * classes]);

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The number of rows counted.</summary>
    public long Total => counts.Sum();

    /// <summary>How often a class was predicted where another, or the same, was true.</summary>
    public long this[int actual, int predicted] => counts[(actual * Classes) + predicted];

    /// <summary>Counts predictions.</summary>
    /// <param name="outputs">Scores [n, k], of which the highest counts; logits [n] or [n, 1] of class 1; or classes [n].</param>
    /// <param name="targets">Classes [n] or [n, 1], or probabilities [n, k].</param>
    /// <param name="classes">The number of classes; as many as occur, or as scores have columns, when left out.</param>
    /// <exception cref="ShapeException">There are no rows, or not as many of one as of the other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A class is negative or not below the number of classes.</exception>
    public static ConfusionMatrix Of(Tensor outputs, Tensor targets, int? classes = null)
    {
        (long[] predicted, long[] actual) = ClassIndices.Of("confusion matrix", outputs, targets);
        int columns = outputs.Rank == 2 ? outputs.Shape[1] : 1;
        long count = classes ?? Math.Max(Math.Max(predicted.Max(), actual.Max()) + 1, Math.Max(columns, 2));
        ConfusionMatrix matrix = new(checked((int)count));
        foreach ((long guess, long truth) in predicted.Zip(actual))
        {
            ArgumentOutOfRangeException.ThrowIfNegative(Math.Min(guess, truth), nameof(targets));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Math.Max(guess, truth), count, nameof(targets));
            matrix.counts[(truth * matrix.Classes) + guess]++;
        }

        return matrix;
    }

    /// <summary>How often a class was predicted and true.</summary>
    internal long Hits(int label) => this[label, label];

    /// <summary>How often a class was predicted.</summary>
    internal long Predicted(int label) => Enumerable.Range(0, Classes).Sum(actual => this[actual, label]);

    /// <summary>How often a class was true.</summary>
    internal long Actual(int label) => Enumerable.Range(0, Classes).Sum(predicted => this[label, predicted]);

    /// <summary>A score of each class.</summary>
    internal double[] PerClass(Func<int, double> score) => [.. Enumerable.Range(0, Classes).Select(score)];

    /// <summary>The mean of a score over the classes that were predicted or true at least once.</summary>
    internal double Macro(Func<int, double> score) =>
        Enumerable.Range(0, Classes).Where(label => Predicted(label) + Actual(label) > 0).Average(score);
}
