namespace Denpa.Tables;

/// <summary>What a column is used for.</summary>
public enum ColumnRole
{
    /// <summary>Something to learn from.</summary>
    Feature,

    /// <summary>What is to be predicted.</summary>
    Target,

    /// <summary>Not used.</summary>
    LeftOut,
}
