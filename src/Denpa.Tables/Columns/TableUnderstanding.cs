namespace Denpa.Tables;

/// <summary>What a table is taken to say: the target and the task, what to learn from, what is left out, and why.</summary>
public sealed partial class TableUnderstanding
{
    private readonly Table table;
    private readonly int[] labelledRows;

    private TableUnderstanding(Table table, ColumnUnderstanding[] columns, TableTask task)
    {
        this.table = table;
        Columns = columns;
        Task = task;
        Target = columns.Single(column => column.Role == ColumnRole.Target);
        Features = [.. columns.Where(column => column.Role == ColumnRole.Feature)];
        labelledRows = RowsWith(table[Target.Name], Target.IsNumeric);
    }

    /// <summary>Every column of the table, in file order.</summary>
    public IReadOnlyList<ColumnUnderstanding> Columns { get; }

    /// <summary>The columns to learn from, in file order; at least one.</summary>
    public IReadOnlyList<ColumnUnderstanding> Features { get; }

    /// <summary>The column to predict.</summary>
    public ColumnUnderstanding Target { get; }

    /// <summary>Classification or regression.</summary>
    public TableTask Task { get; }

    /// <summary>The rows of the table whose target is not missing, ascending; the others can teach nothing.</summary>
    public ReadOnlySpan<int> LabelledRows => labelledRows;

    /// <summary>The classes in order, empty for regression; <see cref="ClassLabels"/> are indices into them.</summary>
    public IReadOnlyList<string> Classes => [.. Target.Values.Select(value => value.Value)];

    /// <summary>Takes a table for what it seems to be, by the rules of <see cref="ColumnKind"/> and what the options know better.</summary>
    /// <exception cref="TableException">
    /// A named column does not exist or is named for two things; a text stands among numbers; the target is constant, all
    /// missing or has too many classes; or no column is left to learn from.
    /// </exception>
    public static TableUnderstanding Of(Table table, UnderstandingOptions? options = null)
    {
        options ??= UnderstandingOptions.Default;
        if (table.Columns.Count == 1)
            throw table.Problem("there is one column only, the target — say what separates the columns by --delimiter, or add columns");
        Column target = options.Target is { } name ? table[name] : table.Columns[^1];
        HashSet<int>? requested = options.Features?.Select(feature => table[feature].Index).ToHashSet();
        HashSet<int> ignored = options.Ignore.Select(column => table[column].Index).ToHashSet();
        Dictionary<int, ColumnRequest> kinds = options.Kinds.ToDictionary(kind => table[kind.Key].Index, kind => kind.Value);
        string targetName = Quoted.Text(target.Name);
        if (requested?.Contains(target.Index) == true)
            throw table.Problem($"column {targetName} is the target and cannot be a feature too — take it out of the features");
        if (ignored.Contains(target.Index))
            throw table.Problem($"column {targetName} is the target and cannot be ignored — name another target");

        (ColumnUnderstanding? targetUnderstanding, TableTask task) =
            TargetRules.Understand(table, target, options.Task, RequestOf(target));
        ColumnUnderstanding[] columns = new ColumnUnderstanding[table.Columns.Count];
        ParallelLoop.For(columns.Length, i =>
        {
            Column column = table.Columns[i];
            bool isRequested = requested?.Contains(column.Index) == true;
            columns[column.Index] =
                column == target ? targetUnderstanding
                : ignored.Contains(column.Index) ? FeatureRules.Glance(table, column, "ignored, as asked")
                : requested is not null && !isRequested ? FeatureRules.Glance(table, column, "not among the features asked for")
                : FeatureRules.Understand(table, column, isRequested, RequestOf(column));
        });
        if (requested is null) columns = RowCounters.LeaveOut(table, columns);
        if (columns.All(column => column.Role != ColumnRole.Feature)) throw NothingToLearnFrom(table, columns);
        return new TableUnderstanding(table, columns, task);

        ColumnRequest? RequestOf(Column column) => kinds.TryGetValue(column.Index, out ColumnRequest request) ? request : null;
    }

    private static int[] RowsWith(Column target, bool amongNumbers)
    {
        int[] rows = new int[target.Count];
        (int count, int first) = (0, 0);
        foreach (Segment segment in target.Segments)
        {
            for (int row = 0; row < segment.Count; row++)
                if (!segment.IsMissing(row, amongNumbers)) rows[count++] = first + row;
            first += segment.Count;
        }

        return rows[..count];
    }

    private static TableException NothingToLearnFrom(Table table, ColumnUnderstanding[] columns)
    {
        const int shown = 3;
        ColumnUnderstanding[] others = columns.Where(column => column.Role == ColumnRole.LeftOut).ToArray();
        IEnumerable<string> reasons = others.Take(shown).Select(column => $"{Quoted.Text(column.Name)} ({column.Reason})");
        string why = string.Join(", ", reasons) + (others.Length > shown ? ", …" : "");
        return table.Problem($"no column is left to learn from: {why} — add columns, or name the features");
    }
}
