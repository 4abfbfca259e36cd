namespace Denpa.Tables;

/// <summary>What is known about a table's columns beforehand.</summary>
public sealed record UnderstandingOptions
{
    /// <summary>The column to predict; the last one when null.</summary>
    public string? Target { get; init; }

    /// <summary>Classification or regression; when null the target's values decide.</summary>
    public TableTask? Task { get; init; }

    /// <summary>The columns to learn from; all but the target when null.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>Columns to leave out unseen.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>What columns are to be taken for, by their names, whatever their values seem to be.</summary>
    public IReadOnlyDictionary<string, ColumnRequest> Kinds { get; init; } = new Dictionary<string, ColumnRequest>();

    /// <summary>Everything inferred.</summary>
    public static UnderstandingOptions Default { get; } = new();
}
