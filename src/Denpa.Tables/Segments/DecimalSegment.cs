using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Text;

namespace Denpa.Tables;

/// <summary>
/// Fields that are plain decimals, kept as integers: units of the last decimal. A value is units / 10^decimals, which is the
/// number nearest to the text, as both are exact in float64 (Clinger, "How to read floating point numbers accurately").
/// </summary>
/// <typeparam name="T">The integer: int32 or int64.</typeparam>
internal sealed class DecimalSegment<T> : Segment
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly T[] units;
    private readonly DecimalForm form;
    private readonly int markCount;
    private readonly SegmentProfile profile;
    private readonly bool hasOnlyNumbers;
    private readonly bool isAlwaysMissing;

    /// <param name="units">The fields, with <see cref="Missing"/> and <see cref="MinusZero"/> among them.</param>
    /// <param name="form">How their texts are written.</param>
    /// <param name="markCount">How many of their texts have a decimal mark.</param>
    /// <param name="missing">What stands for missing.</param>
    public DecimalSegment(T[] units, DecimalForm form, int markCount, MissingValues missing)
        : base(units.Length)
    {
        (this.units, this.form, this.markCount) = (units, form, markCount);
        hasOnlyNumbers = units.Length > 0 && TensorPrimitives.Min<T>(units) > MinusZero;
        isAlwaysMissing = missing.Contain(form.Missing);
        profile = Look();
    }

    /// <summary>Stands for a field without a value.</summary>
    public static T Missing => T.MinValue;

    /// <summary>Stands for minus zero.</summary>
    public static T MinusZero => T.MinValue + T.One;

    public override bool IsMissing(int row, bool amongNumbers) => units[row] == Missing && (amongNumbers || isAlwaysMissing);

    public override ReadOnlySpan<byte> Utf8(int row, Span<byte> scratch)
    {
        T field = units[row];
        if (field == Missing) return form.Missing;
        if (field == MinusZero) return form.Write(0, isNegative: true, scratch);
        return form.Write(Math.Abs(long.CreateTruncating(field)), T.IsNegative(field), scratch);
    }

    public override NumberReading ReadNumber(int row, NumberFormat format, out double value)
    {
        if (!IsReadable(format)) return ReadText(row, format, out value);
        value = Value(units[row], form.Scale);
        return double.IsNaN(value) ? NumberReading.NotANumber : NumberReading.Number;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void ReadNumbers(ReadOnlySpan<int> rows, int first, NumberFormat format, Span<double> values)
    {
        if (IsReadable(format))
        {
            double scale = form.Scale;
            if (AreNeighbours(rows))
            {
                ReadNumbers(units.AsSpan(rows[0] - first, rows.Length), scale, values[..rows.Length]);
                return;
            }

            for (int i = 0; i < rows.Length; i++) values[i] = Value(units[rows[i] - first], scale);
            return;
        }

        for (int i = 0; i < rows.Length; i++)
            values[i] = ReadNumber(rows[i] - first, format, out double value) == NumberReading.Number ? value : double.NaN;
    }

    public override SegmentProfile? Profile(NumberFormat format) => IsReadable(format) ? profile : null;

    protected override NumberSurvey LookAtNumbers()
    {
        NumberSurvey survey = new();
        double largest = Math.Max(Math.Abs(profile.Least), Math.Abs(profile.Greatest));
        bool hasLongUnmarked = form.Decimals == 0 && profile.Missing < Count && largest >= 1000;
        survey.AddPlain(Count - profile.Missing, markCount, form.Decimals == 3 ? CountInDoubt() : 0, form.Mark, hasLongUnmarked);
        return survey;
    }

    /// <summary>How many marks stand before exactly three digits and behind one to three; none as soon as one stands elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CountInDoubt()
    {
        int count = 0;
        foreach (T field in units)
        {
            if (field == Missing) continue;
            long thousandths = field == MinusZero ? 0 : Math.Abs(long.CreateTruncating(field));
            if (form.Style != DecimalStyle.Fixed && thousandths % 1000 == 0 && form.Style == DecimalStyle.Shortest) continue;
            bool hasThreeDecimals = form.Style == DecimalStyle.Fixed || thousandths % 10 != 0;
            if (!hasThreeDecimals || thousandths is < 1000 or >= 1_000_000) return 0;
            count++;
        }

        return count;
    }

    private NumberReading ReadText(int row, NumberFormat format, out double value)
    {
        value = 0;
        return units[row] == Missing
            ? NumberReading.NotANumber
            : NumberText.Read(Utf8(row, stackalloc byte[ScratchLength]), format, out value);
    }

    /// <summary>Reads neighbours many at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadNumbers(ReadOnlySpan<T> fields, double scale, Span<double> values)
    {
        int i = 0;
        if (typeof(T) == typeof(int))
        {
            (Vector<double> scales, int half) = (new Vector<double>(scale), Vector<double>.Count);
            for (; i <= fields.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                Vector.Widen(new Vector<T>(fields[i..]).As<T, int>(), out Vector<long> lower, out Vector<long> upper);
                (Vector.ConvertToDouble(lower) / scales).CopyTo(values[i..]);
                (Vector.ConvertToDouble(upper) / scales).CopyTo(values[(i + half)..]);
            }
        }

        for (; i < fields.Length; i++) values[i] = Value(fields[i], scale);
        if (hasOnlyNumbers) return;
        for (i = 0; i < fields.Length; i++)
            if (fields[i] <= MinusZero) values[i] = Value(fields[i], scale);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool AreNeighbours(ReadOnlySpan<int> rows)
    {
        (int first, int i) = (rows[0], 0);
        for (; i <= rows.Length - Vector<int>.Count; i += Vector<int>.Count)
            if (new Vector<int>(rows[i..]) != Vector<int>.Indices + new Vector<int>(first + i)) return false;
        for (; i < rows.Length; i++)
            if (rows[i] != first + i) return false;
        return true;
    }

    private static double Value(T field, double scale)
    {
        if (field > MinusZero) return double.CreateTruncating(field) / scale;
        return field == Missing ? double.NaN : 0;
    }

    /// <summary>Whether the column's decimal mark is this segment's, or this segment has none; and its numbers may stand alone.</summary>
    private bool IsReadable(NumberFormat format) => (markCount == 0 || format.DecimalMark == form.Mark) && !format.NeedsUnit;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private SegmentProfile Look()
    {
        (T least, T greatest) = NumberRange.Of<T>(units, MinusZero);
        int missing = 0;
        if (!hasOnlyNumbers)
        {
            missing = units.AsSpan().Count(Missing);
            if (units.Contains(MinusZero)) (least, greatest) = (T.Min(least, T.Zero), T.Max(greatest, T.Zero));
        }

        string? text = missing == 0 || isAlwaysMissing ? null : Encoding.UTF8.GetString(form.Missing);
        return missing == Count
            ? new SegmentProfile(missing, text, double.PositiveInfinity, double.NegativeInfinity, AreWhole: true)
            : new SegmentProfile(missing, text, Value(least, form.Scale), Value(greatest, form.Scale), AreWhole());
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool AreWhole()
    {
        if (form.Decimals == 0) return true;
        foreach (T field in units)
            if (field > MinusZero && long.CreateTruncating(field) % form.Scale != 0) return false;
        return true;
    }
}
