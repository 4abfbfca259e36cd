namespace Denpa.Tables;

/// <summary>
/// How far predictions were from the truth on rows that were held out, from which intervals come: one that holds a share of the errors
/// holds that share of new answers, whatever their distribution (split conformal prediction: Vovk, Gammerman and Shafer, "Algorithmic
/// learning in a random world", 2005).
/// </summary>
internal static class ErrorQuantiles
{
    /// <summary>Of more errors so many are kept, evenly by rank.</summary>
    private const int Most = 1000;

    /// <summary>Of fewer rows no interval of 90 % could be told from one of 99 %.</summary>
    private const int Fewest = 20;

    /// <summary>The sizes of errors in order; null where they are too few.</summary>
    public static double[]? Of(IEnumerable<double> errors)
    {
        double[] sizes = [.. errors.Select(Math.Abs).Order()];
        if (sizes.Length < Fewest) return null;
        if (sizes.Length <= Most) return sizes;
        return [.. Enumerable.Range(0, Most).Select(i => sizes[(int)Math.Round(i * (sizes.Length - 1.0) / (Most - 1))])];
    }

    /// <summary>The half width of an interval that holds a share of the answers.</summary>
    /// <param name="sizes">The sizes of errors in order.</param>
    /// <param name="share">The share, between 0 and 1.</param>
    public static double HalfWidth(IReadOnlyList<double> sizes, double share)
    {
        int rank = (int)Math.Ceiling(share * (sizes.Count + 1));
        return sizes[Math.Clamp(rank, 1, sizes.Count) - 1];
    }
}
