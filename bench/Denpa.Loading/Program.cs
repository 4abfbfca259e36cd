using System.Diagnostics;
using System.Globalization;
using Denpa.Benchmarks;

// How fast a CSV file becomes the float32 matrix that a network learns from, beside CsvHelper's bare walk over the same fields:
//     dotnet run -c Release --project bench/Denpa.Loading [FILE]
// Without a file it makes one of a million rows of 30 numbers and a target, and removes it afterwards.
const int Rounds = 7;

switch (args)
{
    case ["--once", var file]:
        Loading.Run(file);
        Console.WriteLine(Loading.PeakMemoryInBytes());
        return;
    case [var file]:
        Compare(file);
        return;
    default:
        var made = Path.Combine(Path.GetTempPath(), $"denpa-loading-{Environment.ProcessId}.csv");
        try
        {
            NumbersFile.Write(made, rows: 1_000_000, columns: 30);
            Compare(made);
        }
        finally
        {
            File.Delete(made);
        }
        return;
}

static void Compare(string file)
{
    var rounds = Enumerable.Range(0, Rounds + 1).Select(_ => (Walk: Loading.Walk(file), Ours: Loading.Run(file))).Skip(1).ToArray();
    var walk = Median(rounds.Select(round => round.Walk));
    var read = Median(rounds.Select(round => round.Ours.Read));
    var all = Median(rounds.Select(round => round.Ours.All));
    var matrix = rounds[0].Ours.MatrixBytes;
    var (empty, peak) = (PeakOfOneLoading(NumbersFile.Tiny()), PeakOfOneLoading(file));
    Print($"{new FileInfo(file).Length / 1e6:0} MB, {matrix / 1e6:0} MB of float32, {Environment.ProcessorCount} processors, medians of {Rounds}");
    Print($"CsvHelper's bare walk                {walk,6:0} ms");
    Print($"Denpa, file to table                 {read,6:0} ms   {walk / read:0.00} of the walk's speed");
    Print($"Denpa, file to matrix, standardised  {all,6:0} ms   {walk / all:0.00} of the walk's speed");
    Print($"peak memory of a process             {peak / 1e6,6:0} MB   {(double)peak / matrix:0.00} of the matrix; {empty / 1e6:0} MB for a file of three rows");
}

static long PeakOfOneLoading(string file)
{
    var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), "--once", file]) { RedirectStandardOutput = true };
    using var process = Process.Start(start)!;
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return long.Parse(output, CultureInfo.InvariantCulture);
}

static string[] Self() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Loading).Assembly.Location] : [];

static double Median(IEnumerable<double> values)
{
    double[] sorted = [.. values.Order()];
    return sorted[sorted.Length / 2];
}

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
