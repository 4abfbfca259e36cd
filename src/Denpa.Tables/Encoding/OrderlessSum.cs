using System.Numerics;

namespace Denpa.Tables;

/// <summary>
/// A sum that does not depend on the order of its terms. Each is cut at two places that are the same for all: the upper part and
/// the middle one add up without any rounding, and the rest, below 2⁻⁶⁰ of the largest term, is dropped (J. Demmel and
/// H. D. Nguyen, "Fast reproducible floating-point summation", 2013).
/// </summary>
internal struct OrderlessSum
{
    private readonly double upperCut;
    private readonly double middleCut;
    private double upper;
    private double middle;

    /// <param name="count">How many terms there are at most.</param>
    /// <param name="largest">No term's magnitude is larger.</param>
    public OrderlessSum(int count, double largest)
    {
        // A number of this size has units so large that sums of as many terms, rounded to them, stay exact; the next, for what the
        // rounding left, which is at most half such a unit.
        var room = BitOperations.Log2((uint)Math.Max(count, 1)) + 2;
        var exponent = largest > 0 ? Math.ILogB(largest) + 1 + room : 0;
        upperCut = Math.ScaleB(1.5, exponent);
        middleCut = Math.ScaleB(1.5, exponent - 52 + room);
    }

    public readonly double Total => upper + middle;

    /// <summary>Adds terms, and says the sum so far.</summary>
    public double Add(ReadOnlySpan<double> terms)
    {
        var (uppers, middles) = (Vector<double>.Zero, Vector<double>.Zero);
        var (upperCuts, middleCuts) = (new Vector<double>(upperCut), new Vector<double>(middleCut));
        while (terms.Length >= Vector<double>.Count)
        {
            var term = new Vector<double>(terms);
            var above = term + upperCuts - upperCuts;
            uppers += above;
            middles += term - above + middleCuts - middleCuts;
            terms = terms[Vector<double>.Count..];
        }
        upper += Vector.Sum(uppers);
        middle += Vector.Sum(middles);
        foreach (var term in terms)
        {
            var above = term + upperCut - upperCut;
            upper += above;
            middle += term - above + middleCut - middleCut;
        }
        return Total;
    }
}
