namespace Denpa.Tables;

/// <summary>What one look over a column's fields finds: how many are missing, numbers and dates, and what the others are.</summary>
internal sealed class ColumnProfile
{
    /// <summary>From this share on, a column is one of numbers or dates, and a text in it a mistake.</summary>
    private const double ShareOfKind = 0.9;

    /// <summary>
    /// From this share of numbers on, a column that is neither one of numbers nor of few texts was probably meant as numbers.
    /// </summary>
    private const double ShareOfStrangers = 0.5;

    private const int StrangersKept = 100;

    private readonly Dictionary<string, int> missingTexts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> strangers = new(StringComparer.Ordinal);
    private int empty;
    private int missingAmongNumbers;
    private int firstStray = -1;
    private int firstNoDate = -1;
    private int dayFirst;
    private int monthFirst;
    private int eitherFirst;
    private int noDates;

    private ColumnProfile(Column column) => Column = column;

    public Column Column { get; }

    /// <summary>
    /// The number of fields that hold no value: in a column of numbers or dates also those whose text could be one elsewhere.
    /// </summary>
    public int Missing => IsNumeric || IsDate ? empty + missingAmongNumbers : empty;

    /// <summary>The number of fields that hold a value.</summary>
    public int Values => Column.Count - Missing;

    /// <summary>The number of fields that are numbers, among them those that are not finite or out of range.</summary>
    public int Numbers { get; private set; }

    public int Dates { get; private set; }

    public double Least { get; private set; } = double.PositiveInfinity;

    public double Greatest { get; private set; } = double.NegativeInfinity;

    /// <summary>Whether all numbers are whole.</summary>
    public bool AreWhole { get; private set; } = true;

    /// <summary>Whether the numbers are codes, which stay texts: zeros lead them, or they have more than 15 digits.</summary>
    public bool AreCodes => Column.Codes > 0 && Column.NumberFormat.Unit.Length == 0;

    /// <summary>Whether the column is one of numbers, strays among them or not.</summary>
    public bool IsNumeric { get; private set; }

    /// <summary>Whether the column is one of dates, strays among them or not.</summary>
    public bool IsDate => Dates > 0 && Dates >= ShareOfKind * WrittenValues && !IsNumeric;

    /// <summary>In what order dates say day and month; null where nothing says which.</summary>
    public DateOrder? Order => (dayFirst, monthFirst, eitherFirst) switch
    {
        (0, 0, 0) => DateOrder.DayFirst,
        (0, 0, _) => null,
        _ => dayFirst >= monthFirst ? DateOrder.DayFirst : DateOrder.MonthFirst,
    };

    /// <summary>Whether so many are numbers that the others are strangers among them, too many to be mistakes.</summary>
    public bool HasStrangers => !IsNumeric && !IsDate && !AreCodes && Numbers >= ShareOfStrangers * WrittenValues && Numbers > 0;

    /// <summary>The texts that stand for missing here, with how often they do, the commonest first.</summary>
    public string MissingTexts => Listed(missingTexts);

    /// <summary>Whether there may still be dates enough for a column of dates: to look for them takes long.</summary>
    private bool MayBeDates => noDates <= (1 - ShareOfKind) * Column.Count;

    /// <summary>The fields that are no missing ones, whatever the column's kind.</summary>
    private int WrittenValues => Column.Count - empty - missingAmongNumbers;

    /// <param name="column">The column.</param>
    /// <param name="areNumbers">Whether it is to be taken as numbers, whatever stands in it.</param>
    public static ColumnProfile Of(Column column, bool areNumbers = false)
    {
        ColumnProfile profile = new(column);
        int first = 0;
        foreach (Segment segment in column.Segments)
        {
            if (segment.Profile(column.NumberFormat) is { } known) profile.Take(known, segment.Count);
            else for (int row = 0; row < segment.Count; row++) profile.Look(first + row);
            first += segment.Count;
        }

        bool seemNumbers = profile.Numbers > 0 && profile.Numbers >= ShareOfKind * profile.WrittenValues && !profile.AreCodes;
        if (seemNumbers && !areNumbers && profile.AreDays()) profile.TakeAsDates();
        else profile.IsNumeric = areNumbers || seemNumbers;
        return profile;
    }

    /// <summary>The first field that is no number of use, as an error, where every field must be one; else null.</summary>
    public TableException? NumberProblem(Table table, string? expectation = null) =>
        firstStray < 0 ? null : NumberProblems.At(table, Column, firstStray, expectation ?? $"{Share(Numbers)} of the column's values are");

