using System.Buffers.Text;

namespace Denpa.Tables;

/// <summary>How the decimals of a segment were written.</summary>
internal enum DecimalStyle
{
    /// <summary>The same number of decimals in every field: 1.50, 2.00; or none.</summary>
    Fixed,

    /// <summary>As few as the number needs: 1.5, 2.</summary>
    Shortest,

    /// <summary>As few as the number needs, and at least one: 1.5, 2.0.</summary>
    ShortestWithPoint,
}

/// <summary>
/// The form of a segment's texts: a field is -?digits[mark digits], without superfluous leading zeros, so that the number of its
/// last decimal's units says all of it.
/// </summary>
/// <param name="Decimals">The most decimals of any field, in whose units all are counted.</param>
/// <param name="Style">How many of them a field shows.</param>
/// <param name="Mark">The decimal mark: a point or a comma.</param>
/// <param name="Missing">The text of every field without a value.</param>
internal sealed record DecimalForm(int Decimals, DecimalStyle Style, byte Mark, byte[] Missing)
{
    /// <summary>A field may have so many digits: fewer than 2⁵³ units, which a float64 holds exactly.</summary>
    public const int MostDigits = 15;

    /// <summary>The largest number of so many digits.</summary>
    public const long MostUnits = 999_999_999_999_999;

    private static readonly long[] Powers = [.. Enumerable.Range(0, MostDigits + 1).Select(power => (long)Math.Pow(10, power))];

    /// <summary>10 to a power of at most <see cref="MostDigits"/>.</summary>
    public static long PowerOfTen(int exponent) => Powers[exponent];

    /// <summary>The units of one.</summary>
    public long Scale => Powers[Decimals];

    /// <summary>Writes the text of so many units.</summary>
    public ReadOnlySpan<byte> Write(long units, bool isNegative, Span<byte> scratch)
    {
        int decimals = Decimals;
        if (Style != DecimalStyle.Fixed)
        {
            int least = Style == DecimalStyle.Shortest ? 0 : 1;
            while (decimals > least && units % 10 == 0)
            {
                units /= 10;
                decimals--;
            }
        }

        int length = 0;
        if (isNegative) scratch[length++] = (byte)'-';
        (long whole, long part) = Math.DivRem(units, Powers[decimals]);
        Utf8Formatter.TryFormat(whole, scratch[length..], out int written);
        length += written;
        if (decimals > 0)
        {
            scratch[length++] = Mark;
            for (int i = decimals - 1; i >= 0; i--)
            {
                scratch[length + i] = (byte)('0' + part % 10);
                part /= 10;
            }

            length += decimals;
        }

        return scratch[..length];
    }
}
