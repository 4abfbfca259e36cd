namespace Denpa;

/// <summary>How many there are of something, as people write it.</summary>
internal static class Counted
{
    /// <summary>Such as 1 axis, 2 axes.</summary>
    public static string Of(long count, string one, string several) => $"{count} {(count == 1 ? one : several)}";

    /// <summary>So many rows as the subject of a sentence: 1 row is, 2 rows are.</summary>
    public static string RowsAre(long count) => count == 1 ? "1 row is" : $"{count} rows are";
}
