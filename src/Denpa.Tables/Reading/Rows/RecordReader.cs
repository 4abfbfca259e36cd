using System.Text;
using CsvHelper;

namespace Denpa.Tables;

/// <summary>Walks the records of CSV text in UTF-8 and refuses the first that leaves its fields in doubt.</summary>
internal sealed class RecordReader : IDisposable
{
    private readonly CsvReader csv;
    private RowShape shape;
    private readonly int linesBefore;
    private CsvMalformedReason? malformed;

    /// <param name="text">Whole records.</param>
    /// <param name="shape">The shape of the rows; while its width is zero, rows may have any.</param>
    /// <param name="linesBefore">The lines of the file before the text.</param>
    public RecordReader(ReadOnlyMemory<byte> text, RowShape shape, int linesBefore)
    {
        (this.shape, this.linesBefore) = (shape, linesBefore);
        csv = CsvReader.Create(text, Settings());
    }

    /// <param name="text">Records, which end where the stream does. It stays open.</param>
    /// <param name="shape">The shape of the rows; while its width is zero, rows may have any.</param>
    /// <param name="linesBefore">The lines of the file before the text.</param>
    public RecordReader(Stream text, RowShape shape, int linesBefore)
    {
        (this.shape, this.linesBefore) = (shape, linesBefore);
        csv = CsvReader.Create(text, Settings(), leaveOpen: true);
    }

    /// <summary>The shape that rows must have from now on.</summary>
    public RowShape Shape
    {
        set => shape = value;
    }

    public int FieldCount => csv.FieldCount;

    /// <summary>The line of the file on which the record starts.</summary>
    public int Line { get; private set; }

    /// <summary>Where the record ends in a text in memory, before the end of its line.</summary>
    public int End => checked((int)csv.ByteOffset + csv.RawRecord.Length);

    public ReadOnlySpan<byte> this[int field] => csv.GetSpan(field);

    /// <summary>Whether a field stood in quotes.</summary>
    public bool IsQuoted(int field) => csv.GetRawSpan(field).TrimStart(" \t"u8) is [(byte)'"', ..];

    /// <summary>Goes to the next record; false at the end.</summary>
    /// <exception cref="TableException">The record is in doubt.</exception>
    public bool Read()
    {
        try
        {
            if (!csv.Read()) return false;
        }
        catch (CsvFormatException tooLong)
        {
            int line = linesBefore + (tooLong.LineNumber > 0 ? checked((int)tooLong.LineNumber) : 1);
            int longest = RowShape.LongestRecordInBytes >> 20;
            string problem = $"the row is longer than {longest} MiB — look for a quote that is never closed";
            throw new TableException(shape.Path, line, null, problem, tooLong);
        }

        Line = checked(linesBefore + (int)csv.LineNumber);
        RecordChecks.CheckBytes(csv, shape, Line);
        RecordChecks.CheckQuotes(csv, shape, Line, malformed);
        malformed = null;
        if (shape.Width > 0) RecordChecks.CheckWidth(csv, shape, Line);
        return true;
    }

    public void Dispose() => csv.Dispose();

    private CsvReaderOptions Settings() => new()
    {
        Separator = shape.Delimiter,
        Encoding = Encoding.UTF8,
        HasHeader = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MaxRecordSize = RowShape.LongestRecordInBytes,
        OnMalformedRecord = record => malformed = record.Reason,
    };
}
