namespace Denpa.Tables;

/// <summary>What one look over a column's fields finds: how many are missing, numbers and dates, and the first that is no number.</summary>
internal sealed class ColumnProfile
{
    /// <summary>From this share of numbers on, a column is one of numbers, and a text in it a mistake.</summary>
    private const double NumbersInNumberColumn = 0.9;

    private int firstStray = -1;

    private ColumnProfile(Column column) => Column = column;

    public Column Column { get; }

    public int Missing { get; private set; }

    /// <summary>The number of fields that hold a value.</summary>
    public int Values => Column.Count - Missing;

    /// <summary>The number of fields that are numbers, among them those that are not finite or out of range.</summary>
    public int Numbers { get; private set; }

    public int Dates { get; private set; }

    public double Least { get; private set; } = double.PositiveInfinity;

    public double Greatest { get; private set; } = double.NegativeInfinity;

    /// <summary>Whether all numbers are whole.</summary>
    public bool AreWhole { get; private set; } = true;

    /// <summary>Whether the column is one of numbers, strays among them or not.</summary>
    public bool IsNumeric => Numbers > 0 && Numbers >= NumbersInNumberColumn * Values;

    public bool IsDate => Dates > 0 && Dates == Values;

    public static ColumnProfile Of(Column column)
    {
        ColumnProfile profile = new(column);
        int first = 0;
        foreach (Segment segment in column.Segments)
        {
            if (segment.Profile(column.UsesDecimalComma) is { } known) profile.Take(known, segment.Count);
            else for (int row = 0; row < segment.Count; row++) profile.Look(first + row);
            first += segment.Count;
        }

        return profile;
    }

    /// <summary>The first field that is no number of use, as an error, where every field must be one; else null.</summary>
    public TableException? NumberProblem(Table table, string? expectation = null) =>
        firstStray < 0 ? null : NumberProblems.At(table, Column, firstStray, expectation ?? ShareOfNumbers());

    private void Take(SegmentProfile known, int count)
    {
        Missing += known.Missing;
        Numbers += count - known.Missing;
        Least = Math.Min(Least, known.Least);
        Greatest = Math.Max(Greatest, known.Greatest);
        AreWhole &= known.AreWhole;
    }

    private void Look(int row)
    {
        if (Column.IsMissing(row))
        {
            Missing++;
            return;
        }

        NumberReading reading = Column.ReadNumber(row, out double value);
        if (reading != NumberReading.NotANumber) Numbers++;
        if (reading != NumberReading.Number)
        {
            if (firstStray < 0) firstStray = row;
            if (Column.TryReadDate(row, out _)) Dates++;
            return;
        }

        Least = Math.Min(Least, value);
        Greatest = Math.Max(Greatest, value);
        AreWhole &= double.IsInteger(value);
    }

    private string ShareOfNumbers() => $"{Math.Floor(100.0 * Numbers / Values):0} % of the column's values are";
}
