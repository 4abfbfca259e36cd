namespace Denpa.Tables;

/// <summary>Makes a table of rows: decides what the first of them is, and names the columns.</summary>
internal static class TableAssembly
{
    /// <param name="path">The path, for messages.</param>
    /// <param name="options">What was asked for.</param>
    /// <param name="groups">The rows, the first in a group of its own.</param>
    /// <param name="found">What is known of the file; where it says why there is a header or none, that is settled.</param>
    /// <param name="arePlain">For each column whether its numbers were numbers in the file; null where they were text.</param>
    /// <exception cref="TableException">There are no rows of values, or the names do not fit.</exception>
    public static Table Assemble(
        string path, TableOptions options, IReadOnlyList<RowGroup> groups, TableFormat found, bool[]? arePlain = null)
    {
        char delimiter = found.Delimiter;
        int width = groups[0].Segments.Length;
        int[] fields = EmptyColumns.Kept(groups, options);
        groups = [.. groups.Select(group => group with { Segments = Array.ConvertAll(fields, field => group.Segments[field]) })];
        Column[] columns = Columns(groups, delimiter, fields: fields);
        bool isSettled = found.HeaderReason.Length > 0;
        (bool hasHeader, string? reason) = isSettled ? (found.HasHeader, found.HeaderReason) : DecideHeader(options, columns);
        int? headerLine = hasHeader && !isSettled ? groups[0].Lines[0] : null;
        if (hasHeader && groups.Count == 1)
            throw new TableException(path, headerLine, null, "holds a row of column names and no rows of values — add rows");
        IReadOnlyList<string> names = options.ColumnNames ?? columns.Select(column => NameOf(column, hasHeader)).ToArray();
        if (names.Count != columns.Length)
            throw new TableException(path, null, null, $"has {columns.Length} columns, but {names.Count} names were given — name each");
        CheckDistinct(path, names, headerLine);

        bool[] isUnnamed = columns.Select(column => hasHeader && options.ColumnNames is null && column[0].Length == 0).ToArray();
        IReadOnlyList<RowGroup> rows = hasHeader ? [.. groups.Skip(1)] : groups;
        Column[] named = Columns(rows, delimiter, names, isUnnamed, fields, arePlain);
        TableFormat format = found with { HasHeader = hasHeader, HeaderReason = reason, EmptyColumns = width - fields.Length };
        return new Table(path, named, Lines(rows), format) { Missing = options.Missing };
    }

    /// <param name="rows">The objects, one for each row.</param>
    /// <param name="columns">The columns, and what each takes of an object.</param>
    /// <param name="name">What stands for the path in messages.</param>
    /// <exception cref="TableException">There are no rows.</exception>
    public static Table Assemble<T>(IEnumerable<T> rows, TableColumns<T> columns, string name)
    {
        if (columns.Names.Count == 0) throw new ArgumentException("a table needs one column or more — add columns", nameof(columns));
        RowGatherer gatherer = new(new RowShape(name, Delimiter: ',', TableFormat.Utf8Name, columns.Names.Count));
        List<RowGroup> groups = new();
        int count = 0;
        foreach (T? row in rows)
        {
            columns.Append(row, gatherer.Columns);
            gatherer.EndRow(++count);
            if (gatherer.IsFull) groups.Add(gatherer.Take());
        }

        if (gatherer.Count > 0) groups.Add(gatherer.Take());
        if (groups.Count == 0) throw new TableException(name, null, null, $"has no rows — give one or more");
        TableFormat format = new(Delimiter: ',', HasHeader: false, "the columns were named");
        return new Table(name, Columns(groups, format.Delimiter, columns.Names), Lines(groups), format);
    }

    private static int[] Lines(IReadOnlyList<RowGroup> groups)
    {
        int[] lines = new int[groups.Sum(group => group.Lines.Length)];
        int start = 0;
        foreach (RowGroup group in groups)
        {
            group.Lines.CopyTo(lines, start);
            start += group.Lines.Length;
        }

        return lines;
    }

    public static Column[] Columns(
        IReadOnlyList<RowGroup> groups,
        char delimiter,
        IReadOnlyList<string>? names = null,
        bool[]? isUnnamed = null,
        int[]? fields = null,
        bool[]? arePlain = null)
    {
        int[] starts = new int[groups.Count + 1];
        for (int i = 0; i < groups.Count; i++) starts[i + 1] = checked(starts[i] + groups[i].Lines.Length);
        Column[] columns = new Column[groups[0].Segments.Length];
        Lazy<NumberSurvey> file = new(() =>
        {
            NumberSurvey all = new();
            foreach (Column column in columns) all.Add(column.Survey);
            return all;
        });
        for (int i = 0; i < columns.Length; i++)
        {
            Segment[] segments = [.. groups.Select(group => group.Segments[i])];
            columns[i] = new Column(names?[i] ?? "", i, segments, starts, delimiter, file)
            {
                IsUnnamed = isUnnamed?[i] == true,
                Field = fields?[i] ?? i,
                ArePlainNumbers = arePlain?[fields?[i] ?? i] == true,
            };
        }

        return columns;
    }

    private static (bool HasHeader, string Reason) DecideHeader(TableOptions options, Column[] columns)
    {
        if (options.HasHeader is { } asked) return (asked, asked ? "a header was asked for" : "no header was asked for");
        return options.ColumnNames is null
            ? HeaderDetection.Decide(columns, options.ExpectedNames)
            : (false, "the column names were given");
    }

    private static string NameOf(Column column, bool hasHeader) =>
        hasHeader && column[0].Length > 0 ? column[0].Trim() : $"column{column.Field + 1}";

    private static void CheckDistinct(string path, IReadOnlyList<string> names, int? line)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Count; i++)
        {
            if (!seen.Add(names[i]))
                throw new TableException(path, line, i + 1, $"two columns are named {Quoted.Text(names[i])} — give each a name of its own");
        }
    }
}
