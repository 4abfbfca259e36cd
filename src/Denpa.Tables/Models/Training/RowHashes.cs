namespace Denpa.Tables;

/// <summary>Rows told apart by what a network sees of them: their inputs, and the answer.</summary>
internal static class RowHashes
{
    private const int RowsAtOnce = 1 << 12;

    /// <summary>A number of 64 bits for each row, which rows have in common when they are the same.</summary>
    public static IEnumerable<ulong> Of(TableSchema schema, TableRows part)
    {
        foreach (int[] rows in part.Rows.Chunk(RowsAtOnce))
        {
            double[] inputs = schema.EncodeFeatures<double>(part.Table, rows);
            double[] answers = Answers(schema, part with { Rows = rows });
            int width = schema.InputCount;
            for (int row = 0; row < rows.Length; row++) yield return Add(Of(inputs.AsSpan(row * width, width)), answers[row]);
        }
    }

    /// <summary>The class of each row as a number, or the number itself, standardised.</summary>
    public static double[] Answers(TableSchema schema, TableRows part) => schema.Target is ClassTarget classes
        ? [.. TableEvaluation.LabelsOf(classes, part.Table, part.Rows).Labels.Select(label => (double)label)]
        : schema.EncodeTargets<double>(part.Table, part.Rows);

    public static ulong Of(ReadOnlySpan<double> inputs)
    {
        ulong hash = 0;
        foreach (double input in inputs) hash = Add(hash, input);
        return hash;
    }

    /// <summary>The finaliser of SplitMix64, after Steele, Lea and Flood 2014.</summary>
    private static ulong Add(ulong hash, double number)
    {
        ulong mixed = hash + BitConverter.DoubleToUInt64Bits(number) + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