    /// <summary>The first field that is no date, as an error, where every field must be one; else null.</summary>
    public TableException? DateProblem(Table table, DateOrder order)
    {
        int stray = firstNoDate < 0 ? FirstNotIn(order) : firstNoDate;
        if (stray < 0) return null;
        string field = $"{Quoted.Text(Column[stray])} in column {Quoted.Text(Column.Name)}";
        string problem = $"{field} is no date, where {Share(Dates)} of the column's values are";
        const string cure = "correct it, leave the field empty, name it by --missing, or ignore the column";
        return table.Problem(stray, Column, $"{problem} — {cure}");
    }

    /// <summary>How many are numbers, and what the others are.</summary>
    public string Strangers() => $"{Share(Numbers)} numbers; the others are {Listed(Others())}";

    private IEnumerable<KeyValuePair<string, int>> Others() => strangers.Concat(missingTexts);

    private static string Listed(IEnumerable<KeyValuePair<string, int>> texts)
    {
        const int shown = 5;
        KeyValuePair<string, int>[] all = [.. texts.OrderByDescending(text => text.Value).ThenBy(text => text.Key, StringComparer.Ordinal)];
        string list = string.Join(", ", all.Take(shown).Select(text => $"{Quoted.Plain(text.Key)} ({text.Value})"));
        return all.Length > shown ? list + ", …" : list;
    }

    private string Share(int count) => $"{Math.Floor(100.0 * count / Math.Max(1, WrittenValues)):0} %";

    /// <summary>Whether the numbers are days of two centuries in eight digits: of other numbers so large, one in thirty is.</summary>
    private bool AreDays()
    {
        const int fewest = 5;
        if (Numbers < fewest || Numbers < WrittenValues || !AreWhole || !(Least >= 19000101 && Greatest <= 21001231)) return false;
        for (int row = 0; row < Column.Count; row++)
            if (!Column.IsMissing(row, amongNumbers: true) && Column.ReadDate(row) is null) return false;
        return true;
    }

    private void TakeAsDates() => (Dates, Numbers, firstNoDate) = (Numbers, 0, -1);

    private int FirstNotIn(DateOrder order)
    {
        for (int row = 0; row < Column.Count; row++)
            if (!Column.IsMissing(row, amongNumbers: true) && Column.ReadDate(row)?.In(order) is null) return row;
        return -1;
    }

    private void Take(SegmentProfile known, int count)
    {
        if (known.MissingText is { } text) AddMissing(text, known.Missing);
        else empty += known.Missing;
        Numbers += count - known.Missing;
        if (count > known.Missing && firstNoDate < 0) firstNoDate = 0;
        Least = Math.Min(Least, known.Least);
        Greatest = Math.Max(Greatest, known.Greatest);
        AreWhole &= known.AreWhole;
    }

    private void Look(int row)
    {
        if (Column.IsMissing(row))
        {
            empty++;
            return;
        }

        if (Column.IsMissing(row, amongNumbers: true))
        {
            AddMissing(Column[row], 1);
            return;
        }

        NumberReading reading = Column.ReadNumber(row, out double value);
        if (reading != NumberReading.NotANumber) Numbers++;
        if (reading == NumberReading.Number)
        {
            Least = Math.Min(Least, value);
            Greatest = Math.Max(Greatest, value);
            AreWhole &= double.IsInteger(value);
            if (firstNoDate < 0) firstNoDate = row;
            return;
        }

        if (firstStray < 0) firstStray = row;
        if (MayBeDates && Column.ReadDate(row) is { } date) AddDate(date);
        else AddStranger(row);
    }

    private void AddDate(DateReading date)
    {
        Dates++;
        if (date.IsSettled) return;
        if (date.MonthFirst is null) dayFirst++;
        else if (date.DayFirst is null) monthFirst++;
        else eitherFirst++;
    }

    private void AddStranger(int row)
    {
        if (firstNoDate < 0) firstNoDate = row;
        noDates++;
        string text = Column[row];
        if (strangers.TryGetValue(text, out int count)) strangers[text] = count + 1;
        else if (strangers.Count < StrangersKept) strangers[text] = 1;
    }

    private void AddMissing(string text, int count)
    {
        missingAmongNumbers += count;
        missingTexts[text] = missingTexts.GetValueOrDefault(text) + count;
    }
}
