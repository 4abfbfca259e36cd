using System.Numerics;
using System.Runtime.CompilerServices;

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
        int room = BitOperations.Log2((uint)Math.Max(count, 1)) + 2;
        int exponent = largest > 0 ? Math.ILogB(largest) + 1 + room : 0;
        upperCut = Math.ScaleB(1.5, exponent);
        middleCut = Math.ScaleB(1.5, exponent - 52 + room);
    }

    /// <summary>Adds terms, and says the sum.</summary>
    public double Add(ReadOnlySpan<double> terms) => Add(terms, 0, areSquared: false);

    /// <summary>Adds the squares of how far values are from a center, and says the sum.</summary>
    public double AddSquares(ReadOnlySpan<double> values, double center) => Add(values, center, areSquared: true);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Add(ReadOnlySpan<double> terms, double center, bool areSquared)
    {
        (Vector<double> uppers, Vector<double> middles) = (Vector<double>.Zero, Vector<double>.Zero);
        (Vector<double> upperCuts, Vector<double> middleCuts) = (new Vector<double>(upperCut), new Vector<double>(middleCut));
        while (terms.Length >= Vector<double>.Count)
        {
            Vector<double> term = new(terms);
            if (areSquared)
            {
                term -= new Vector<double>(center);
                term *= term;
            }

            Vector<double> above = term + upperCuts - upperCuts;
            uppers += above;
            middles += term - above + middleCuts - middleCuts;
            terms = terms[Vector<double>.Count..];
        }

        upper += Vector.Sum(uppers);
        middle += Vector.Sum(middles);
        foreach (double value in terms)
        {
            double term = areSquared ? (value - center) * (value - center) : value;
            double above = term + upperCut - upperCut;
            upper += above;
            middle += term - above + middleCut - middleCut;
        }

        return upper + middle;
    }
}
