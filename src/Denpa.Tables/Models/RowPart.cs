namespace Denpa.Tables;

/// <summary>A part of the rows.</summary>
public enum RowPart
{
    /// <summary>The rows that the network learned from.</summary>
    Training,

    /// <summary>The rows that said when to stop.</summary>
    Validation,

    /// <summary>The rows held out to the end.</summary>
    Test,

    /// <summary>Every row.</summary>
    All,
}
