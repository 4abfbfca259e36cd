namespace Denpa;

/// <summary>
/// Notices a loss that has grown a million-fold over the largest of its first ten values, or over 1 where they are below: with one
/// sample to a batch all ten may be nearly zero by luck, and are no measure then.
/// </summary>
internal sealed class GrowthGuard
{
    /// <summary>How many losses say what is usual.</summary>
    public const int FirstLosses = 10;

    private const double LargestGrowth = 1e6;
    private const double SmallestReference = 1;

    /// <summary>The largest of the first losses' absolute values.</summary>
    public double Reference { get; private set; }

    /// <summary>How many of the first losses were seen.</summary>
    public int Seen { get; private set; }

    /// <summary>Takes note of a finite loss; false when it has grown too much.</summary>
    public bool Accepts(double loss)
    {
        if (Seen < FirstLosses)
        {
            Seen++;
            Reference = Math.Max(Reference, Math.Abs(loss));
            return true;
        }

        return Math.Abs(loss) <= LargestGrowth * Math.Max(Reference, SmallestReference);
    }

    public void Restore(double reference, int seen) => (Reference, Seen) = (reference, seen);
}
