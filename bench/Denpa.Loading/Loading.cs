using System.Diagnostics;
using CsvHelper;
using Denpa.Tables;

namespace Denpa.Benchmarks;

/// <summary>What a piece of work took.</summary>
/// <param name="Clock">From start to end, in milliseconds.</param>
/// <param name="Processor">The time that all threads together kept a processor busy, in milliseconds.</param>
internal readonly record struct Took(double Clock, double Processor);

/// <summary>What a loading took.</summary>
/// <param name="Read">File to table.</param>
/// <param name="All">File to the matrix of all features, standardised.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="MatrixBytes">The size of the matrix.</param>
internal readonly record struct Loaded(Took Read, Took All, int Rows, long MatrixBytes);

internal static class Loading
{
    private static long sink;

    /// <summary>CsvHelper's walk over all fields, which hands each out as a span and does nothing with it.</summary>
    public static Took Walk(string file)
    {
        GC.Collect();
        (long Clock, TimeSpan Processor) start = Now();
        using FileStream stream = File.OpenRead(file);
        using CsvReader csv = CsvReader.Create(stream);
        while (csv.Read())
            for (int i = 0; i < csv.FieldCount; i++) sink += csv.GetSpan(i).Length;
        return Since(start);
    }

    /// <summary>File, table, understanding, statistics, matrix.</summary>
    public static Loaded Run(string file)
    {
        GC.Collect();
        (long Clock, TimeSpan Processor) start = Now();
        Table table = Table.Read(file);
        Took read = Since(start);
        TableUnderstanding understanding = TableUnderstanding.Of(table);
        TableSchema schema = TableSchema.Fit(table, understanding, understanding.LabelledRows);
        float[] matrix = schema.EncodeFeatures<float>(table, understanding.LabelledRows);
        return new Loaded(read, Since(start), table.RowCount, sizeof(float) * matrix.LongLength);
    }

    /// <summary>The most memory that this process has held at a time.</summary>
    public static long PeakMemoryInBytes()
    {
        using Process process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static (long Clock, TimeSpan Processor) Now() => (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    private static Took Since((long Clock, TimeSpan Processor) start) => new(
        Stopwatch.GetElapsedTime(start.Clock).TotalMilliseconds,
        (Environment.CpuUsage.TotalTime - start.Processor).TotalMilliseconds);
}
