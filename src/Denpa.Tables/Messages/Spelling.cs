namespace Denpa.Tables;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Spelling
{
    /// <summary>Names beyond this are compared with none: nobody mistypes them by hand, and the work grows with the square.</summary>
    private const int LongestCompared = 128;

    /// <summary>
    /// The candidate nearest to a misspelt name, or null when none is near: more than a third of its letters differ, or it has more
    /// than 128.
    /// </summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        if (name.Length > LongestCompared) return null;
        string upper = name.ToUpperInvariant();
        string? nearest = null;
        int least = int.MaxValue;
        foreach (string candidate in candidates)
        {
            int longest = Math.Max(name.Length, candidate.Length);
            int farthest = Math.Min(longest / 3, least - 1);
            if (longest > LongestCompared || Math.Abs(name.Length - candidate.Length) > farthest) continue;
            int distance = Distance(upper, candidate.ToUpperInvariant());
            if (distance <= farthest) (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    /// <summary>
    /// The optimal string alignment distance: the fewest insertions, deletions, replacements and exchanges of two neighbours, none
    /// of them within another, that turn one text into the other.
    /// </summary>
    public static int Distance(string left, string right)
    {
        int[] beforePrevious = new int[right.Length + 1];
        int[] previous = new int[right.Length + 1];
        int[] current = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++) previous[j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
                bool isExchange = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                if (isExchange) current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[right.Length];
    }
}
