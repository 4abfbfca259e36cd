using System.Diagnostics;
using CsvHelper;
using Denpa.Tables;

namespace Denpa.Benchmarks;

/// <summary>What a loading took.</summary>
/// <param name="Read">File to table, in milliseconds.</param>
/// <param name="All">File to the matrix of all features, standardised, in milliseconds.</param>
/// <param name="MatrixBytes">The size of the matrix.</param>
internal readonly record struct LoadingTimes(double Read, double All, long MatrixBytes);

internal static class Loading
{
    private static long sink;

    /// <summary>CsvHelper's walk over all fields, which hands each out as a span and does nothing with it, in milliseconds.</summary>
    public static double Walk(string file)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        using var stream = File.OpenRead(file);
        using var csv = CsvReader.Create(stream);
        while (csv.Read())
            for (var i = 0; i < csv.FieldCount; i++) sink += csv.GetSpan(i).Length;
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>File, table, understanding, statistics, matrix.</summary>
    public static LoadingTimes Run(string file)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        var table = Table.Read(file);
        var read = watch.Elapsed.TotalMilliseconds;
        var understanding = TableUnderstanding.Of(table);
        var schema = TableSchema.Fit(table, understanding, understanding.LabelledRows);
        var matrix = schema.EncodeFeatures<float>(table, understanding.LabelledRows);
        return new LoadingTimes(read, watch.Elapsed.TotalMilliseconds, sizeof(float) * matrix.LongLength);
    }

    /// <summary>The most memory that this process has held at a time.</summary>
    public static long PeakMemoryInBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
