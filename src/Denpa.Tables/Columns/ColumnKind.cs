namespace Denpa.Tables;

/// <summary>What the values of a column are.</summary>
public enum ColumnKind
{
    /// <summary>Every value that is not missing is a number.</summary>
    Number,

    /// <summary>Two values that are no numbers, 0 and 1, or one value and missing.</summary>
    YesNo,

    /// <summary>Few different texts: at most 20, or 5 % of the rows where that is more.</summary>
    Category,

    /// <summary>Dates in any usual form, with or without a time.</summary>
    Date,

    /// <summary>Names its row: texts that are all different, or whole numbers that count the rows or whose name says so.</summary>
    Identifier,

    /// <summary>One value, or none.</summary>
    Constant,

    /// <summary>Texts, too many to be categories; their words are counted where that is asked for.</summary>
    Text,

    /// <summary>Images, a byte for every pixel.</summary>
    Image,
}
