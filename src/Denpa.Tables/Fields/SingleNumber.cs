using System.Globalization;

namespace Denpa.Tables;

/// <summary>Numbers of single precision as numbers of double precision.</summary>
internal static class SingleNumber
{
    private const float MostScaled = 1e6f;

    // A single times one of these has at most 24 + 24 bits, all of which a double holds.
    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10];

    /// <summary>
    /// The decimal number that the single stands for, the shortest that reads back as it: 0.1 for 0.1f, which is 0.10000000149… exactly.
    /// </summary>
    public static double Meant(float number)
    {
        if (float.Abs(number) < MostScaled)
        {
            foreach (double power in Powers)
            {
                double meant = Math.Round(number * power) / power;
                if ((float)meant == number) return meant;
            }
        }

        return float.IsFinite(number) ? double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : number;
    }
}
