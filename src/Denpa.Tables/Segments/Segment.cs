namespace Denpa.Tables;

/// <summary>Some thousand neighbouring fields of a column, kept in whatever form gives back their text to the byte.</summary>
internal abstract class Segment(int count)
{
    /// <summary>How long a buffer must be for the text of any field that is not kept as text.</summary>
    public const int ScratchLength = 24;

    private NumberSurvey? survey;

    /// <summary>The number of fields.</summary>
    public int Count { get; } = count;

    /// <summary>Whether a field is missing in a column of whatever kind, or in one of numbers or dates.</summary>
    public abstract bool IsMissing(int row, bool amongNumbers);

    /// <summary>A field's text.</summary>
    /// <param name="row">The field.</param>
    /// <param name="scratch"><see cref="ScratchLength"/> bytes, in which the text may lie.</param>
    public abstract ReadOnlySpan<byte> Utf8(int row, Span<byte> scratch);

    /// <summary>Reads a field as a number; what is missing among numbers is none.</summary>
    public abstract NumberReading ReadNumber(int row, NumberFormat format, out double value);

    /// <summary>Reads fields as numbers, NaN where there is none.</summary>
    /// <param name="rows">The fields, as rows of the table.</param>
    /// <param name="first">The row of the table that is this segment's first.</param>
    /// <param name="format">How the column writes its numbers.</param>
    /// <param name="values">One for each of the rows.</param>
    public abstract void ReadNumbers(ReadOnlySpan<int> rows, int first, NumberFormat format, Span<double> values);

    /// <summary>How the fields write their numbers: looked at once, though the column is made with its first row and without.</summary>
    public NumberSurvey Survey() => survey ??= LookAtNumbers();

    /// <summary>What a look over all fields would find, or null where it takes that look.</summary>
    public abstract SegmentProfile? Profile(NumberFormat format);

    protected abstract NumberSurvey LookAtNumbers();
}

/// <summary>What is known of a segment of numbers without looking at its fields.</summary>
/// <param name="Missing">The number of fields without a value.</param>
/// <param name="MissingText">Their text where it stands for missing among numbers alone; else null.</param>
/// <param name="Least">The least number.</param>
/// <param name="Greatest">The greatest number.</param>
/// <param name="AreWhole">Whether all are whole.</param>
internal readonly record struct SegmentProfile(int Missing, string? MissingText, double Least, double Greatest, bool AreWhole);
