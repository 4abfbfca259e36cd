using System.Diagnostics;
using System.Globalization;
using Denpa;
using Denpa.Benchmarks;
using Denpa.Tables;

// predict-row: what the prediction of one row costs, from an object and from a dictionary, beside the network alone on a row that is
// encoded already:
//     dotnet run -c Release --project bench/Denpa.Rows
const int Rounds = 401;
const int Rows = 1024;
const int Passes = 1;

Passenger[] passengers = Passengers.Draw(Rows);
Dictionary<string, object?>[] fields = [.. passengers.Select(Passengers.Fields)];
Table table = Passengers.TableOf(passengers);
TableModel model = Passengers.Train(table);
float[] encoded = model.Schema.EncodeFeatures<float>(table, [.. Enumerable.Range(0, Rows)]);
Tensor[] inputs = [.. encoded.Chunk(model.Schema.InputCount).Select(row => Tensor.From(row, [1, row.Length]))];
Predictor network = new(model.Network);

(string Name, Action<int> Predict)[] ways =
[
    ("the network alone, on an encoded row", row => network.Predict(inputs[row])),
    ("a row from an object", row => model.Predict(passengers[row])),
    ("a row from a dictionary", row => model.Predict(fields[row])),
    ("a row from an object, and its probability", row => _ = model.Predict(passengers[row]).Probability),
];
double[][] times = [.. ways.Select(_ => new double[Rounds])];
long[] bytes = new long[ways.Length];

// The first rounds do not count: in them the runtime compiles for speed what it compiled for a quick start.
for (int round = -Rounds; round < Rounds; round++)
{
    for (int way = 0; way < ways.Length; way++)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        double time = Nanoseconds(ways[way].Predict);
        bytes[way] = (GC.GetAllocatedBytesForCurrentThread() - before) / (Rows * Passes);
        if (round >= 0) times[way][round] = time;
    }
}

Print($"predict-row: {model.Schema.Features.Count} columns, {model.Schema.InputCount} inputs, {TableNetworkOf(model)}; {Rounds} rounds");
Print($"| | median | least | of the network's | of its least | allocated |");
Print($"| --- | --- | --- | --- | --- | --- |");
for (int way = 0; way < ways.Length; way++)
{
    (double median, double least) = (Median(times[way]), times[way].Min());
    (double ratio, double ratioOfLeast) = (median / Median(times[0]), least / times[0].Min());
    Print($"| {ways[way].Name} | {median:0} ns | {least:0} ns | {ratio:0.00} | {ratioOfLeast:0.00} | {bytes[way]} bytes |");
}

static double Nanoseconds(Action<int> predict)
{
    long begun = Stopwatch.GetTimestamp();
    for (int pass = 0; pass < Passes; pass++)
    {
        for (int row = 0; row < Rows; row++) predict(row);
    }

    return Stopwatch.GetElapsedTime(begun).TotalNanoseconds / (Rows * Passes);
}

static string TableNetworkOf(TableModel model) => string.Join('-', model.Settings.Hidden.Append(model.Schema.OutputCount));

static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
