using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Denpa;

/// <summary>
/// How often each class was taken for each: a row for each true class, a column for each predicted one. It holds what occurred alone,
/// so that thousands of classes take no more than their rows do.
/// </summary>
/// <remarks>A row whose outputs hold NaN is counted to its true class and to no predicted one: it is a miss.</remarks>
public sealed class ConfusionMatrix
{
    private readonly Dictionary<(int Actual, int Predicted), long> counts = [];
    private readonly Dictionary<int, (long Actual, long Predicted)> totals = [];

    private ConfusionMatrix(int classes) => Classes = classes;

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The number of rows counted.</summary>
    public long Total => totals.Values.Sum(total => total.Actual);

    /// <summary>The pairs that occurred, by true and then by predicted class.</summary>
    public IEnumerable<Confusion> Cells =>
        counts.OrderBy(cell => cell.Key).Select(cell => new Confusion(cell.Key.Actual, cell.Key.Predicted, cell.Value));

    /// <summary>How often a class was predicted where another, or the same, was true.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long this[int actual, int predicted]
    {
        get
        {
            RequireClass(actual, nameof(actual));
            RequireClass(predicted, nameof(predicted));
            return counts.GetValueOrDefault((actual, predicted));
        }
    }

    /// <summary>Counts predictions.</summary>
    /// <param name="outputs">Scores [n, k], of which the highest counts; logits [n] or [n, 1] of class 1; or classes [n].</param>
    /// <param name="targets">Classes [n] or [n, 1], or probabilities [n, k].</param>
    /// <param name="classes">The number of classes; as many as occur, or as scores have columns, when left out.</param>
    /// <exception cref="ShapeException">There are no rows, or not as many of one as of the other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A class is negative or not below the number of classes, or a target is NaN.
    /// </exception>
    public static ConfusionMatrix Of(Tensor outputs, Tensor targets, int? classes = null)
    {
        (long[] predicted, long[] actual) = ClassIndices.Of("confusion matrix", outputs, targets);
        int columns = outputs.Rank == 2 ? outputs.Shape[1] : 1;
        long count = classes ?? Math.Max(Math.Max(predicted.Max(), actual.Max()) + 1, Math.Max(columns, 2));
        if (count > int.MaxValue) ThrowClass(nameof(targets), count - 1, int.MaxValue);
        ConfusionMatrix matrix = new((int)count);
        for (int row = 0; row < actual.Length; row++)
        {
            (long truth, long guess) = (actual[row], predicted[row]);
            if (truth == ClassIndices.None && targets.DType.IsFloatingPoint) ThrowNoClass(nameof(targets), row);
            if (truth < 0 || truth >= count) ThrowClass(nameof(targets), truth, count);
            bool isMiss = guess == ClassIndices.None && outputs.DType.IsFloatingPoint;
            if (!isMiss && (guess < 0 || guess >= count)) ThrowClass(nameof(outputs), guess, count);
            matrix.Count((int)truth, isMiss ? null : (int)guess);
        }

        return matrix;
    }

    /// <summary>The pairs of classes that were most often taken for one another, the most frequent first; hits are none.</summary>
    /// <param name="most">How many pairs at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public IReadOnlyList<Confusion> WorstConfusions(int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        return [.. Cells.Where(cell => cell.Actual != cell.Predicted).OrderByDescending(cell => cell.Count).Take(most)];
    }

    /// <summary>How often a class was true.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long Actual(int label)
    {
        RequireClass(label, nameof(label));
        return totals.GetValueOrDefault(label).Actual;
    }

    /// <summary>How often a class was predicted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long Predicted(int label)
    {
        RequireClass(label, nameof(label));
        return totals.GetValueOrDefault(label).Predicted;
    }

    /// <summary>How often a class was predicted and true.</summary>
    internal long Hits(int label) => counts.GetValueOrDefault((label, label));

    /// <summary>A score of each class.</summary>
    internal double[] PerClass(Func<int, double> score) => [.. Enumerable.Range(0, Classes).Select(score)];

    /// <summary>The mean of a score over the classes that were predicted or true at least once.</summary>
    internal double Macro(Func<int, double> score) => totals.Keys.Order().Average(score);

    private void Count(int actual, int? predicted)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(totals, actual, out _).Actual++;
        if (predicted is not { } guess) return;
        CollectionsMarshal.GetValueRefOrAddDefault(totals, guess, out _).Predicted++;
        CollectionsMarshal.GetValueRefOrAddDefault(counts, (actual, guess), out _)++;
    }

    private void RequireClass(int label, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(label, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, Classes, name);
    }

    [DoesNotReturn]
    private static void ThrowClass(string name, long label, long classes) =>
        throw new ArgumentOutOfRangeException(name, label, $"confusion matrix: {name} have a class that is not from 0 to {classes - 1}");

    [DoesNotReturn]
    private static void ThrowNoClass(string name, int row) => throw new ArgumentOutOfRangeException(
        name, double.NaN, $"confusion matrix: {name} hold NaN in row {row}, which is no class; leave such rows out");
}

/// <summary>How often one class was predicted where another, or the same, was true.</summary>
/// <param name="Actual">The true class.</param>
/// <param name="Predicted">The predicted class.</param>
/// <param name="Count">The number of rows.</param>
public readonly record struct Confusion(int Actual, int Predicted, long Count);
