using System.Globalization;
using Denpa.Tests.Support;

namespace Denpa.Tests.Kernels;

/// <summary>A line of double-reference.txt: f(x) is <paramref name="Nearest"/> and <paramref name="Excess"/> ulp.</summary>
internal readonly record struct DoubleReference(double X, double Nearest, double Excess)
{
    private static readonly ILookup<string, DoubleReference> Points =
        File.ReadLines(Path.Combine(RepositoryPaths.Root, "tests", "Denpa.Tests", "Kernels", "Math", "double-reference.txt"))
            .Select(line => line.Split(' '))
            .ToLookup(fields => fields[0], Parse);

    public static IReadOnlyList<DoubleReference> Of(string function) => [.. Points[function]];

    /// <summary>|actual − f(x)| in units of the spacing of doubles around f(x).</summary>
    public double ErrorInUlp(double actual)
    {
        if (double.IsInfinity(Nearest) || double.IsInfinity(actual))
            return Nearest.Equals(actual) ? 0 : double.PositiveInfinity;
        int exponent = Nearest == 0 ? -1074 : Math.Max(Math.ILogB(Nearest) - 52, -1074);
        return Math.Abs((actual - Nearest) / Math.ScaleB(1, exponent) - Excess);
    }

    private static DoubleReference Parse(string[] fields) =>
        new(FromBits(fields[1]), FromBits(fields[2]), double.Parse(fields[3], CultureInfo.InvariantCulture));

    private static double FromBits(string hexadecimal) => BitConverter.UInt64BitsToDouble(Convert.ToUInt64(hexadecimal, 16));
}
