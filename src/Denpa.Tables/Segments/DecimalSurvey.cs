using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Denpa.Tables;

/// <summary>What the fields of a segment have in common as decimals.</summary>
/// <param name="Most">The most decimals of any.</param>
/// <param name="IsEven">Whether all have as many.</param>
/// <param name="Style">The rule by which each has its decimals, or null when there is none or the digits grow too many.</param>
/// <param name="Largest">The largest magnitude in units of the last decimal.</param>
/// <param name="MarkCount">How many have decimals.</param>
internal readonly record struct DecimalSurvey(int Most, bool IsEven, DecimalStyle? Style, long Largest, int MarkCount)
{
    /// <summary>Whether no field is missing or minus zero.</summary>
    public bool HasOnlyNumbers { get; private init; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static DecimalSurvey Of(ReadOnlySpan<long> digits, ReadOnlySpan<byte> decimals)
    {
        if (OfEven(digits, decimals) is { } even) return even;
        (int least, int most, int marks, long largest) = (int.MaxValue, 0, 0, 0L);
        for (int i = 0; i < digits.Length; i++)
        {
            if (digits[i] == DecimalText.Missing) continue;
            least = Math.Min(least, decimals[i]);
            most = Math.Max(most, decimals[i]);
            if (decimals[i] > 0) marks++;
            if (digits[i] != DecimalText.MinusZero) largest = Math.Max(largest, Math.Abs(digits[i]));
        }

        return least >= most
            ? new DecimalSurvey(most, IsEven: true, DecimalStyle.Fixed, largest, marks)
            : OfUneven(digits, decimals, least, most, marks);
    }

    /// <summary>The usual case in a few instructions: as many decimals in every field, and no field missing.</summary>
    private static DecimalSurvey? OfEven(ReadOnlySpan<long> digits, ReadOnlySpan<byte> decimals)
    {
        if (decimals.IsEmpty || decimals.ContainsAnyExcept(decimals[0])) return null;
        long least = TensorPrimitives.Min(digits);
        if (least == DecimalText.Missing) return null;
        bool hasOnlyNumbers = least > DecimalText.MinusZero;
        if (!hasOnlyNumbers) least = NumberRange.Of(digits, DecimalText.MinusZero).Least;
        long largest = Math.Max(Math.Max(-least, TensorPrimitives.Max(digits)), 0);
        return new DecimalSurvey(decimals[0], IsEven: true, DecimalStyle.Fixed, largest, decimals[0] > 0 ? digits.Length : 0)
        {
            HasOnlyNumbers = hasOnlyNumbers,
        };
    }

    private static DecimalSurvey OfUneven(ReadOnlySpan<long> digits, ReadOnlySpan<byte> decimals, int least, int most, int marks)
    {
        DecimalStyle style = least == 0 ? DecimalStyle.Shortest : DecimalStyle.ShortestWithPoint;
        long largest = 0L;
        DecimalSurvey none = new(most, IsEven: false, Style: null, largest, marks);
        if (least > 1) return none;
        for (int i = 0; i < digits.Length; i++)
        {
            if (digits[i] == DecimalText.Missing) continue;
            long field = digits[i] == DecimalText.MinusZero ? 0 : Math.Abs(digits[i]);
            if (decimals[i] > least && field % 10 == 0) return none;
            if (field > DecimalForm.MostUnits / DecimalForm.PowerOfTen(most - decimals[i])) return none;
            largest = Math.Max(largest, field * DecimalForm.PowerOfTen(most - decimals[i]));
        }

        return new DecimalSurvey(most, IsEven: false, style, largest, marks);
    }
}
