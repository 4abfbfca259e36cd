using System.Runtime.CompilerServices;
using Parquet;

namespace Denpa.Tables;

/// <summary>Reads Parquet files. A table of one is understood as that of a CSV file with the same content.</summary>
public static class ParquetTable
{
    /// <summary>Values that repeat take hardly any room, so that a short file can claim any number of rows.</summary>
    private const long MostRowsOfFewBytes = 1 << 20;
    private const long MostRowsPerByte = 1 << 6;

    /// <summary>Reads a Parquet file.</summary>
    /// <exception cref="TableException">The file cannot be read, or holds no column of texts, numbers, dates, true and false.</exception>
    public static Table Read(string path, TableOptions? options = null)
    {
        using FileStream stream = TableFile.Open(path);
        return Read(stream, path, options);
    }

    /// <summary>Reads a Parquet file from a stream that can seek, which stays open.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What stands for the path in messages.</param>
    /// <param name="options">What was asked for; the file itself says its columns' names and has no delimiter.</param>
    /// <exception cref="TableException">The stream cannot be read, or holds no column of texts, numbers, dates, true and false.</exception>
    public static Table Read(Stream stream, string name, TableOptions? options = null)
    {
        try
        {
            Footer.Check(stream);

            // The reader is asynchronous alone; on a thread of its own it waits for nobody's context.
            return Task.Run(() => ReadAsync(stream, name, options)).GetAwaiter().GetResult();
        }
        catch (Exception problem) when (problem is not TableException)
        {
            // What a damaged file leads its decoders to is of any kind.
            string reason = $"is no whole Parquet file: {TableFile.FirstLine(problem).TrimEnd('.')} — give a good copy of it";
            throw new TableException(name, null, null, reason, problem);
        }
    }

    private static async Task<Table> ReadAsync(Stream stream, string name, TableOptions? options)
    {
        ParquetReader reader = await ParquetReader.CreateAsync(stream, leaveStreamOpen: true).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable disposal = reader.ConfigureAwait(false);
        ValueColumn[] columns = [.. reader.Schema.Fields.Select(ValueColumn.Of).OfType<ValueColumn>()];
        string[] names = [.. columns.Select(column => column.Name)];
        if (columns.Length == 0)
            throw new TableException(name, null, null, "holds only lists or records — give texts, numbers, dates, true and false");
        TableBuilder table = new(name, options) { KnowsMissing = true };
        for (int i = 0; i < reader.RowGroupCount; i++)
        {
            using ParquetRowGroupReader group = reader.OpenRowGroupReader(i);
            int rows = RowsOf(group, table.RowCount, stream, name);
            foreach (ValueColumn column in columns) await column.ReadAsync(group, rows).ConfigureAwait(false);
            Append(table, columns, rows, name);
        }

        TableFormat found = new(Delimiter: ',', HasHeader: true, HeaderReason: "")
        {
            Kind = TableFormat.Parquet,
            UnreadColumns = [.. reader.Schema.Fields.Select(field => field.Name).Except(names)],
        };
        return table.ToTable(found, names);
    }

    private static int RowsOf(ParquetRowGroupReader group, int before, Stream stream, string name)
    {
        long rows = group.RowCount;
        if (rows < 0 || rows > Math.Max(MostRowsOfFewBytes, stream.Length * MostRowsPerByte) || before + rows > int.MaxValue)
        {
            string problem = $"claims {rows} rows in {stream.Length} bytes — give a good copy of the file";
            throw new TableException(name, before + 1, null, problem);
        }

        return (int)rows;
    }

    private static void Append(TableBuilder table, ValueColumn[] columns, int rows, string name)
    {
        Span<byte> scratch = stackalloc byte[ValueColumn.ScratchLength];
        for (int row = 0; row < rows; row++)
        {
            int number = table.RowCount + 1;
            for (int i = 0; i < columns.Length; i++)
            {
                if (!columns[i].TryWrite(row, scratch, out ReadOnlySpan<byte> text))
                    throw new TableException(name, number, i + 1, "holds bytes that are no text — leave the column out of the file");
                table.Set(i, text, columns[i].IsNumber);
            }

            table.EndRow(number);
        }
    }
}
