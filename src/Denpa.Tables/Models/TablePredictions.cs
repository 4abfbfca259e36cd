using System.Diagnostics.CodeAnalysis;

namespace Denpa.Tables;

/// <summary>A model's predictions of some rows, in the target's own terms.</summary>
public sealed class TablePredictions
{
    private readonly TargetSchema target;

    /// <summary>Standardised numbers [rows]; empty for classes.</summary>
    private readonly double[] numbers = [];

    /// <summary>The likeliest class of each row; empty for regression.</summary>
    private readonly long[] likeliest = [];

    /// <summary>
    /// Probabilities of the second of two classes, or of all classes of row after row; in parts of so many rows as the first has. There
    /// may be many times as many as rows, so they are made when one is asked for.
    /// </summary>
    private readonly Lazy<double[][]> probabilities = new([]);

    private readonly int rowsOfPart;

    /// <param name="target">What is predicted.</param>
    /// <param name="outputs">A network's outputs, in parts of as many rows, [rows, outputs]; the last may have fewer.</param>
    internal TablePredictions(TargetSchema target, IReadOnlyList<Tensor> outputs)
    {
        this.target = target;
        rowsOfPart = outputs.Count == 0 ? 1 : outputs[0].Shape[0];
        Count = outputs.Sum(part => part.Shape[0]);
        if (target.Task == TableTask.Regression)
        {
            numbers = [.. outputs.SelectMany(part => part.To(DType.Float64).ToArray<double>())];
            return;
        }

        // The classes are told by the outputs, as metrics tell them: two probabilities can be equal where their outputs are not.
        likeliest = [.. outputs.SelectMany(Likeliest)];
        probabilities = new Lazy<double[][]>(() => [.. outputs.Select(Probabilities)]);
    }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>The classes in order; empty for regression.</summary>
    public IReadOnlyList<string> Classes => target is ClassTarget classes ? classes.Classes : [];

    /// <summary>The number predicted for a row, in the target's units.</summary>
    /// <exception cref="InvalidOperationException">The target is a class.</exception>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public double Number(int row) => target is NumberTarget number
        ? number.Scaling.Restore(numbers[row])
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
        (int part, int place) = Math.DivRem(row, rowsOfPart);
        return ProbabilityIn(probabilities.Value[part], place, target.OutputCount, classIndex);
    }

    /// <summary>The index of the likeliest class for a row, the first of several.</summary>
    /// <exception cref="InvalidOperationException">The target is a number.</exception>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public int ClassIndex(int row)
    {
        RequireClasses();
        return (int)likeliest[row];
    }

    /// <summary>The likeliest class for a row.</summary>
    /// <exception cref="InvalidOperationException">The target is a number.</exception>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public string Class(int row) => Classes[ClassIndex(row)];

    /// <summary>The index of the likeliest class of each row of outputs, [rows, outputs].</summary>
    internal static long[] Likeliest(Tensor outputs) => outputs.Shape[1] > 1
        ? outputs.ArgMax(axis: 1).ToArray<long>()
        : Array.ConvertAll(outputs.To(DType.Float64).ToArray<double>(), logit => logit > 0 ? 1L : 0);

    /// <summary>The probabilities that outputs stand for: of the second class of two, or of each class of row after row.</summary>
    internal static double[] Probabilities(Tensor outputs)
    {
        Tensor wide = outputs.To(DType.Float64);
        return (outputs.Shape[1] > 1 ? wide.Softmax() : wide.Sigmoid()).ToArray<double>();
    }

    /// <summary>The probability of a class of a row among those that <see cref="Probabilities"/> gave.</summary>
    internal static double ProbabilityIn(double[] probabilities, int row, int outputCount, int classIndex)
    {
        if (outputCount > 1) return probabilities[(row * outputCount) + classIndex];
        return classIndex == 1 ? probabilities[row] : 1 - probabilities[row];
    }

    private void RequireClasses()
    {
        if (target.Task == TableTask.Regression) ThrowNumber();
    }

    [DoesNotReturn]
    private static void ThrowNumber() => throw new InvalidOperationException("the target is a number: ask for Number");
}
