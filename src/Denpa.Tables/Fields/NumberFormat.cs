namespace Denpa.Tables;

/// <summary>How a column writes its numbers.</summary>
public sealed record NumberFormat
{
    /// <summary>Between whole and decimals: a point, or a comma. The other one may mark thousands, as spaces and apostrophes may.</summary>
    public required char DecimalMark { get; init; }

    /// <summary>What stands before or behind the numbers, such as $, %, kg or 円; empty where nothing does.</summary>
    public required string Unit { get; init; }

    /// <summary>Decimals behind a point, and no unit.</summary>
    public static NumberFormat Plain { get; } = new() { DecimalMark = '.', Unit = "" };

    /// <summary>Decimals behind a comma, and no unit.</summary>
    internal static NumberFormat DecimalComma { get; } = Plain with { DecimalMark = ',' };

    /// <summary>Whether a number without the unit would be another: a hundredth may stand beside percentages.</summary>
    internal bool NeedsUnit => Unit.Contains('%', StringComparison.Ordinal) || Unit.Contains('‰', StringComparison.Ordinal);

    /// <summary>What makes a stored one unusable, or null.</summary>
    internal string? Flaw => DecimalMark is not ('.' or ',') || Unit is null ? "its decimal mark must be a point or a comma" : null;
}
