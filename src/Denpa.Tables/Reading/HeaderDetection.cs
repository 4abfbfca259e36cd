namespace Denpa.Tables;

/// <summary>
/// Decides whether the first row holds the column names, by comparing each of its fields with its own column: a text over numbers, dates
/// or values that come again and again speaks for it; a number over numbers like it, and a text that comes again below itself, against it.
/// Names that were asked for, or that a model knows, decide where they stand there. Where nothing speaks, a row of distinct texts is one
/// of names.
/// </summary>
internal static class HeaderDetection
{
    /// <summary>How many rows are looked at.</summary>
    private const int RowsSampled = 10_000;

    /// <summary>Programs without names for columns call them so.</summary>
    private const string NameWithoutHeader = "column";

    public static (bool HasHeader, string Reason) Decide(IReadOnlyList<Column> columns, IReadOnlyList<string> names)
    {
        HashSet<string> first = [.. columns.Select(column => column[0].Trim())];
        if (names.FirstOrDefault(name => first.Contains(UnicodeForm.Composed(name))) is { } known)
            return (true, $"the first row holds the name {Quoted.Text(known)}");
        if (names.Count > 0 && names.All(IsNameWithoutHeader)) return (false, "the names are those of a table without a header");

        (Column Column, int Weight, string Reason)[] votes = [.. columns.Select(column => Vote(column, columns.Count))];
        int sum = votes.Sum(vote => vote.Weight);
        if (sum > 0) return (true, votes.MaxBy(vote => vote.Weight).Reason);
        if (sum < 0) return (false, votes.MinBy(vote => vote.Weight).Reason);
        foreach (Column column in columns)
        {
            if (column.IsMissing(0, amongNumbers: true)) return (false, $"field {column.Index + 1} of the first row is missing");
            if (IsNumber(column, 0)) return (false, $"the first row holds the number {Quoted.Text(column[0])}");
        }

        return first.Count < columns.Count
            ? (false, "the first row repeats a text")
            : (true, "the first row's texts are distinct and do not occur again below");
    }

    private static bool IsNameWithoutHeader(string name) =>
        name.StartsWith(NameWithoutHeader, StringComparison.Ordinal) && int.TryParse(name.AsSpan(NameWithoutHeader.Length), out _);

    /// <summary>What a column says: above zero for names, below for none.</summary>
    private static (Column Column, int Weight, string Reason) Vote(Column column, int columns)
    {
        Below below = Below.Of(column);
        if (column[0].Length == 0)
        {
            // Programs leave the name out over their row numbers.
            bool areRowNumbers = column.Index == 0 && columns > 1 && below is { AreNumbers: true, AreWhole: true };
            return (column, areRowNumbers ? 3 : 0, "the first row leaves out the name of row numbers");
        }

        if (column.IsMissing(0, amongNumbers: true)) return (column, 0, "");
        if (column.ReadNumber(0, out double number) != NumberReading.NotANumber) return VoteOfNumber(column, number, below);
        if (column.ReadDate(0) is not null) return (column, below.AreDates ? -3 : 0, $"the first row holds the date {Quoted.Text(column[0])}");
        if (below.AreNumbers) return (column, 3, "the first row holds only text, and numbers follow");
        if (below.AreDates) return (column, 3, "the first row holds text, and dates follow");
        if (below.RepeatFirst) return (column, -3, $"{Quoted.Text(column[0])} of the first row occurs again below");
        return (column, below.RepeatOthers ? 2 : 0, $"{Quoted.Text(column[0])} of the first row does not occur below, and others do again and again");
    }

    private static (Column Column, int Weight, string Reason) VoteOfNumber(Column column, double number, Below below)
    {
        string reason = $"the first row holds the number {Quoted.Text(column[0])}";
        if (!below.AreNumbers) return (column, 0, reason);
        if (!double.IsInteger(number)) return (column, -3, reason);

        // The positions of columns, as pandas names them, and years of a wide table are names.
        bool isPosition = number == column.Index && !below.AreWhole;
        bool isYear = number is >= 1800 and <= 2200 && (below.Greatest < 1800 || below.Least > 2200);
        return (column, isPosition || isYear ? 1 : -1, reason);
    }

    private static bool IsNumber(Column column, int row) => column.ReadNumber(row, out _) != NumberReading.NotANumber;

    /// <summary>What stands below the first field of a column.</summary>
    private readonly record struct Below(
        bool AreNumbers, bool AreWhole, double Least, double Greatest, bool AreDates, bool RepeatFirst, bool RepeatOthers)
    {
        public static Below Of(Column column)
        {
            (int values, int numbers, int dates) = (0, 0, 0);
            (double least, double greatest, bool areWhole) = (double.PositiveInfinity, double.NegativeInfinity, true);
            int last = Math.Min(column.Count, RowsSampled);
            for (int row = 1; row < last; row++)
            {
                if (column.IsMissing(row, amongNumbers: true)) continue;
                values++;
                if (column.ReadNumber(row, out double number) == NumberReading.NotANumber)
                {
                    if (column.ReadDate(row) is not null) dates++;
                    continue;
                }

                numbers++;
                areWhole &= double.IsInteger(number);
                (least, greatest) = (Math.Min(least, number), Math.Max(greatest, number));
            }

            bool areNumbers = numbers > 0 && numbers * 2 >= values;
            bool areDates = dates > 0 && dates * 2 >= values;
            (bool repeatFirst, bool repeatOthers) = areNumbers || areDates ? (false, false) : Repetition(column, last);
            return new Below(areNumbers, areWhole, least, greatest, areDates, repeatFirst, repeatOthers);
        }

        /// <summary>Whether the first text comes again, and whether others come twice on average.</summary>
        private static (bool First, bool Others) Repetition(Column column, int last)
        {
            const int fewestRows = 4;
            string name = column[0];
            HashSet<string> texts = new(StringComparer.Ordinal);
            int count = 0;
            for (int row = 1; row < last; row++)
            {
                if (column.IsMissing(row)) continue;
                texts.Add(column[row]);
                count++;
            }

            return (texts.Contains(name), count >= fewestRows && texts.Count * 2 <= count);
        }
    }
}
