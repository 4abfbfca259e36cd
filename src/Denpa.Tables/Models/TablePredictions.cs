using System.Diagnostics.CodeAnalysis;

namespace Denpa.Tables;

/// <summary>A model's predictions of some rows, in the target's own terms.</summary>
public sealed class TablePredictions
{
    private readonly TargetSchema target;

    /// <summary>Standardised numbers [rows], probabilities of the second of two classes [rows], or of all [rows, classes].</summary>
    private readonly double[] values;

    /// <summary>The likeliest class of each row; empty for regression.</summary>
    private readonly int[] likeliest = [];

    /// <param name="target">What is predicted.</param>
    /// <param name="outputs">A network's outputs, [rows, outputs].</param>
    internal TablePredictions(TargetSchema target, Tensor outputs)
    {
        this.target = target;
        Count = outputs.Shape[0];
        Tensor wide = outputs.To(DType.Float64);
        if (target.Task == TableTask.Regression)
        {
            values = wide.ToArray<double>();
            return;
        }

        // The classes are told by the outputs, as metrics tell them: two probabilities can be equal where their outputs are not.
        bool single = target.OutputCount == 1;
        values = (single ? wide.Sigmoid() : wide.Softmax()).ToArray<double>();
        likeliest = single
            ? Array.ConvertAll(wide.ToArray<double>(), logit => logit > 0 ? 1 : 0)
            : Array.ConvertAll(wide.ArgMax(axis: 1).ToArray<long>(), label => (int)label);
    }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>The classes in order; empty for regression.</summary>
    public IReadOnlyList<string> Classes => target is ClassTarget classes ? classes.Classes : [];

    /// <summary>The number predicted for a row, in the target's units.</summary>
    /// <exception cref="InvalidOperationException">The target is a class.</exception>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public double Number(int row) => target is NumberTarget number
        ? number.Scaling.Restore(values[row])
        : throw new InvalidOperationException("the target is a class: ask for Class or Probability");

    /// <summary>The probability of a class for a row. Those of all classes add up to 1.</summary>
    /// <exception cref="InvalidOperationException">The target is a number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public double Probability(int row, int classIndex)
    {
        RequireClasses();
        ArgumentOutOfRangeException.ThrowIfNegative(classIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(classIndex, Classes.Count);
        if (target.OutputCount > 1) return values[(row * target.OutputCount) + classIndex];
        return classIndex == 1 ? values[row] : 1 - values[row];
    }

    /// <summary>The index of the likeliest class for a row, the first of several.</summary>
    /// <exception cref="InvalidOperationException">The target is a number.</exception>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public int ClassIndex(int row)
    {
        RequireClasses();
        return likeliest[row];
    }

    /// <summary>The likeliest class for a row.</summary>
    /// <exception cref="InvalidOperationException">The target is a number.</exception>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public string Class(int row) => Classes[ClassIndex(row)];

    private void RequireClasses()
    {
        if (target.Task == TableTask.Regression) ThrowNumber();
    }

    [DoesNotReturn]
    private static void ThrowNumber() => throw new InvalidOperationException("the target is a number: ask for Number");
}
