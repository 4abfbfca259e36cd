using System.Globalization;

namespace Denpa.Benchmarks;

/// <summary>Files of random numbers, as instruments and accounts write them: whole, and with two, three, four and six decimals.</summary>
internal static class NumbersFile
{
    private static readonly string[] Formats = ["0", "0.00", "0.000", "0.0000", "0.000000"];
    private static readonly double[] Spreads = [50_000, 1, 10, 100, 300];

    public static void Write(string path, int rows, int columns)
    {
        Random generator = new(1);
        using StreamWriter file = new(path);
        file.WriteLine(string.Join(',', Enumerable.Range(0, columns).Select(column => $"x{column}").Append("y")));
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                int kind = column % Formats.Length;
                file.Write(Normal(generator, Spreads[kind]).ToString(Formats[kind], CultureInfo.InvariantCulture));
                file.Write(',');
            }

            file.WriteLine(Normal(generator, 1).ToString("0.000", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A file that shows what a process takes in any case.</summary>
    public static string Tiny()
    {
        string path = Path.Combine(Path.GetTempPath(), $"denpa-loading-{Environment.ProcessId}-tiny.csv");
        File.WriteAllText(path, "x,y\n1,2\n2,3\n4,5\n");
        return path;
    }

    private static double Normal(Random generator, double spread) =>
        spread * Math.Sqrt(-2 * Math.Log(1 - generator.NextDouble())) * Math.Cos(2 * Math.PI * generator.NextDouble());
}
