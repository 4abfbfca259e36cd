namespace Denpa.Benchmarks;

/// <summary>
/// The times of a benchmark, least and median, and the loss that it ended with: by that, two versions are seen to do the same.
/// </summary>
internal sealed class Times(IEnumerable<double> microseconds, double loss)
{
    private readonly double[] sorted = [.. microseconds.Order()];

    public override string ToString() => FormattableString.Invariant($"{sorted[0]:0.0} {sorted[sorted.Length / 2]:0.0} {loss:0.000000}");
}
