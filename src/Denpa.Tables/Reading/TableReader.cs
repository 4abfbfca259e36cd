namespace Denpa.Tables;

/// <summary>
/// Reads the rows of a text in UTF-8: the first row alone, then chunks, several at a time. That a chunk begins with a record
/// follows from the one before, which ended with one. Where a chunk does not, or holds what is wrong, everything from it on is
/// read again in order, so neither the rows nor the error depend on the number of threads.
/// </summary>
/// <param name="unknown">The shape of the rows, without their width.</param>
/// <param name="source">The text.</param>
/// <param name="linesBefore">The lines of the file before the text.</param>
/// <param name="helpers">How many threads read chunks beside the caller's.</param>
internal sealed class TableReader(RowShape unknown, ChunkSource source, int linesBefore, int helpers)
{
    /// <summary>While the oldest chunk is waited for, later ones give the other threads work.</summary>
    private const int ChunksPerThread = 2;

    private readonly List<RowGroup> groups = [];
    private readonly WorkAhead<ParsedChunk?> ahead = new(helpers);
    private readonly Queue<(Chunk Chunk, WorkAhead<ParsedChunk?>.Piece Rows)> underWay = new();
    private int linesRead = linesBefore;

    /// <summary>All rows, the first in a group of its own; none where there is no row.</summary>
    /// <param name="first">The text's first chunk.</param>
    /// <exception cref="TableException">A row is in doubt.</exception>
    public IReadOnlyList<RowGroup> Read(Chunk first)
    {
        if (TryReadFirstRow(first, out RowShape? shape, out int end)) ReadChunks(shape, first.From(end));
        else ReadInOrder(unknown, [first]);
        return groups;
    }

    private bool TryReadFirstRow(Chunk chunk, out RowShape shape, out int end)
    {
        (shape, end) = (unknown, 0);
        if (!chunk.IsWhole) return false;
        try
        {
            using RecordReader records = new(chunk.Text, unknown, linesRead);
            if (!records.Read()) return false;
            shape = Begin(records);
            end = records.End;
        }
        catch (TableException)
        {
            return false;
        }

        linesRead += ChunkParser.CountLineBreaks(chunk.Text.Span[..end]);
        return true;
    }

    /// <summary>The first record tells the width, and is a group of its own.</summary>
    private RowShape Begin(RecordReader record)
    {
        RowShape shape = unknown with { Width = record.FieldCount, HasEmptyEnd = record[record.FieldCount - 1].IsEmpty };
        RowGatherer row = new(shape);
        row.Append(record);
        groups.Add(row.Take());
        return shape;
    }

    private void ReadChunks(RowShape shape, Chunk first)
    {
        ChunkParser parser = new(shape);
        for (Chunk? next = first; next is not null || underWay.Count > 0;)
        {
            if (next is { IsWhole: true } chunk && underWay.Count < ChunksPerThread * (helpers + 1))
            {
                underWay.Enqueue((chunk, ahead.Begin(() => parser.Parse(chunk.Text))));
                next = source.Next();
                continue;
            }

            if (underWay.TryDequeue(out (Chunk Chunk, WorkAhead<ParsedChunk?>.Piece Rows) oldest) && oldest.Rows.Outcome() is { } parsed)
            {
                Accept(oldest.Chunk, parsed);
                continue;
            }

            foreach ((Chunk Chunk, WorkAhead<ParsedChunk?>.Piece Rows) later in underWay) later.Rows.Abandon();
            Chunk?[] rest = [oldest.Chunk, .. underWay.Select(later => later.Chunk), next];
            ReadInOrder(shape, rest.OfType<Chunk>().Where(left => left.Length > 0));
            return;
        }
    }

    private void Accept(Chunk chunk, ParsedChunk parsed)
    {
        int[] lines = parsed.Rows.Lines;
        for (int i = 0; i < lines.Length; i++) lines[i] = checked(lines[i] + linesRead);
        if (lines.Length > 0) groups.Add(parsed.Rows);
        linesRead = checked(linesRead + parsed.LineBreaks);
        source.Return(chunk, lines.Length);
    }

    private void ReadInOrder(RowShape shape, IEnumerable<Chunk> chunks)
    {
        using Stream text = source.Rest(chunks);
        using RecordReader records = new(text, shape, linesRead);
        if (shape.Width == 0)
        {
            if (!records.Read()) return;
            records.Shape = shape = Begin(records);
        }

        RowGatherer rows = new(shape);
        while (records.Read())
        {
            rows.Append(records);
            if (rows.IsFull) groups.Add(rows.Take());
        }

        if (rows.Count > 0) groups.Add(rows.Take());
    }
}
