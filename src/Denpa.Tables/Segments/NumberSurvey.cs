namespace Denpa.Tables;

/// <summary>How some fields write their numbers: which decimal mark they speak for, and what stands beside them.</summary>
internal sealed class NumberSurvey
{
    /// <summary>A column with more different units has none.</summary>
    private const int MostUnits = 32;

    private readonly Dictionary<string, int> units = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The numbers whose marks can only mean a decimal point, and a decimal comma.</summary>
    public long Points { get; private set; }

    /// <inheritdoc cref="Points"/>
    public long Commas { get; private set; }

    /// <summary>The numbers with one point, or one comma, before exactly three digits.</summary>
    public long PointsInDoubt { get; private set; }

    /// <inheritdoc cref="PointsInDoubt"/>
    public long CommasInDoubt { get; private set; }

    /// <summary>The numbers without any mark.</summary>
    public long Unmarked { get; private set; }

    /// <summary>Whether one without any mark has more than three digits.</summary>
    public bool HasLongUnmarked { get; private set; }

    /// <summary>Whether digits are in groups beyond doubt.</summary>
    public bool HasGroups { get; private set; }

    /// <summary>The numbers that are codes: a zero leads their digits, or there are more than 15.</summary>
    public long Codes { get; private set; }

    /// <summary>The numbers without a unit.</summary>
    public long Unitless { get; private set; }

    /// <summary>The unit that stands beside most numbers, where these are at least half of all; else none.</summary>
    public string Unit
    {
        get
        {
            if (units.Count == 0) return "";
            KeyValuePair<string, int> commonest = units.MaxBy(unit => unit.Value);
            return commonest.Value >= Unitless ? commonest.Key : "";
        }
    }

    /// <summary>Adds plain decimals.</summary>
    /// <param name="count">How many.</param>
    /// <param name="marked">How many of them have a mark.</param>
    /// <param name="inDoubt">How many of those have it before exactly three digits, with one to three in front.</param>
    /// <param name="mark">The mark.</param>
    /// <param name="hasLongUnmarked">Whether one without a mark has more than three digits.</param>
    public void AddPlain(long count, long marked, long inDoubt, byte mark, bool hasLongUnmarked)
    {
        Unmarked += count - marked;
        Unitless += count;
        HasLongUnmarked |= hasLongUnmarked;
        if (mark == (byte)',') (Commas, CommasInDoubt) = (Commas + marked - inDoubt, CommasInDoubt + inDoubt);
        else (Points, PointsInDoubt) = (Points + marked - inDoubt, PointsInDoubt + inDoubt);
    }

    /// <summary>Adds a field, if it is a number.</summary>
    public void Add(ReadOnlySpan<byte> field)
    {
        if (!NumberShape.TryRead(field, stackalloc char[NumberShape.ScratchLength], out NumberShape shape)) return;
        if (shape.IsCode) Codes++;
        HasGroups |= shape.HasGroups;
        switch (shape.Marks)
        {
            case NumberMarks.DecimalPoint:
                Points++;
                break;
            case NumberMarks.DecimalComma:
                Commas++;
                break;
            case NumberMarks.PointInDoubt:
                PointsInDoubt++;
                break;
            case NumberMarks.CommaInDoubt:
                CommasInDoubt++;
                break;
            default:
                Unmarked++;
                HasLongUnmarked |= shape.TryParse('.', out double value) && Math.Abs(value) >= 1000 && !shape.HasGroups;
                break;
        }

        if (shape.Unit.IsEmpty) Unitless++;
        else AddUnit(shape.Unit);
    }

    /// <summary>Adds what another survey found.</summary>
    public void Add(NumberSurvey other)
    {
        Points += other.Points;
        Commas += other.Commas;
        PointsInDoubt += other.PointsInDoubt;
        CommasInDoubt += other.CommasInDoubt;
        Unmarked += other.Unmarked;
        HasLongUnmarked |= other.HasLongUnmarked;
        HasGroups |= other.HasGroups;
        Codes += other.Codes;
        Unitless += other.Unitless;
        foreach ((string unit, int count) in other.units) units[unit] = units.GetValueOrDefault(unit) + count;
    }

    private void AddUnit(ReadOnlySpan<char> unit)
    {
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> counts = units.GetAlternateLookup<ReadOnlySpan<char>>();
        if (counts.TryGetValue(unit, out int count)) counts[unit] = count + 1;
        else if (units.Count < MostUnits) counts[unit] = 1;
    }
}
