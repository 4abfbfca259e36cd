namespace Denpa.Tables;

/// <summary>A model's predictions of some rows, in the target's own terms.</summary>
public sealed class TablePredictions
{
    private readonly TargetSchema target;
    private readonly double[] outputs;

    internal TablePredictions(TargetSchema target, Tensor outputs)
    {
        this.target = target;
        Count = outputs.Shape[0];
        Tensor wide = outputs.To(DType.Float64);
        this.outputs = target.Task == TableTask.Regression ? wide.ToArray<double>()
            : outputs.Shape[1] == 1 ? wide.Sigmoid().ToArray<double>()
            : wide.Softmax().ToArray<double>();
    }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>The classes in order; empty for regression.</summary>
    public IReadOnlyList<string> Classes => target is ClassTarget classes ? classes.Classes : [];

    /// <summary>The number predicted for a row, in the target's units.</summary>
    /// <exception cref="InvalidOperationException">The target is a class.</exception>
    public double Number(int row) => target is NumberTarget number
        ? number.Scaling.Restore(outputs[row])
        : throw new InvalidOperationException("the target is a class: ask for Class or Probability");

    /// <summary>The probability of a class for a row.</summary>
    /// <exception cref="InvalidOperationException">The target is a number.</exception>
    public double Probability(int row, int classIndex)
    {
        if (target is not ClassTarget classes) throw new InvalidOperationException("the target is a number: ask for Number");
        if (classes.OutputCount > 1) return outputs[(row * classes.OutputCount) + classIndex];
        return classIndex == 1 ? outputs[row] : 1 - outputs[row];
    }

    /// <summary>The index of the likeliest class for a row, the first of several.</summary>
    /// <exception cref="InvalidOperationException">The target is a number.</exception>
    public int ClassIndex(int row)
    {
        int best = 0;
        for (int index = 1; index < Classes.Count; index++)
        {
            if (Probability(row, index) > Probability(row, best)) best = index;
        }

        return best;
    }

    /// <summary>The likeliest class for a row.</summary>
    /// <exception cref="InvalidOperationException">The target is a number.</exception>
    public string Class(int row) => Classes[ClassIndex(row)];
}
