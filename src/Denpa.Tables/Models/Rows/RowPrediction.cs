using System.Diagnostics.CodeAnalysis;

namespace Denpa.Tables;

/// <summary>A model's prediction of one row, in the target's own terms.</summary>
public sealed class RowPrediction
{
    private readonly TargetSchema target;
    private readonly int likeliest;
    private readonly double number;
    private readonly Lazy<TablePredictions> row;

    internal RowPrediction(TargetSchema target, Tensor outputs, int likeliest, double number)
    {
        (this.target, this.likeliest, this.number) = (target, likeliest, number);
        row = new Lazy<TablePredictions>(() => new TablePredictions(target, [outputs]));
    }

    /// <summary>The likeliest class.</summary>
    /// <exception cref="InvalidOperationException">The target is a number.</exception>
    public string Class => Classes.Classes[likeliest];

    /// <summary>The probability of the likeliest class.</summary>
    /// <exception cref="InvalidOperationException">The target is a number.</exception>
    public double Probability => row.Value.Probability(0, likeliest);

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
        IReadOnlyList<string> classes = Classes.Classes;
        for (int i = 0; i < classes.Count; i++)
            if (classes[i] == className) return row.Value.Probability(0, i);
        throw new ArgumentException($"{Quoted.Text(className)} is none of the classes: {Quoted.List(classes, 10)}", nameof(className));
    }

    /// <summary>The class with its probability, or the number.</summary>
    public override string ToString() => target is ClassTarget
        ? FormattableString.Invariant($"{Class} ({Probability:P1})")
        : NumberText.Canonical(number);

    [DoesNotReturn]
    private static ClassTarget ThrowNumber() => throw new InvalidOperationException("the target is a number: ask for Number");
}
