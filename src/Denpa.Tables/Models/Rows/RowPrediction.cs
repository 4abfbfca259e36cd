using System.Diagnostics.CodeAnalysis;

namespace Denpa.Tables;

/// <summary>A model's prediction of one row, in the target's own terms.</summary>
public sealed class RowPrediction
{
    private readonly TargetSchema target;
    private readonly Tensor outputs;
    private readonly int likeliest;
    private readonly double number;
    private double[]? probabilities;

    internal RowPrediction(TargetSchema target, Tensor outputs, int likeliest, double number) =>
        (this.target, this.outputs, this.likeliest, this.number) = (target, outputs, likeliest, number);

    /// <summary>The likeliest class.</summary>
    /// <exception cref="InvalidOperationException">The target is a number.</exception>
    public string Class => Classes.Classes[likeliest];

    /// <summary>The probability of the likeliest class.</summary>
    /// <exception cref="InvalidOperationException">The target is a number.</exception>
    public double Probability => ProbabilityAt(Classes, likeliest);

    /// <summary>The number predicted, in the target's units.</summary>
    /// <exception cref="InvalidOperationException">The target is a class.</exception>
    public double Number => target is NumberTarget
        ? number
        : throw new InvalidOperationException("the target is a class: ask for Class or Probability");

    private ClassTarget Classes => target as ClassTarget ?? ThrowNumber();

    /// <summary>The probability of a class. Those of all classes add up to 1.</summary>
    /// <param name="className">The class's name.</param>
    /// <exception cref="InvalidOperationException">The target is a number.</exception>
    /// <exception cref="ArgumentException">There is no such class.</exception>
    public double ProbabilityOf(string className)
    {
        ClassTarget known = Classes;
        for (int i = 0; i < known.Classes.Count; i++)
            if (known.Classes[i] == className) return ProbabilityAt(known, i);
        throw new ArgumentException(
            $"{Quoted.Text(className)} is none of the classes: {Quoted.List(known.Classes, 10)}", nameof(className));
    }

    /// <summary>The class with its probability, or the number.</summary>
    public override string ToString() => target is ClassTarget
        ? FormattableString.Invariant($"{Class} ({Probability:P1})")
        : NumberText.Canonical(number);

    /// <summary>They cost more than finding the likeliest class does, so they are made when one is asked for.</summary>
    private double ProbabilityAt(ClassTarget classes, int classIndex) =>
        TablePredictions.ProbabilityIn(probabilities ??= TablePredictions.Probabilities(outputs), 0, classes.OutputCount, classIndex);

    [DoesNotReturn]
    private static ClassTarget ThrowNumber() => throw new InvalidOperationException("the target is a number: ask for Number");
}
