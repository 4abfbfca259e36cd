using System.Text.Json;
using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>
/// How a table's rows were shared out, as what it takes to share them out again: the model keeps the seed and the data's
/// fingerprint, not the rows.
/// </summary>
public sealed record RowSplit
{
    private const string Cure = "use --rows all";

    /// <summary>The shares; of test rows none when a table was given to test on.</summary>
    public required SplitFractions Fractions { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The fingerprint of the table that was split, over the schema's columns.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The column in whose order the rows were shared out; null when they were drawn.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SplitBy { get; init; }

    /// <summary>The column of which each value was kept in one part; null when each row was drawn by itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Group { get; init; }

    /// <summary>The fingerprint of the table that was given to test on, or null when rows were held out.</summary>
    public string? TestFingerprint { get; init; }

    /// <summary>The rows of a part, as training used them, ascending.</summary>
    /// <param name="part">The part.</param>
    /// <param name="table">The table that training used; its columns may stand in another order.</param>
    /// <param name="schema">The schema that training fitted.</param>
    /// <exception cref="TableException">
    /// The table is another than that of the training, or the part has no rows. <see cref="RowPart.All"/> takes any table with labels.
    /// </exception>
    /// <exception cref="InvalidFileException">
    /// The table has too few rows to have been shared out so: the split is not the table's.
    /// </exception>
    public int[] RowsOf(RowPart part, Table table, TableSchema schema)
    {
        if (part == RowPart.All) return schema.LabelledRows(table);
        IReadOnlyDictionary<RowPart, int[]> parts = PartsOf(table, schema);
        if (parts.TryGetValue(part, out int[]? rows)) return rows;
        if (part == RowPart.Test && TestFingerprint is not null)
            throw table.Problem($"this is not the table that training tested on — {Cure}");
        throw table.Problem(parts.ContainsKey(RowPart.Training)
            ? $"training kept no {part.ToString().ToLowerInvariant()} rows — {Cure}"
            : $"this is not the table that the model was trained on, so it has no such rows — {Cure}");
    }

    /// <summary>
    /// The parts of a table that training used, with their rows: those held out first, and none without rows. Of another table none.
    /// </summary>
    /// <param name="table">The table; its columns may stand in another order.</param>
    /// <param name="schema">The schema that training fitted.</param>
    /// <exception cref="TableException">The table lacks a column, or has no labels.</exception>
    /// <exception cref="InvalidFileException">
    /// The table has too few rows to have been shared out so: the split is not the table's.
    /// </exception>
    internal IReadOnlyDictionary<RowPart, int[]> PartsOf(Table table, TableSchema schema)
    {
        int[] labelled = schema.LabelledRows(table);
        string fingerprint = schema.Fingerprint(table);
        bool isShared = fingerprint == Fingerprint && Columns.All(name => table.TryGetColumn(name, out _));
        OrderedDictionary<RowPart, int[]> parts = [];
        if (fingerprint == TestFingerprint) parts.Add(RowPart.Test, labelled);
        if (!isShared) return parts;
        SplitRows shared = ShareAgain(table, Labels(table, schema, labelled), labelled);
        if (shared.Test.Length > 0) parts.TryAdd(RowPart.Test, shared.Test);
        if (shared.Validation.Length > 0) parts.Add(RowPart.Validation, shared.Validation);
        parts.Add(RowPart.Training, shared.Training);
        return parts;
    }

    /// <summary>Reads the stored form.</summary>
    /// <exception cref="JsonException">The text is not of this form.</exception>
    /// <exception cref="ArgumentException">No rows can be shared out so.</exception>
    internal static RowSplit FromJson(string json)
    {
        RowSplit split = ModelJson.Read<RowSplit>(json);
        WithoutLastBits(split.Fractions);
        return split;
    }

    /// <summary>Shares rows out by a seed, each class by itself where there are classes.</summary>
    /// <param name="labels">The class of each of the rows, or null where there are no classes.</param>
    /// <param name="rows">The rows, ascending.</param>
    /// <param name="fractions">The shares.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentException">There are fewer rows than parts.</exception>
    internal static SplitRows Share(long[]? labels, ReadOnlySpan<int> rows, SplitFractions fractions, ulong seed)
    {
        Generator generator = new Generator(seed).Fork("split");
        SplitFractions shares = WithoutLastBits(fractions);
        SplitRows places = labels is null
            ? Denpa.Split.Random(rows.Length, generator, shares)
            : Denpa.Split.Stratified(labels, generator, shares);
        int[] all = rows.ToArray();
        return new SplitRows(Pick(places.Training), Pick(places.Validation), Pick(places.Test));

        int[] Pick(int[] positions) => Array.ConvertAll(positions, position => all[position]);
    }

    private IEnumerable<string> Columns => new[] { SplitBy, Group }.OfType<string>();

    /// <summary>Shares rows out as the columns say, or else by the seed.</summary>
    /// <param name="table">The table.</param>
    /// <param name="labels">The class of each of the rows, or null where there are no classes.</param>
    /// <param name="rows">The rows, ascending.</param>
    /// <exception cref="ArgumentException">There are fewer rows, or groups, than parts.</exception>
    /// <exception cref="TableException">A column is not there.</exception>
    internal SplitRows Share(Table table, long[]? labels, ReadOnlySpan<int> rows)
    {
        if (SplitBy is { } time) return ColumnSplit.InOrderOf(table[time], rows, WithoutLastBits(Fractions));
        return Group is { } group
            ? ColumnSplit.ByGroup(table[group], rows, WithoutLastBits(Fractions), new Generator(Seed).Fork("split"))
            : Share(labels, rows, Fractions, Seed);
    }

    private SplitRows ShareAgain(Table table, long[]? labels, int[] labelled)
    {
        try
        {
            return Share(table, labels, labelled);
        }
        catch (ArgumentException problem)
        {
            throw new InvalidFileException("the model", "split", $"{problem.Message} — {Cure}", problem);
        }
    }

    /// <summary>
    /// Fractions that were read from a file have been made to add up to 1 once more than those that were written, which can change
    /// their last bits, and with them whose row a tie goes to.
    /// </summary>
    private static SplitFractions WithoutLastBits(SplitFractions fractions)
    {
        const int digits = 12;
        return new SplitFractions(
            Math.Round(fractions.Training, digits), Math.Round(fractions.Validation, digits), Math.Round(fractions.Test, digits));
    }

    private static long[]? Labels(Table table, TableSchema schema, int[] rows) =>
        schema.Target.Task == TableTask.Classification ? schema.EncodeLabels(table, rows) : null;
}
