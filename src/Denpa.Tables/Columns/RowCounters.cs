namespace Denpa.Tables;

/// <summary>
/// Leaves out the first column where it counts the rows from 0 or 1: in a table of some length it is a row number, unless it is the only
/// feature or its name says that it counts something else.
/// </summary>
internal static class RowCounters
{
    private const int FewestRows = 20;

    private static readonly HashSet<string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "x", "t", "n", "i", "k", "time", "times", "timestep", "time_step", "step", "steps", "tick", "day", "days", "date", "week", "weeks", "month",
        "months", "quarter", "year", "years", "hour", "hours", "minute", "minutes", "second", "seconds", "period", "age", "epoch", "iteration",
        "generation", "round", "turn", "lap", "cycle", "cycles", "distance", "position", "pos", "depth", "height", "length", "size", "rank", "level",
        "stage", "dose", "temperature", "trial", "count", "quantity", "日", "週", "月", "年", "時", "時刻", "時間", "分", "秒", "日数", "経過日数",
        "経過時間", "経過", "期", "回", "回数", "年齢", "順位", "距離", "位置", "深さ", "個数", "件数", "数量", "人数",
    };

    /// <summary>The columns, the first with another role where it counts the rows.</summary>
    public static ColumnUnderstanding[] LeaveOut(Table table, ColumnUnderstanding[] columns)
    {
        ColumnUnderstanding first = columns[0];
        bool isCounter = first is { CountsRows: true, Role: ColumnRole.Feature } && !OtherNames.Contains(first.Name.Trim());
        if (!isCounter || table.RowCount < FewestRows || columns.Count(column => column.Role == ColumnRole.Feature) < 2) return columns;
        return [first with { Role = ColumnRole.LeftOut, Kind = ColumnKind.Identifier, Reason = "counts the rows" }, .. columns[1..]];
    }
}
