namespace Denpa.Tables;

/// <summary>
/// Columns of which each alone tells the target of every training row, as what is written down after the answer is known often does.
/// </summary>
internal static class TellingColumns
{
    private const int MostRows = 20_000;
    private const int MostNumbers = 20_000_000;
    private const int FewestRows = 20;

    /// <summary>A class of fewer rows could be told by chance.</summary>
    private const int FewestOfClass = 5;

    /// <summary>A value of fewer rows on average could tell them by chance.</summary>
    private const int RowsPerValue = 5;

    /// <summary>Their names.</summary>
    /// <param name="schema">The schema; of a single feature nothing is said.</param>
    /// <param name="training">The training rows.</param>
    public static IEnumerable<string> Of(TableSchema schema, TableRows training)
    {
        int most = Math.Min(MostRows, MostNumbers / Math.Max(1, schema.InputCount));
        TableRows some = training with { Rows = training.Rows[..Math.Min(most, training.Rows.Length)] };
        if (schema.Features.Count < 2 || some.Rows.Length < FewestRows) return [];
        double[] answers = RowHashes.Answers(schema, some);
        bool areClasses = schema.Target is ClassTarget;
        if (areClasses && answers.CountBy(answer => answer).Any(answer => answer.Value < FewestOfClass)) return [];
        double[] inputs = schema.EncodeFeatures<double>(some.Table, some.Rows);
        List<string> names = [];
        int first = 0;
        foreach (FeatureSchema feature in schema.Features)
        {
            Block block = new(inputs, schema.InputCount, first, feature.InputCount);
            bool tells = TellByValue(block, answers) || (feature is NumberFeature && TellByOrder(block, answers, areClasses));
            if (tells) names.Add(feature.Name);
            first += feature.InputCount;
        }

        return names;
    }

    /// <summary>Whether rows of one value always have one answer, and the values are few.</summary>
    private static bool TellByValue(Block block, double[] answers)
    {
        Dictionary<ulong, double> answerOf = [];
        for (int row = 0; row < answers.Length; row++)
        {
            ulong value = RowHashes.Of(block.Row(row));
            if (!answerOf.TryGetValue(value, out double answer)) answerOf.Add(value, answers[row]);
            else if (!answer.Equals(answers[row])) return false;
            if (answerOf.Count * RowsPerValue > answers.Length) return false;
        }

        return true;
    }

    /// <summary>Whether rows in the order of a number are in that of the answers too; of classes whether each is one stretch.</summary>
    private static bool TellByOrder(Block block, double[] answers, bool areClasses)
    {
        double[] numbers = [.. Enumerable.Range(0, answers.Length).Select(row => block.Row(row)[0])];
        double[] sorted = [.. answers];
        Array.Sort(numbers, sorted);
        int changes = 0;
        (bool rises, bool falls) = (true, true);
        for (int row = 1; row < sorted.Length; row++)
        {
            if (sorted[row].Equals(sorted[row - 1])) continue;
            if (numbers[row].Equals(numbers[row - 1])) return false;
            changes++;
            rises &= sorted[row] > sorted[row - 1];
            falls &= sorted[row] < sorted[row - 1];
        }

        return areClasses ? changes == answers.Distinct().Count() - 1 : changes > 0 && (rises || falls);
    }

    /// <summary>The inputs of one feature.</summary>
    private readonly record struct Block(double[] Inputs, int Width, int First, int Count)
    {
        public ReadOnlySpan<double> Row(int row) => Inputs.AsSpan((row * Width) + First, Count);
    }
}
