using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Denpa.Tables;

/// <summary>
/// Gathers some thousand fields of a column: as integers while they are plain decimals, and as text from the first that is none.
/// </summary>
/// <param name="missing">What stands for missing.</param>
internal sealed class ColumnBuilder(MissingValues missing)
{
    // Each field's digits, and how many of them are decimals.
    private long[] digits = [];
    private byte[] decimals = [];
    private byte mark;
    private byte[]? missingText;

    private bool isText;
    private byte[] text = [];
    private int[] ends = [];
    private int length;

    // Fields whose quotes save them from being missing.
    private readonly List<int> quoted = [];

    /// <summary>The decimal mark of the fields since the last segment; 0 as long as none has one.</summary>
    public byte Mark => mark;

    /// <summary>The number of fields since the last segment.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a field that is a plain decimal: so many units of its last digit, or minus zero.</summary>
    /// <returns>False when it has to be added as text.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAppend(long units, int decimalCount, byte decimalMark)
    {
        if (isText || (decimalCount > 0 && decimalMark != mark && !TryMark(decimalMark))) return false;
        if (Count == digits.Length) Grow();
        digits[Count] = units;
        decimals[Count++] = (byte)decimalCount;
        return true;
    }

    /// <summary>
    /// Room for plain decimals, whose digits and number of decimals <see cref="Take(int)"/> takes in when they are there.
    /// </summary>
    /// <returns>False when fields have to be added as text.</returns>
    public bool TryMakeRoom(int fields, out Span<long> digitsOfFields, out Span<byte> decimalsOfFields)
    {
        digitsOfFields = default;
        decimalsOfFields = default;
        if (isText) return false;
        while (digits.Length - Count < fields) Grow();
        digitsOfFields = digits.AsSpan(Count, fields);
        decimalsOfFields = decimals.AsSpan(Count, fields);
        return true;
    }

    /// <summary>Adds the fields for which there was room made, as many as are there.</summary>
    public void Take(int fields) => Count += fields;

    /// <summary>Adds a field.</summary>
    /// <param name="field">The text.</param>
    /// <param name="isQuoted">Whether it stood in quotes.</param>
    public void Append(ReadOnlySpan<byte> field, bool isQuoted = false)
    {
        bool isSaved = isQuoted && missing.Contain(field) && !missing.Contain(field, isQuoted);
        if (!isText)
        {
            if (!isSaved && TryAppendDecimal(field)) return;
            TurnIntoText();
        }

        if (isSaved) quoted.Add(Count);
        AppendText(UnicodeForm.Composed(field));
    }

    private bool TryAppendDecimal(ReadOnlySpan<byte> field)
    {
        if (missing.HaveNumbers && missing.ContainAmongNumbers(field)) return TryAppendMissing(field);
        if (DecimalText.TryRead(field, allowComma: true, out long units, out int decimalCount, out byte decimalMark)
            && TryAppend(units, decimalCount, decimalMark))
        {
            return true;
        }

        return missing.ContainAmongNumbers(field) && TryAppendMissing(field);
    }

    /// <summary>The fields since the last segment, as one.</summary>
    public Segment Take()
    {
        Segment? segment = isText ? null : TakeDecimals();
        if (segment is null)
        {
            if (!isText) TurnIntoText();
            segment = new TextSegment(text.AsSpan(0, length).ToArray(), ends.AsSpan(0, Count).ToArray(), missing, [.. quoted]);
        }

        Clear();
        return segment;
    }

    /// <summary>Forgets the fields since the last segment.</summary>
    public void Clear()
    {
        (Count, length, isText, mark, missingText) = (0, 0, false, 0, null);
        quoted.Clear();
    }

    private Segment? TakeDecimals()
    {
        DecimalSurvey survey = DecimalSurvey.Of(digits.AsSpan(0, Count), decimals.AsSpan(0, Count));
        if (survey.Style is not { } style) return null;
        DecimalForm form = new(survey.Most, style, mark, missingText ?? []);
        return survey.Largest <= int.MaxValue
            ? new DecimalSegment<int>(Align<int>(survey), form, survey.MarkCount, missing)
            : new DecimalSegment<long>(Align<long>(survey), form, survey.MarkCount, missing);
    }

    /// <summary>All fields in the units of the one with the most decimals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private T[] Align<T>(DecimalSurvey survey)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        // Pinned arrays are not copied when the collector moves what it keeps.
        T[] units = GC.AllocateUninitializedArray<T>(Count, pinned: true);
        if (survey.IsEven)
        {
            TensorPrimitives.ConvertTruncating<long, T>(digits.AsSpan(0, Count), units);
            if (!survey.HasOnlyNumbers) MarkWhatIsNoNumber<T>(units);
            return units;
        }

        for (int i = 0; i < units.Length; i++)
        {
            long field = digits[i];
            units[i] =
                field == DecimalText.Missing ? DecimalSegment<T>.Missing
                : field == DecimalText.MinusZero ? DecimalSegment<T>.MinusZero
                : T.CreateTruncating(field * DecimalForm.PowerOfTen(survey.Most - decimals[i]));
        }

        return units;
    }

    private void MarkWhatIsNoNumber<T>(Span<T> units)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        ReadOnlySpan<long> rest = digits.AsSpan(0, Count);
        while (rest.IndexOfAny(DecimalText.Missing, DecimalText.MinusZero) is var place and >= 0)
        {
            units[Count - rest.Length + place] = rest[place] == DecimalText.Missing
                ? DecimalSegment<T>.Missing
                : DecimalSegment<T>.MinusZero;
            rest = rest[(place + 1)..];
        }
    }

    private bool TryAppendMissing(ReadOnlySpan<byte> field)
    {
        if (missingText is null) missingText = field.ToArray();
        else if (!field.SequenceEqual(missingText)) return false;
        if (Count == digits.Length) Grow();
        decimals[Count] = 0;
        digits[Count++] = DecimalText.Missing;
        return true;
    }

    private bool TryMark(byte decimalMark)
    {
        if (mark != 0) return false;
        mark = decimalMark;
        return true;
    }

    private void TurnIntoText()
    {
        int fields = Count;
        (Count, length, isText) = (0, 0, true);
        Span<byte> scratch = stackalloc byte[Segment.ScratchLength];
        for (int i = 0; i < fields; i++)
        {
            DecimalForm form = new(decimals[i], DecimalStyle.Fixed, mark, missingText ?? []);
            AppendText(digits[i] switch
            {
                DecimalText.Missing => form.Missing,
                DecimalText.MinusZero => form.Write(0, isNegative: true, scratch),
                var units => form.Write(Math.Abs(units), units < 0, scratch),
            });
        }
    }

    private void AppendText(ReadOnlySpan<byte> field)
    {
        if (text.Length - length < field.Length) Array.Resize(ref text, Math.Max(length + field.Length, text.Length * 2));
        if (Count == ends.Length) Array.Resize(ref ends, Math.Max(16, ends.Length * 2));
        field.CopyTo(text.AsSpan(length));
        length += field.Length;
        ends[Count++] = length;
    }

    private void Grow()
    {
        int size = Math.Max(16, digits.Length * 2);
        Array.Resize(ref digits, size);
        Array.Resize(ref decimals, size);
    }
}
