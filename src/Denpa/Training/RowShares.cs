namespace Denpa;

/// <summary>What the rows of a dataset count for in a loss.</summary>
/// <param name="data">The rows.</param>
/// <param name="loss">The loss.</param>
internal sealed class RowShares(Dataset data, Loss loss)
{
    private readonly bool hasClasses = loss.Reduction == LossReduction.Mean && data.Targets.DType == DType.Int64;

    /// <summary>Whether none of these rows counts: a mean over them would divide by zero, and they teach nothing.</summary>
    public bool AreZero(ReadOnlySpan<int> rows)
    {
        foreach (int row in rows)
        {
            if (!IsZero(row)) return false;
        }

        return true;
    }

    /// <summary>Whether no row at all counts.</summary>
    public bool AreAllZero()
    {
        for (int row = 0; row < data.Count; row++)
        {
            if (!IsZero(row)) return false;
        }

        return true;
    }

    /// <summary>What rows count for together by their weights.</summary>
    public double Weight(ReadOnlySpan<int> rows)
    {
        if (data.Weights is not { } weights) return rows.Length;
        double weight = 0;
        foreach (int row in rows) weight += weights.ElementAt(row);
        return weight;
    }

    private bool IsZero(int row)
    {
        if (data.Weights?.ElementAt(row) == 0) return true;
        if (!hasClasses) return false;
        int width = data.Targets.Length / data.Count;
        return loss.CountsForNothing(data.Targets.Elements<long>().Slice(row * width, width));
    }
}
