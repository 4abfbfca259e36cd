namespace Denpa;

/// <summary>Half a cosine between two rates, level at both.</summary>
internal static class CosineArc
{
    /// <summary>The rate at a fraction of the way, from 0 to 1.</summary>
    public static double Between(double start, double end, double fraction) =>
        end + ((start - end) / 2 * (1 + Math.Cos(Math.PI * fraction)));
}
