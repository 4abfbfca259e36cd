using System.Diagnostics;
using System.Globalization;
using Denpa.Benchmarks;

// How fast a CSV file becomes the float32 matrix that a network learns from, beside CsvHelper's bare walk over the same fields:
//     dotnet run -c Release --project bench/Denpa.Loading [FILE]
// Without a file it makes one of a million rows of 30 numbers and a target, and removes it afterwards.
const int Rounds = 15;

switch (args)
{
    case ["--once", var file]:
        Took first = Loading.Run(file).All;
        Print($"{Loading.PeakMemoryInBytes()} {first.Clock:0} {first.Processor:0}");
        return;
    case [var file]:
        Compare(file);
        return;
    default:
        string made = Path.Combine(Path.GetTempPath(), $"denpa-loading-{Environment.ProcessId}.csv");
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
    (Took Walk, Loaded Ours)[] rounds = Enumerable.Range(0, Rounds + 1)
        .Select(_ => (Walk: Loading.Walk(file), Ours: Loading.Run(file)))
        .Skip(1)
        .ToArray();
    (int rows, long matrix) = (rounds[0].Ours.Rows, rounds[0].Ours.MatrixBytes);
    Took[] walk = rounds.Select(round => round.Walk).ToArray();
    double megabytes = new FileInfo(file).Length / 1e6;
    Print($"{megabytes:0} MB, {rows} rows, {matrix / 1e6:0} MB of float32; {Environment.ProcessorCount} processors; {Rounds} rounds");
    Print($"| | median | least | rows/s | of the walk's speed | of its least | processor time |");
    Print($"| --- | --- | --- | --- | --- | --- | --- |");
    Row("CsvHelper, bare walk over all fields", walk);
    Row("Denpa, file to table", [.. rounds.Select(round => round.Ours.Read)]);
    Row("Denpa, file to standardised matrix", [.. rounds.Select(round => round.Ours.All)]);
    string tiny = NumbersFile.Tiny();
    (double[]? idle, double[]? once) = (OneLoading(tiny), OneLoading(file));
    File.Delete(tiny);
    Print($"The first loading of a process: {once[1]:0} ms, {once[2]:0} ms of processor time.");
    double growth = once[0] - idle[0];
    Print($"Its peak memory: {once[0] / 1e6:0} MB, {growth / 1e6:0} MB or {growth / matrix:0.00} of the matrix more than for three rows.");

    void Row(string name, Took[] times)
    {
        (double median, double least) = (Median(times.Select(time => time.Clock)), times.Min(time => time.Clock));
        (double ratio, double ratioOfLeast) = (Median(walk.Select(time => time.Clock)) / median, walk.Min(time => time.Clock) / least);
        double busy = Median(times.Select(time => time.Processor));
        double speed = rows / median / 1e3;
        Print($"| {name} | {median:0} ms | {least:0} ms | {speed:0.00} million | {ratio:0.00} | {ratioOfLeast:0.00} | {busy:0} ms |");
    }
}

// Peak memory in bytes, milliseconds, milliseconds of processor time.
static double[] OneLoading(string file)
{
    ProcessStartInfo start = new(Environment.ProcessPath!, [.. Self(), "--once", file]) { RedirectStandardOutput = true };
    using Process process = Process.Start(start)!;
    string output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return [.. output.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
}

static string[] Self() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Loading).Assembly.Location] : [];

static double Median(IEnumerable<double> values)
{
    double[] sorted = [.. values.Order()];
    return sorted[sorted.Length / 2];
}

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
