using System.Collections.Concurrent;

namespace Denpa.Tables;

/// <summary>What a chunk holds.</summary>
/// <param name="Rows">Its rows, their lines counted from the chunk's first.</param>
/// <param name="LineBreaks">The ends of lines in it.</param>
internal sealed record ParsedChunk(RowGroup Rows, int LineBreaks);

/// <summary>Turns chunks into rows, on any thread.</summary>
internal sealed class ChunkParser(RowShape shape)
{
    private readonly ConcurrentBag<(RowGatherer Rows, BareRows Bare)> gatherers = [];

    /// <summary>A chunk's rows, or null where anything is in doubt.</summary>
    public ParsedChunk? Parse(ReadOnlyMemory<byte> text)
    {
        (RowGatherer Rows, BareRows Bare) gatherer = gatherers.TryTake(out (RowGatherer Rows, BareRows Bare) used) ? used : New();
        RowGatherer rows = gatherer.Rows;
        try
        {
            if (gatherer.Bare.TryAppend(text.Span, out int lineBreaks)) return new ParsedChunk(rows.Take(), lineBreaks);
            rows.Clear();
            using RecordReader records = new(text, shape, linesBefore: 0);
            while (records.Read()) rows.Append(records);
            return new ParsedChunk(rows.Take(), CountLineBreaks(text.Span));
        }
        catch (TableException)
        {
            rows.Clear();
            return null;
        }
        finally
        {
            gatherers.Add(gatherer);
        }
    }

    private (RowGatherer Rows, BareRows Bare) New()
    {
        RowGatherer rows = new(shape);
        return (rows, new BareRows(rows));
    }

    /// <summary>Line feeds and carriage returns, of which two that are neighbours in this order count once.</summary>
    public static int CountLineBreaks(ReadOnlySpan<byte> text)
    {
        int count = text.Count((byte)'\n');
        while (text.IndexOf((byte)'\r') is var place and >= 0)
        {
            text = text[(place + 1)..];
            if (!text.StartsWith("\n"u8)) count++;
        }

        return count;
    }
}
