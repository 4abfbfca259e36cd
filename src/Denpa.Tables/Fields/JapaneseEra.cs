using System.Globalization;

namespace Denpa.Tables;

/// <summary>The years of Japanese eras; the first of each is 元年.</summary>
internal static class JapaneseEra
{
    private static readonly (string Name, string Letter, int First)[] Eras =
    [
        ("明治", "M", 1868), ("大正", "T", 1912), ("昭和", "S", 1926), ("平成", "H", 1989), ("令和", "R", 2019),
    ];

    /// <summary>The year of the common era, zero for an era's year that is none.</summary>
    /// <param name="era">The era's name, or its letter.</param>
    /// <param name="year">The year within the era, or 元.</param>
    public static int Year(string era, string year)
    {
        int count = year == "元" ? 1 : int.Parse(year, NumberStyles.None, CultureInfo.InvariantCulture);
        int first = Array.Find(Eras, each => each.Name == era || each.Letter == era).First;
        return count == 0 ? 0 : first + count - 1;
    }
}
