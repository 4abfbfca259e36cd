namespace Denpa.Tables;

/// <summary>How much a row counts in the loss by its class, so that every class counts the same however few its rows.</summary>
internal static class ClassBalance
{
    /// <summary>
    /// A weight for each class, n / (k · nᶜ) with n rows, nᶜ of them in the class, and k classes that have rows: over these rows
    /// the weights' mean is 1. A class without rows is weighed as if it had one.
    /// </summary>
    /// <param name="labels">The classes of the training rows.</param>
    /// <param name="classes">The number of classes.</param>
    public static double[] Of(long[] labels, int classes)
    {
        int[] counts = new int[classes];
        foreach (long label in labels) counts[label]++;
        int present = counts.Count(count => count > 0);
        return Array.ConvertAll(counts, count => (double)labels.Length / (present * Math.Max(count, 1)));
    }
}
