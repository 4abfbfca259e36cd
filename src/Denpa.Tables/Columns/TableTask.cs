namespace Denpa.Tables;

/// <summary>What kind of answer is to be predicted.</summary>
public enum TableTask
{
    /// <summary>One class out of several.</summary>
    Classification,

    /// <summary>A number.</summary>
    Regression,
}
