namespace Denpa.Tables;

/// <summary>
/// Decides a column's decimal mark. Numbers that can be read in one way alone decide it for their column, and else for the columns
/// beside it. Where nothing decides, a comma before exactly three digits marks thousands; a point does so where it does in every number
/// that has one, others have none and not more than three digits, and fields are not separated by commas.
/// </summary>
internal static class NumberFormatDetection
{
    /// <param name="own">The column's numbers.</param>
    /// <param name="file">The numbers of all columns.</param>
    /// <param name="delimiter">The character between fields.</param>
    public static ColumnNumbers Decide(NumberSurvey own, NumberSurvey file, char delimiter)
    {
        char? decided = Of(own.Points, own.Commas) ?? (own.PointsInDoubt + own.CommasInDoubt > 0 ? Of(file.Points, file.Commas) : null);
        bool isInDoubt = decided is null && own.CommasInDoubt > 0;
        bool seemGroups = own.PointsInDoubt > 0 && own.CommasInDoubt == 0 && own.Unmarked > 0 && !own.HasLongUnmarked;
        if (decided is null && seemGroups && delimiter != ',') (decided, isInDoubt) = (',', true);
        if (decided is null && own.CommasInDoubt > 0 && own.PointsInDoubt > 0) decided = own.CommasInDoubt > own.PointsInDoubt ? '.' : ',';
        char mark = decided ?? '.';
        bool hasGroups = own.HasGroups || (mark == ',' ? own.PointsInDoubt : own.CommasInDoubt) > 0;
        NumberFormat format = new() { DecimalMark = mark, Unit = own.Unit };
        return new ColumnNumbers(format, hasGroups, isInDoubt, IsDecided: decided is not null);
    }

    private static char? Of(long points, long commas) => points == commas ? null : points > commas ? '.' : ',';
}

/// <summary>How a column writes its numbers, and how that is known.</summary>
/// <param name="Format">The decimal mark and the unit.</param>
/// <param name="HaveGroups">Whether digits are in groups.</param>
/// <param name="AreInDoubt">Whether nothing in the file said which mark is which.</param>
/// <param name="IsDecided">Whether numbers of the file said it.</param>
internal sealed record ColumnNumbers(NumberFormat Format, bool HaveGroups, bool AreInDoubt, bool IsDecided)
{
    /// <summary>Numbers whose decimals are known to stand behind a point.</summary>
    public static ColumnNumbers Plain(string unit) =>
        new(NumberFormat.Plain with { Unit = unit }, HaveGroups: false, AreInDoubt: false, IsDecided: true);
}
